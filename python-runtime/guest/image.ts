import type { ArchiveIndex } from './archive.ts'
import type { Library } from './kernel/calls/libraries.ts'

/** What the image build hands to the guest beside the program itself (`image.json`). */
export interface ImageRecord {
  files: ArchiveIndex
  /** The extension modules that were linked into the program. */
  libraries: Library[]
  /** Table slot of the function through which CPython calls C functions of another signature. */
  trampolineSlot: number
}

export interface Image extends ImageRecord {
  program: WebAssembly.Module
  archive: Uint8Array<ArrayBuffer>
}
