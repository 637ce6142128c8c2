import { FILE_ID } from '../../protocols/executions/examples.ts'

const DIGITS = '01a9b8c7d6e500010f1e2d3c4b5a6978'
export const RESPONSE_ID = `resp_${DIGITS}`
export const CONVERSATION_ID = `conv_${DIGITS}`
export const CONTAINER_ID = `cntr_${DIGITS}`
export const ITEM_ID = `msg_${DIGITS}i000`

const item = {
  id: ITEM_ID,
  type: 'message',
  role: 'user',
  status: 'completed',
  content: [{ type: 'input_text', text: 'Plot how much it rained.' }],
}

const container = {
  id: CONTAINER_ID,
  object: 'container',
  name: 'rain',
  status: 'running',
  created_at: 1_795_000_000,
  last_active_at: 1_795_000_600,
  expires_after: { anchor: 'last_active_at', minutes: 20 },
  network_policy: { type: 'disabled' },
}

const containerFile = {
  id: FILE_ID,
  object: 'container.file',
  container_id: CONTAINER_ID,
  bytes: 8,
  created_at: 1_795_000_000,
  path: '/mnt/data/numbers.csv',
  source: 'user',
}

function listOf<Item extends { id: string }>(one: Item) {
  return { object: 'list', data: [one], first_id: one.id, last_id: one.id, has_more: false }
}

/** Values that are true to the schemas of what is kept; a test holds them to it. */
export const KEPT_EXAMPLES = {
  item,
  itemList: listOf(item),
  deletedResponse: { id: RESPONSE_ID, object: 'response', deleted: true },
  newConversation: {
    items: [{ role: 'user', content: 'Plot how much it rained.' }],
    metadata: { topic: 'rain' },
  },
  conversation: {
    id: CONVERSATION_ID,
    object: 'conversation',
    created_at: 1_795_000_000,
    metadata: { topic: 'rain' },
  },
  update: { metadata: { topic: 'snow' } },
  newItems: { items: [{ role: 'user', content: 'Plot how much it rained.' }] },
  deletedConversation: { id: CONVERSATION_ID, object: 'conversation.deleted', deleted: true },
  newContainer: {
    name: 'rain',
    file_ids: [FILE_ID],
    expires_after: { anchor: 'last_active_at', minutes: 20 },
  },
  container,
  containerList: listOf(container),
  deletedContainer: { id: CONTAINER_ID, object: 'container.deleted', deleted: true },
  newContainerFile: { file_id: FILE_ID },
  containerFile,
  containerFileList: listOf(containerFile),
  deletedContainerFile: { id: FILE_ID, object: 'container.file.deleted', deleted: true },
}
