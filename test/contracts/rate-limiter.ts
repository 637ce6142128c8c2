import { describe, expect, it } from 'vitest'
import { countRequest, type RateLimiter } from '../../src/auth/rate-limit.ts'

export interface RateLimiterFixture {
  create: () => RateLimiter
  /** How many requests of a key it lets pass in a short time; null when it counts none. */
  limit: number | null
}

const MANY = 50

/** What every rate limiter promises. */
export function rateLimiterContract(name: string, { create, limit }: RateLimiterFixture): void {
  /** How many of many requests it lets pass. */
  async function passed(limiter: RateLimiter, key: string): Promise<number> {
    let count = 0
    for (let asked = 0; asked < MANY; asked++) {
      if ((await limiter.limit({ key })).success) count++
    }
    return count
  }

  describe(`rate limiter: ${name}`, () => {
    it('lets so many requests of a key pass', async () => {
      expect(await passed(create(), 'ada')).toBe(limit ?? MANY)
    })

    it('counts each key by itself', async () => {
      const limiter = create()
      await passed(limiter, 'bob')

      await expect(countRequest(limiter, 'eve')).resolves.toBeUndefined()
    })

    if (limit === null) return

    it('makes one too many a 429', async () => {
      const limiter = create()
      await passed(limiter, 'zoe')

      await expect(countRequest(limiter, 'zoe')).rejects.toMatchObject({ status: 429 })
    })
  })
}
