import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { diskStore } from '../../src/files/disk.ts'
import { FileId } from '../../src/files/store.ts'
import { fileStoreContract } from '../contracts/file-store.ts'

declare global {
  namespace Cloudflare {
    interface Env {
      /** A folder of this machine: see `vitest.config.ts`. */
      FOLDER: Fetcher
    }
  }
}

let round = 0

fileStoreContract('disk', {
  async create(owner, now) {
    // A folder outlives a test, so each test has an Ada of its own.
    const own = owner === 'ada' ? `ada-${++round}` : owner
    return diskStore({ folder: env.FOLDER, owner: own, ttlSeconds: 3600, now })
  },
})

const file = { name: 'a.txt', content: new Uint8Array(8), purpose: 'user_data' }

it.each(['', '{', '{"name":"a"}', 'null'])(
  'passes over a record that says %j, and tells of it',
  async (text) => {
    const owner = `broken-${crypto.randomUUID()}`
    const problems: Error[] = []
    const report = (problem: Error) => void problems.push(problem)
    const store = diskStore({ folder: env.FOLDER, owner, ttlSeconds: 3600, report })
    const whole = await store.put(file)
    const id = FileId.parse(`file-${'0'.repeat(24)}`)
    for (const name of [id, 'no-id']) {
      await env.FOLDER.fetch(`http://folder/records/${owner}/${name}`, {
        method: 'PUT',
        body: text,
      })
    }

    expect(await store.list()).toEqual([whole])
    expect(problems).toHaveLength(1)
    expect(await store.delete(id)).toBe(false)
    expect(await store.delete(whole.id)).toBe(true)
  },
)

it('leaves nothing of a file whose record cannot be written', async () => {
  const owner = `full-${crypto.randomUUID()}`
  const folder = {
    fetch: (url: string, init?: RequestInit) =>
      init?.method === 'PUT' && url.includes('/records/')
        ? Promise.resolve(new Response(null, { status: 507 }))
        : env.FOLDER.fetch(url, init),
  }

  await expect(diskStore({ folder, owner, ttlSeconds: 3600 }).put(file)).rejects.toThrow('507')

  const left = await env.FOLDER.fetch(`http://folder/content/${owner}/`)
  expect(left.ok ? await left.json() : []).toEqual([])
})
