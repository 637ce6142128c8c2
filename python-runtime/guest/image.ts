import type { ArchiveIndex } from './archive.ts'
import type { Library } from './kernel/calls/libraries.ts'
import type { Parts } from './parts.ts'

/** What the image build hands to the guest beside the program itself. */
export interface ImageRecord {
  files: ArchiveIndex
  /** The extension modules that were linked into the program. */
  libraries: Library[]
  /** The snapshot's packed blocks: where each lies among them, its length, and where it belongs in memory. */
  blocks: [offset: number, length: number, address: number][]
  /** Address of the Python function that takes a request and runs it. */
  entry: number
  /** The same for the function that tells where a program was that had to be ended. */
  lastWords: number
}

export interface Image extends ImageRecord {
  /** CPython and the extension modules, as they were when the snapshot was taken but for their memory. */
  program: WebAssembly.Module
  /** The memory, packed, and the function that unpacks it (`build/snapshot/unpack.wat`). */
  snapshot: WebAssembly.Module
  /** The files, packed, and the function that unpacks them (`build/archive-module.ts`). */
  archive: WebAssembly.Module
  /** What the modules have no room for; nothing where they have all. */
  parts?: Parts | null
}

/**
 * Where the platform writes the number of a signal for the program, such as SIGXCPU shortly before its limit of processor
 * time, and where that the program has ended: below all of the program's own data. The program exports both addresses by
 * the names that Cloudflare looks for.
 */
export const signalAddress = 16
export const terminatedAddress = 20
