import * as z from 'zod'
import { ApiError } from '../errors.ts'
import type { JsonObject, OwnState, StoredConversation } from '../state/store.ts'
import type { AppContext } from './context.ts'
import { includesOf, shownItem } from './kept-items.ts'
import { notFound } from './not-found.ts'
import { listOf, PageQuery, pageOf, readQuery } from './paging.ts'
import { readJson } from './read-json.ts'

/** OpenAI takes 20 at once, and the session of its Agents SDK for JavaScript sends as many as there are. */
const MAX_ITEMS = 1000

const Metadata = z
  .record(z.string().max(64), z.string().max(512))
  .refine((pairs) => Object.keys(pairs).length <= 16, 'expected at most 16 pairs')

const ROLES = ['user', 'assistant', 'system', 'developer', 'critic', 'discriminator', 'tool']

const Content = z.union([z.string(), z.array(z.looseObject({ type: z.string() }))])

/** An item as the Responses API has it; what is in it is read when a model is asked with it. */
const Item = z.looseObject({
  type: z.string().min(1).max(64).nullish(),
  id: z.string().min(1).max(64).nullish(),
  role: z.enum(ROLES).optional(),
  content: Content.nullish(),
})
type Item = z.infer<typeof Item>

const ConversationItem = Item.refine(
  (item) => (isReference(item) ? typeof item.id === 'string' : !isMessage(item) || isWhole(item)),
  'expected an item, or a message with a role and content',
)

export const ConversationRequest = z.strictObject({
  items: z.array(ConversationItem).max(MAX_ITEMS).nullish(),
  metadata: Metadata.nullish(),
})
export const ConversationUpdate = z.strictObject({ metadata: Metadata.nullable() })
export const ItemsRequest = z.strictObject({
  items: z.array(ConversationItem).min(1).max(MAX_ITEMS),
})

export const ConversationObject = z.strictObject({
  id: z.string(),
  object: z.literal('conversation'),
  created_at: z.int(),
  metadata: z.record(z.string(), z.string()),
})

export interface ConversationServices {
  stateOf: (owner: string) => OwnState
}

/** /v1/conversations: what was said, for as long as it is kept. */
export function conversations({ stateOf }: ConversationServices) {
  const stateFor = (c: AppContext) => stateOf(c.get('caller').owner)
  const idOf = (c: AppContext) => c.req.param('id') ?? ''
  const itemsOf = async (c: AppContext) =>
    (await stateFor(c).conversationItems(idOf(c))) ?? noConversation(c)
  const noConversation = (c: AppContext) => notFound('Conversation', idOf(c))

  return {
    create: async (c: AppContext) => {
      const { items, metadata } = await readJson(c.req.raw, ConversationRequest)
      const state = stateFor(c)
      const given = await resolved(state, items ?? [])
      const made = await state.createConversation({ metadata: metadata ?? {}, items: given })
      return c.json(toObject(made))
    },

    retrieve: async (c: AppContext) =>
      c.json(toObject((await stateFor(c).conversation(idOf(c))) ?? noConversation(c))),

    update: async (c: AppContext) => {
      const { metadata } = await readJson(c.req.raw, ConversationUpdate)
      const updated = await stateFor(c).setMetadata(idOf(c), metadata ?? {})
      return c.json(toObject(updated ?? noConversation(c)))
    },

    remove: async (c: AppContext) => {
      const isDeleted = await stateFor(c).deleteConversation(idOf(c))
      return c.json({
        id: idOf(c),
        object: 'conversation.deleted',
        deleted: isDeleted || noConversation(c),
      })
    },

    listItems: async (c: AppContext) => {
      const query = readQuery(c, PageQuery)
      const includes = includesOf(c)
      const page = pageOf(await itemsOf(c), query)
      return c.json({ ...page, data: page.data.map((item) => shownItem(item, includes)) })
    },

    addItems: async (c: AppContext) => {
      const { items } = await readJson(c.req.raw, ItemsRequest)
      const state = stateFor(c)
      const includes = includesOf(c)
      const added = await state.appendItems(idOf(c), await resolved(state, items))
      const shown = (added ?? noConversation(c)).map((item) => shownItem(item, includes))
      return c.json(listOf(shown, false))
    },

    retrieveItem: async (c: AppContext) => {
      const id = c.req.param('item') ?? ''
      const item = (await itemsOf(c)).find((each) => each['id'] === id)
      return c.json(shownItem(item ?? notFound('Item', id), includesOf(c)))
    },

    removeItem: async (c: AppContext) => {
      const id = c.req.param('item') ?? ''
      const state = stateFor(c)
      const conversation = (await state.conversation(idOf(c))) ?? noConversation(c)
      if (!(await state.deleteItem(idOf(c), id))) notFound('Item', id)
      return c.json(toObject(conversation))
    },
  }
}

/** A reference is an id and nothing that could be an item. */
function isReference({ type, id, role }: Item): boolean {
  return type === 'item_reference' || (!type && role === undefined && typeof id === 'string')
}

function isMessage({ type }: Item): boolean {
  return (type ?? 'message') === 'message'
}

function isWhole({ role, content }: Item): boolean {
  return role !== undefined && content !== undefined && content !== null
}

/** The items, with those that are only referred to put in their places. */
async function resolved(state: OwnState, items: readonly Item[]): Promise<JsonObject[]> {
  return Promise.all(
    items.map(async (item, index) => {
      if (!isReference(item)) return item
      return (await state.getItem(item.id ?? '')) ?? noSuchItem(item.id ?? '', index)
    }),
  )
}

function noSuchItem(id: string, index: number): never {
  throw new ApiError(`Item with id '${id}' not found.`, {
    status: 404,
    code: 'item_not_found',
    param: `items[${index}].id`,
  })
}

function toObject({ id, createdAt, metadata }: StoredConversation) {
  return { id, object: 'conversation', created_at: createdAt, metadata }
}
