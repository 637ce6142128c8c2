/**
 * The heap of dlmalloc 2.8, which is emscripten's `malloc`
 * (https://github.com/emscripten-core/emscripten/blob/main/system/lib/dlmalloc.c): chunks without a gap, each with
 * its size and two flags before its content. A free one has links of the allocator at its beginning, and its size
 * once more behind it.
 */

const sizeAt = 4
const flagBits = 7
const inUse = 2
const minChunkBytes = 16
/** The header and the links of a chunk that is free. */
const linkBytes = 32

/**
 * Zeroes what the program freed, from the heap's start to the end of the memory: nobody may read it any more, and
 * zeros are neither packed nor unpacked.
 *
 * @throws Error when the memory holds no such heap.
 */
export function clearFreedMemory(memory: Uint8Array, heapStart: number): void {
  const view = new DataView(memory.buffer, memory.byteOffset, memory.byteLength)
  let chunk = Math.ceil(heapStart / 8) * 8
  let end = chunk
  for (;;) {
    const head = view.getUint32(chunk + sizeAt, true)
    end = chunk + (head & ~flagBits)
    if (end < chunk + minChunkBytes || end + 8 > memory.length) break
    if ((head & inUse) === 0) {
      // Neighbors that are both free would be one: what follows the last chunk is no chunk.
      const isTop = (view.getUint32(end + sizeAt, true) & inUse) === 0
      if (!isTop && view.getUint32(end, true) !== end - chunk) break
      memory.fill(0, Math.min(chunk + linkBytes, end), end)
      if (isTop) return
    }
    chunk = end
  }
  throw new Error(`The heap has no chunk at ${chunk}.`)
}
