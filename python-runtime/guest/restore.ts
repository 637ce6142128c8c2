import { mountArchive } from './archive.ts'
import type { Image } from './image.ts'
import type { Kernel } from './kernel/kernel.ts'
import { bytesOf, isOf } from './parts.ts'

/** The export by which the parts of an image know each other. */
export const imageMark = '__image'

/** Starts CPython where the snapshot stopped: with the libraries imported, and nobody's program run yet. */
export function restore(kernel: Kernel, image: Image): void {
  const { parts = null } = image
  mountArchive(kernel, image.archive, image.files, parts && bytesOf(parts.files))
  kernel.load(image.program)
  const { exports } = new WebAssembly.Instance(image.snapshot, {
    env: { memory: kernel.program.memory() },
  })
  const mark = kernel.program.symbol(imageMark)
  const isWhole = parts
    ? isOf(mark, parts.memory) && isOf(mark, parts.files)
    : image.files.inModule === undefined
  if (valueOf(exports[imageMark]) !== mark || !isWhole) {
    throw new Error('The snapshot is of another program: run `npm run build:python`.')
  }
  unpackBlocks(exports, image.blocks, parts && bytesOf(parts.memory))
}

/** Has the snapshot's function put all blocks into the memory: those that its module has, or those of a part. */
export function unpackBlocks(
  { unpack, unpackWindow, window }: WebAssembly.Exports,
  blocks: Image['blocks'],
  part: Uint8Array | null = null,
): void {
  if (typeof unpack !== 'function' || typeof unpackWindow !== 'function') {
    throw new Error('The snapshot has no way to unpack it.')
  }
  if (!part) {
    for (const [offset, length, address] of blocks) unpack(offset, length, address)
    return
  }
  if (!(window instanceof WebAssembly.Memory)) throw new Error('The snapshot has no window.')
  const bytes = new Uint8Array(window.buffer)
  for (const [offset, length, address] of blocks) {
    bytes.set(part.subarray(offset, offset + length))
    unpackWindow(length, address)
  }
}

function valueOf(exported: unknown): unknown {
  return exported instanceof WebAssembly.Global ? exported.value : undefined
}
