import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { r2Store } from '../../src/files/r2.ts'
import { FileId } from '../../src/files/store.ts'
import { fileStoreContract } from '../contracts/file-store.ts'

let round = 0

const file = { name: 'a.txt', content: new Uint8Array(8), purpose: 'user_data' }

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

  await store.put(file)

  const { objects } = await env.FILES.list()
  const keys = objects.map(({ key }) => key).filter((key) => key.includes(owner))
  expect(keys).toHaveLength(2)
  expect(keys.every((key) => key.startsWith('files/'))).toBe(true)
})

it.each([
  { name: 'has no details', metadata: {} },
  {
    name: 'has a name that cannot be read',
    metadata: { name: '%E0%A4%A', bytes: '1', purpose: 'p', createdAt: '1', expiresAt: '9e9' },
  },
])('passes over a record that $name, and says so', async ({ metadata }) => {
  const owner = `broken-${crypto.randomUUID()}`
  const problems: Error[] = []
  const report = (problem: Error) => void problems.push(problem)
  const store = r2Store({ bucket: env.FILES, owner, ttlSeconds: 3600, report })
  const whole = await store.put(file)
  const id = FileId.parse(`file-${'0'.repeat(24)}`)
  await env.FILES.put(`files/records/${owner}/${id}`, '', { customMetadata: metadata })
  await env.FILES.put(`files/records/${owner}/no-id`, '')

  expect(await store.list()).toEqual([whole])
  expect(problems).toHaveLength(2)
  expect(await store.find(id)).toBeNull()
  expect(await store.delete(id)).toBe(false)
  expect(await env.FILES.head(`files/records/${owner}/${id}`)).toBeNull()
})

it('leaves nothing of a file whose record cannot be written', async () => {
  const owner = `full-${crypto.randomUUID()}`
  const isRecord = (key: string) => key.includes('/records/')
  const bucket = new Proxy(env.FILES, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return (key: string, ...rest: unknown[]): unknown => {
        if (name === 'put' && isRecord(key)) throw new Error('full')
        return Reflect.apply(value, target, [key, ...rest])
      }
    },
  })
  const store = r2Store({ bucket, owner, ttlSeconds: 3600 })

  await expect(store.put(file)).rejects.toThrow('full')

  const { objects } = await env.FILES.list()
  expect(objects.filter(({ key }) => key.includes(owner))).toEqual([])
})
