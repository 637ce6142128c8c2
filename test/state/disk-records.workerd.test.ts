import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { diskRecords } from '../../src/state/disk-records.ts'
import { ownStateContract } from '../contracts/own-state.ts'

declare global {
  namespace Cloudflare {
    interface Env {
      /** A folder of this machine: see `vitest.config.ts`. */
      FOLDER: Fetcher
    }
  }
}

ownStateContract('disk', {
  create: async (owner) => diskRecords(env.FOLDER, owner),
  async spoil(owner, folder, name, text) {
    await env.FOLDER.fetch(`http://folder/state/${owner}/${folder}/${name}`, {
      method: 'PUT',
      body: text,
    })
  },
})

it('tells when the disk does not do what it is asked for', async () => {
  const folder = { fetch: async () => new Response(null, { status: 507 }) }
  const records = diskRecords(folder, 'ada')

  await expect(records.read('responses', 'a')).rejects.toThrow('507')
  await expect(records.write('responses', 'a', '')).rejects.toThrow('507')
  await expect(records.remove('responses', ['a'])).rejects.toThrow('507')
  await expect(records.names('responses', '')).rejects.toThrow('507')
})
