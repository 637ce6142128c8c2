import { expect, it } from 'vitest'
import { clearFreedMemory } from '../../../python-runtime/build/snapshot/heap.ts'

const heapStart = 100
const firstChunk = 104

/** A heap of chunks whose content is all ones, the last of them free up to the memory's end. */
function heapOf(...chunks: { bytes: number; isFree: boolean }[]): Uint8Array {
  const memory = new Uint8Array(1024).fill(1)
  const view = new DataView(memory.buffer)
  let at = firstChunk
  let previous = { bytes: 0, isFree: false }
  for (const chunk of chunks) {
    if (previous.isFree) view.setUint32(at, previous.bytes, true)
    view.setUint32(at + 4, chunk.bytes | (chunk.isFree ? 0 : 2) | (previous.isFree ? 0 : 1), true)
    at += chunk.bytes
    previous = chunk
  }
  view.setUint32(at + 4, 0, true)
  return memory
}

const used = { bytes: 64, isFree: false }
const free = { bytes: 80, isFree: true }

it('zeroes what is free, but for the links of the allocator', () => {
  const memory = heapOf(used, free, used, { bytes: 400, isFree: true })

  clearFreedMemory(memory, heapStart)

  const [freed, after] = [firstChunk + 64, firstChunk + 64 + 80]
  expect(memory.subarray(0, firstChunk)).toEqual(new Uint8Array(firstChunk).fill(1))
  expect(memory.subarray(firstChunk + 8, freed)).toEqual(new Uint8Array(56).fill(1))
  expect(memory.subarray(freed + 8, freed + 32)).toEqual(new Uint8Array(24).fill(1))
  expect(memory.subarray(freed + 32, after)).toEqual(new Uint8Array(48))
  expect(memory.subarray(after + 8, after + 64)).toEqual(new Uint8Array(56).fill(1))
  expect(memory.subarray(after + 64 + 32, after + 64 + 400)).toEqual(new Uint8Array(368))
})

it('refuses a memory that holds no such heap', () => {
  expect(() => clearFreedMemory(new Uint8Array(1024).fill(1), heapStart)).toThrow(
    'The heap has no chunk at 104.',
  )
})

it('refuses a chunk that does not know its size', () => {
  const memory = heapOf(used, free, used, { bytes: 400, isFree: true })
  memory[firstChunk + 64 + 80] = 7

  expect(() => clearFreedMemory(memory, heapStart)).toThrow('The heap has no chunk at 168.')
})
