import type { ReportRecord } from '../files/store.ts'
import { containers } from './containers.ts'
import { conversations } from './conversations.ts'
import { placeOf } from './ids.ts'
import type { Records } from './records.ts'
import { responses } from './responses.ts'
import { isTimeToCount, makeRoom, type StateLimits } from './room.ts'
import type { Keeping } from './shelf.ts'
import type { OwnState } from './store.ts'

export interface OwnStateOptions {
  records: Records
  /** How long anything is kept, as files are. */
  ttlSeconds: number
  limits: StateLimits & { maxRecordBytes: number }
  now?: () => number
  report?: ReportRecord
  /** From 0 to 1: decides when to count what is kept. */
  chance?: () => number
}

/** What is kept for one owner, as records. */
export function ownState({
  records,
  ttlSeconds,
  limits,
  now = Date.now,
  report = () => {},
  chance = Math.random,
}: OwnStateOptions): OwnState {
  const keeping: Keeping = {
    records,
    ttlSeconds,
    maxRecordBytes: limits.maxRecordBytes,
    now,
    report,
    async written(bytes) {
      if (!isTimeToCount(bytes, chance)) return
      // What is written is kept: room is made the next time, if not now.
      await makeRoom(records, limits).catch(() => {})
    },
  }
  const ownResponses = responses(keeping)
  const { itemOfBatch, ...ownConversations } = conversations(keeping)

  return {
    ...ownResponses,
    ...containers(keeping),
    ...ownConversations,

    async getItem(id) {
      const place = placeOf(id)
      if (place === null) return null
      if (place.in === 'conversation') return itemOfBatch(place.conversation, place.batch, id)
      const response = await ownResponses.getResponse(place.response)
      const output: unknown = response?.body['output']
      const items = [...(Array.isArray(output) ? output : []), ...(response?.input ?? [])]
      return items.find((item) => item.id === id) ?? null
    },
  }
}
