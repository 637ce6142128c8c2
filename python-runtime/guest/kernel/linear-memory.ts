import { bytesToString } from './byte-string.ts'
import { errno } from './errno.ts'

/**
 * How the kernel reads and writes the program's memory. Addresses are byte offsets, numbers little-endian,
 * strings are strings of bytes. All of them may come from the program: what is not inside its memory is EFAULT.
 */
export interface LinearMemory {
  /** A view that is valid until the memory grows: use it at once. */
  bytes(address: number, length: number): Uint8Array<ArrayBuffer>
  readU32(address: number): number
  readI32(address: number): number
  readI64(address: number): bigint
  readI16(address: number): number
  /** The string up to its terminating zero, or the first `limit` bytes of it. */
  readString(address: number, limit: number): string
  writeU8(address: number, value: number): void
  writeI16(address: number, value: number): void
  writeU32(address: number, value: number): void
  writeI64(address: number, value: bigint): void
  /** Writes the string, cut so that it takes no more than `capacity` bytes with its terminating zero. */
  writeString(address: number, bytes: string, capacity?: number): void
}

export function linearMemory(memory: () => WebAssembly.Memory): LinearMemory {
  let buffer: ArrayBuffer | undefined
  let view = new DataView(new ArrayBuffer(0))
  let heap = new Uint8Array(0)

  /** The start of `length` bytes that are all in memory. */
  function at(address: number, length: number): number {
    const current = memory().buffer
    // Growing the memory replaces its buffer; views on the old one are dead.
    if (current !== buffer) {
      buffer = current
      view = new DataView(current)
      heap = new Uint8Array(current)
    }
    const start = address >>> 0
    if (start + length > heap.length) throw errno('EFAULT')
    return start
  }

  return {
    bytes(address, length) {
      const start = at(address, length >>> 0)
      return heap.subarray(start, start + (length >>> 0))
    },
    readU32(address) {
      const start = at(address, 4)
      return view.getUint32(start, true)
    },
    readI32(address) {
      const start = at(address, 4)
      return view.getInt32(start, true)
    },
    readI64(address) {
      const start = at(address, 8)
      return view.getBigInt64(start, true)
    },
    readI16(address) {
      const start = at(address, 2)
      return view.getInt16(start, true)
    },
    readString(address, limit) {
      const start = at(address, 1)
      const bytes = heap.subarray(start, start + limit)
      const end = bytes.indexOf(0)
      return bytesToString(end < 0 ? bytes : bytes.subarray(0, end))
    },
    writeU8(address, value) {
      const start = at(address, 1)
      view.setUint8(start, value)
    },
    writeI16(address, value) {
      const start = at(address, 2)
      view.setInt16(start, value, true)
    },
    writeU32(address, value) {
      const start = at(address, 4)
      view.setUint32(start, value, true)
    },
    writeI64(address, value) {
      const start = at(address, 8)
      view.setBigInt64(start, value, true)
    },
    writeString(address, bytes, capacity = bytes.length + 1) {
      const length = Math.min(bytes.length, capacity - 1)
      if (length < 0) return
      const start = at(address, length + 1)
      for (let index = 0; index < length; index++) heap[start + index] = bytes.charCodeAt(index)
      heap[start + length] = 0
    },
  }
}
