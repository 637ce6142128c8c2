/** In flight at once, of one request (https://developers.cloudflare.com/dynamic-workers/platform/limits/). */
const mostInFlight = 4

/** How long after its end one still counts. Cloudflare does not say; others have met it in production. */
const defaultLateMs = 30_000

/** The dynamic Workers of one request that are in flight, as Cloudflare counts them. */
export class Slots {
  readonly #lateMs: number
  #taken = 0

  constructor(lateMs = defaultLateMs) {
    this.#lateMs = lateMs
  }

  /** What it gives frees the slot, late, and may be called more than once. */
  take(): () => void {
    if (this.#taken >= mostInFlight) {
      throw new Error(
        `Dynamic worker concurrency limit exceeded: each request may have up to ${mostInFlight} concurrent dynamic worker invocations`,
      )
    }
    this.#taken++
    let isFreed = false
    return () => {
      if (isFreed) return
      isFreed = true
      setTimeout(() => this.#taken--, this.#lateMs)
    }
  }
}
