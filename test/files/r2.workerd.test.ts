import { env } from 'cloudflare:workers'
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
