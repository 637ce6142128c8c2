import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { r2Store } from '../../src/files/r2.ts'
import { fileStoreContract } from '../contracts/file-store.ts'

let round = 0

fileStoreContract('R2', {
  async create(owner, now) {
    // A bucket outlives a test, so each test has an Ada of its own.
    const own = owner === 'ada' ? `ada-${++round}` : owner
    return r2Store({ bucket: env.FILES, owner: own, ttlSeconds: 3600, now })
  },
})

it('keeps all that expires below files/, where a rule of the bucket finds it', async () => {
  const owner = 'grace'
  const store = r2Store({ bucket: env.FILES, owner, ttlSeconds: 3600 })

  await store.put({ name: 'a.txt', content: new Uint8Array(8), purpose: 'user_data' })

  const { objects } = await env.FILES.list()
  const keys = objects.map(({ key }) => key).filter((key) => key.includes(owner))
  expect(keys).toHaveLength(2)
  expect(keys.every((key) => key.startsWith('files/'))).toBe(true)
})
