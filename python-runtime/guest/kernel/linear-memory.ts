/** How the kernel reads and writes the program's memory. Addresses are byte offsets, numbers little-endian. */
export interface LinearMemory {
  /** A view that is valid until the memory grows: use it at once. */
  bytes(address: number, length: number): Uint8Array<ArrayBuffer>
  readU32(address: number): number
  readI32(address: number): number
  readI64(address: number): number
  readI16(address: number): number
  readString(address: number): string
  writeU8(address: number, value: number): void
  writeI16(address: number, value: number): void
  writeU32(address: number, value: number): void
  writeI64(address: number, value: number): void
  /** Writes the text and a terminating zero; cut to `capacity` bytes. Gives the bytes written without the zero. */
  writeString(address: number, text: string, capacity: number): number
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

export function linearMemory(memory: () => WebAssembly.Memory): LinearMemory {
  let buffer: ArrayBuffer | undefined
  let view = new DataView(new ArrayBuffer(0))
  let heap = new Uint8Array(0)

  /** Growing the memory replaces its buffer; views on the old one are dead. */
  function refresh(): void {
    const current = memory().buffer
    if (current === buffer) return
    buffer = current
    view = new DataView(current)
    heap = new Uint8Array(current)
  }

  return {
    bytes(address, length) {
      refresh()
      return heap.subarray(address >>> 0, (address >>> 0) + (length >>> 0))
    },
    readU32(address) {
      refresh()
      return view.getUint32(address >>> 0, true)
    },
    readI32(address) {
      refresh()
      return view.getInt32(address >>> 0, true)
    },
    readI64(address) {
      refresh()
      return Number(view.getBigInt64(address >>> 0, true))
    },
    readI16(address) {
      refresh()
      return view.getInt16(address >>> 0, true)
    },
    readString(address) {
      refresh()
      const start = address >>> 0
      return decoder.decode(heap.subarray(start, heap.indexOf(0, start)))
    },
    writeU8(address, value) {
      refresh()
      view.setUint8(address >>> 0, value)
    },
    writeI16(address, value) {
      refresh()
      view.setInt16(address >>> 0, value, true)
    },
    writeU32(address, value) {
      refresh()
      view.setUint32(address >>> 0, value, true)
    },
    writeI64(address, value) {
      refresh()
      view.setBigInt64(address >>> 0, BigInt(Math.trunc(value)), true)
    },
    writeString(address, text, capacity) {
      refresh()
      const start = address >>> 0
      const { written } = encoder.encodeInto(text, heap.subarray(start, start + capacity - 1))
      heap[start + written] = 0
      return written
    },
  }
}
