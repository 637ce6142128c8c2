import type { RateLimiter } from '../../src/auth/rate-limit.ts'

/** Lets each key in once. */
export class Once implements RateLimiter {
  readonly #seen = new Set<string>()

  async limit({ key }: { key: string }) {
    const success = !this.#seen.has(key)
    this.#seen.add(key)
    return { success }
  }
}
