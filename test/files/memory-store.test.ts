import { fileStoreContract } from '../contracts/file-store.ts'
import { memoryStores } from '../support/memory-store.ts'

let clock = () => 0
const stores = memoryStores({ ttlSeconds: 3600, now: () => clock() })
let round = 0

fileStoreContract('in memory', {
  async create(owner, now) {
    clock = now
    return stores(owner === 'ada' ? `ada-${++round}` : owner)
  },
})
