import * as z from 'zod'
import { toText, weightOf } from '../json.ts'
import { isId, itemId, newBatch, newId } from './ids.ts'
import { JsonObject, secondsOf, shelf, type Keeping } from './shelf.ts'
import { RecordTooLarge, type JsonObject as Item, type OwnState } from './store.ts'

const Conversation = z.object({
  id: z.string(),
  createdAt: z.int(),
  lastActiveAt: z.int(),
  metadata: z.record(z.string(), z.string()),
  expiresAt: z.int(),
})

const Batch = z.object({ items: z.array(JsonObject), expiresAt: z.int() })

/** As often as something may be added to a conversation before its beginning is forgotten. */
const MAX_BATCHES = 500
/** What a value of JSON takes in memory, and hardly any as text. */
const VALUE_BYTES = 64

type Conversations = Pick<
  OwnState,
  | 'createConversation'
  | 'conversation'
  | 'setMetadata'
  | 'conversationItems'
  | 'appendItems'
  | 'deleteItem'
  | 'deleteConversation'
> & { itemOfBatch: (conversation: string, batch: string, id: string) => Promise<Item | null> }

/**
 * Conversations: a record of each, and one for whatever was added to it at once. Answers that are added at the same time
 * so take nothing from each other. How large a batch is in memory is the end of its name: `<conversation>.<batch>.<size>`.
 */
export function conversations(keeping: Keeping): Conversations {
  const { records, ttlSeconds, maxRecordBytes, now } = keeping
  const details = shelf(keeping, 'conversations', Conversation)
  const batches = shelf(keeping, 'conversation-items', Batch)

  const find = async (id: string) => (isId('conv', id) ? details.get(id) : null)
  const batchNames = (id: string) => records.names('conversation-items', `${id}.`)

  return {
    async createConversation({ metadata, items }) {
      const id = newId('conv', now())
      const createdAt = secondsOf(now())
      await append(id, items)
      return use({ id, createdAt, metadata })
    },

    conversation: find,

    async setMetadata(id, metadata) {
      const found = await find(id)
      return found && use({ ...found, metadata })
    },

    async conversationItems(id) {
      return (await find(id)) && itemsOf(id)
    },

    async appendItems(id, items) {
      const found = await find(id)
      if (found === null) return null
      const added = await append(id, items)
      // Seldom: a conversation that is in use has not to be written each time, over what somebody else may be writing.
      if (secondsOf(now()) - found.lastActiveAt > ttlSeconds / 10) await use(found)
      return added
    },

    async deleteItem(id, item) {
      if ((await find(id)) === null) return false
      const names = await batchNames(id)
      const all = await Promise.all(
        names.map(async (name) => ({ name, batch: await batches.get(name) })),
      )
      let isThere = false
      for (const { name, batch } of all) {
        const items = batch?.items.filter((each) => each['id'] !== item) ?? []
        if (batch === null || items.length === batch.items.length) continue
        isThere = true
        if (items.length === 0) await records.remove('conversation-items', [name])
        else await batches.put(name, { ...batch, items })
      }
      return isThere
    },

    async deleteConversation(id) {
      const found = await find(id)
      if (isId('conv', id)) {
        // The conversation last: if this fails on the way, it is there to be deleted again.
        await records.remove('conversation-items', await batchNames(id))
        await records.remove('conversations', [id])
      }
      return found !== null
    },

    async itemOfBatch(id, batch, item) {
      if ((await find(id)) === null) return null
      const [name] = await records.names('conversation-items', `${id}.${batch}.`)
      const found = name === undefined ? null : await batches.get(name)
      return found?.items.find((each) => each['id'] === item) ?? null
    },
  }

  async function use(
    conversation: Pick<z.infer<typeof Conversation>, 'id' | 'createdAt'> & {
      metadata: Readonly<Record<string, string>>
    },
  ) {
    const lastActiveAt = secondsOf(now())
    const used = { ...conversation, lastActiveAt, expiresAt: lastActiveAt + ttlSeconds }
    await details.put(used.id, used)
    return used
  }

  async function append(id: string, items: readonly Item[]): Promise<readonly Item[]> {
    if (items.length === 0) return []
    const batch = newBatch(now())
    const added = items.map((item, index) => withId(item, id, batch, index))
    const size = sizeOf(added)
    if (size > maxRecordBytes) throw new RecordTooLarge(maxRecordBytes)
    await batches.put(`${id}.${batch}.${size}`, {
      items: added,
      expiresAt: secondsOf(now()) + ttlSeconds,
    })
    await forgetBeginning(id)
    return added
  }

  /** A conversation is read whole: what is too much for that goes, the oldest first. */
  async function forgetBeginning(id: string): Promise<void> {
    const names = await batchNames(id)
    let left = maxRecordBytes
    const kept = names.toReversed().findIndex((name, index) => {
      left -= Number(name.split('.')[2])
      return left < 0 || index >= MAX_BATCHES
    })
    if (kept !== -1) {
      await records.remove('conversation-items', names.slice(0, names.length - kept))
    }
  }

  async function itemsOf(id: string): Promise<readonly Item[]> {
    const found = await Promise.all((await batchNames(id)).map((name) => batches.get(name)))
    const items = new Map<unknown, Item>()
    for (const item of found.flatMap((batch) => batch?.items ?? [])) {
      if (!items.has(item['id'])) items.set(item['id'], item)
    }
    return [...items.values()]
  }
}

function withId(item: Item, conversation: string, batch: string, index: number) {
  if (typeof item['id'] === 'string' && item['id'] !== '') return item
  return { ...item, id: itemId(toText(item['type'] ?? 'message'), conversation, batch, index) }
}

function sizeOf(items: readonly Item[]): number {
  const bytes = new TextEncoder().encode(JSON.stringify(items))
  return Math.max(bytes.length, VALUE_BYTES * weightOf(bytes))
}
