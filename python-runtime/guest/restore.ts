import { mountArchive } from './archive.ts'
import type { Image } from './image.ts'
import type { Kernel } from './kernel/kernel.ts'

/** The export by which the parts of an image know each other. */
export const imageMark = '__image'

/** Starts CPython where the snapshot stopped: with the libraries imported, and nobody's program run yet. */
export function restore(kernel: Kernel, image: Image): void {
  mountArchive(kernel, image.archive, image.files)
  kernel.load(image.program)
  const { exports } = new WebAssembly.Instance(image.snapshot, {
    env: { memory: kernel.program.memory() },
  })
  if (valueOf(exports[imageMark]) !== kernel.program.symbol(imageMark)) {
    throw new Error('The snapshot is of another program: run `npm run build:python`.')
  }
  unpackBlocks(exports, image.blocks)
}

/** Has the snapshot's function put all of its blocks into the memory. */
export function unpackBlocks({ unpack }: WebAssembly.Exports, blocks: Image['blocks']): void {
  if (typeof unpack !== 'function') throw new Error('The snapshot has no way to unpack it.')
  for (const [offset, length, address] of blocks) unpack(offset, length, address)
}

function valueOf(exported: unknown): unknown {
  return exported instanceof WebAssembly.Global ? exported.value : undefined
}
