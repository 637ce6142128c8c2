import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { keyIn } from '../../src/auth/bearer.ts'

const windowMs = 60_000
/** More callers than this are not told apart for long: who has asked least lately is forgotten first. */
const MAX_KEYS = 10_000

/**
 * Counts the requests of each key, so many in a minute: they may come at once, and then one by one as the minute passes.
 * Who sends no key is not counted; the Worker gives him no work.
 */
export class KeyLimit {
  readonly #perRequestMs: number
  readonly #now: () => number
  /** By the hash of a key: until when its requests take up the minute, each for its part of it. */
  readonly #busyUntil = new Map<string, number>()

  constructor(requestsPerMinute: number, now: () => number = () => performance.now()) {
    this.#perRequestMs = windowMs / requestsPerMinute
    this.#now = now
  }

  /** How many seconds this one has to wait; 0 when it passes, and then it is counted. */
  waitFor({ headers }: Pick<IncomingMessage, 'headers'>): number {
    const sent = keyIn(headers.authorization ?? '')
    if (sent === null) return 0
    const key = hashOf(sent)
    const now = this.#now()
    const until = Math.max(now, this.#busyUntil.get(key) ?? now) + this.#perRequestMs
    const waitMs = until - now - windowMs
    // A rounding is no request too many.
    if (waitMs > 1e-6) return Math.ceil(waitMs / 1000)
    this.#busyUntil.delete(key)
    this.#busyUntil.set(key, until)
    for (const oldest of this.#busyUntil.keys()) {
      if (this.#busyUntil.size <= MAX_KEYS) break
      this.#busyUntil.delete(oldest)
    }
    return 0
  }
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64')
}
