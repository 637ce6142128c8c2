import { ownState } from '../../src/state/own-state.ts'
import type { OwnState } from '../../src/state/store.ts'
import { memoryRecords } from './memory-records.ts'
import { memoryStores } from './memory-store.ts'
import { testApp } from './test-app.ts'

/** An app of its own, and what it keeps for the caller of an open server, to be looked at and put there. */
export function keptApp(env: object = {}) {
  const recordsOf = memoryRecords()
  const filesOf = memoryStores()
  const app = testApp({ env, recordsOf, filesOf })
  const limits = { maxRecords: 1000, maxBytes: 1e9, maxRecordBytes: 1e8 }
  const stateOf = (owner: string): OwnState =>
    ownState({ records: recordsOf(owner), ttlSeconds: 604_800, limits })
  return { app, state: stateOf('local'), files: filesOf('local'), stateOf }
}
