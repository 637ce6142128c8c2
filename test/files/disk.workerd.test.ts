import { env } from 'cloudflare:workers'
import { diskStore } from '../../src/files/disk.ts'
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
