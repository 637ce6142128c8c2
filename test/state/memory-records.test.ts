import { ownStateContract } from '../contracts/own-state.ts'
import { memoryRecords } from '../support/memory-records.ts'

const recordsOf = memoryRecords()

ownStateContract('in memory', {
  create: async (owner) => recordsOf(owner),
  spoil: (owner, folder, name, text) => recordsOf(owner).write(folder, name, text),
})
