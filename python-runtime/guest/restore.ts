import { mountArchive } from './archive.ts'
import type { Image } from './image.ts'
import type { Kernel } from './kernel/kernel.ts'

/** Starts CPython where the snapshot stopped: with the libraries imported, and nobody's program run yet. */
export function restore(kernel: Kernel, image: Image): void {
  mountArchive(kernel, image.archive, image.files)
  kernel.load(image.program)
  const { exports } = new WebAssembly.Instance(image.snapshot, {
    env: { memory: kernel.program.memory() },
  })
  const { unpack } = exports
  if (typeof unpack !== 'function') throw new Error('The snapshot has no way to unpack it.')
  for (const [offset, length, address] of image.blocks) unpack(offset, length, address)
}
