import { RateLimitError } from 'openai'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../src/auth/digest.ts'
import { UNLIMITED } from '../../src/services.ts'
import { rateLimiterContract } from '../contracts/rate-limiter.ts'
import { Once } from '../support/once.ts'
import { clientOf, testApp } from '../support/test-app.ts'

async function appFor(...keys: string[]) {
  const hashes = await Promise.all(keys.map(sha256))
  const env = { AUTH: 'keys', API_KEYS: hashes.join(',') }
  return testApp({ env, rateLimiter: new Once() })
}

rateLimiterContract('once for each key', { create: () => new Once(), limit: 1 })
rateLimiterContract('none', { create: () => UNLIMITED, limit: null })

describe('the limit on requests', () => {
  it('refuses a key that asks too often, and says when to try again', async () => {
    const client = clientOf(await appFor('ada'), 'ada')
    await client.models.list()

    const failure = client.models.list()

    await expect(failure).rejects.toBeInstanceOf(RateLimitError)
    await expect(failure).rejects.toMatchObject({ code: 'rate_limit_exceeded' })
    const error: unknown = await failure.then(null, (reason: unknown) => reason)
    expect(error instanceof RateLimitError && error.headers.get('retry-after')).toBe('60')
  })

  it('counts each key by itself', async () => {
    const app = await appFor('ada', 'bob')
    await clientOf(app, 'ada').models.list()

    expect((await clientOf(app, 'bob').models.list()).data).toHaveLength(1)
  })

  it('does not count who is not let in', async () => {
    const app = await appFor('ada')

    await expect(clientOf(app, 'eve').models.list()).rejects.toMatchObject({ status: 401 })
    await expect(clientOf(app, 'eve').models.list()).rejects.toMatchObject({ status: 401 })
  })

  it('is none for an open server, which serves its own machine', async () => {
    const client = clientOf(testApp({ rateLimiter: new Once() }))
    await client.models.list()

    expect((await client.models.list()).data).toHaveLength(1)
  })
})
