import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { countRequest } from '../../src/auth/rate-limit.ts'

it("Cloudflare's binding counts the requests of a key", async () => {
  await countRequest(env.RATE_LIMITER, 'ada')
  await countRequest(env.RATE_LIMITER, 'ada')

  await expect(countRequest(env.RATE_LIMITER, 'ada')).rejects.toMatchObject({ status: 429 })
  await expect(countRequest(env.RATE_LIMITER, 'bob')).resolves.toBeUndefined()
})
