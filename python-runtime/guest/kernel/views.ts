import { bytesPerFuel, fuelPerItem, type Spend } from './costs.ts'

/**
 * A part of a file that the program has mapped into its memory, shared. While it is mapped, the memory is the
 * truth about that part, as the program writes there without telling: reading the file copies from it, and
 * writing the file writes to it.
 */
export interface FileView {
  offset: number
  length: number
  /** The program's memory from `from` bytes behind the view's start. */
  memory: (from: number, length: number) => Uint8Array
  writable: boolean
}

/** Keeps a file and its views the same. One byte may be in many views: each is charged for. */
export function fileViews(spend: Spend) {
  return {
    /** Brings what was read of the file at `offset` up to date. */
    read(views: FileView[], offset: number, into: Uint8Array): void {
      for (const view of views) {
        const part = view.writable ? overlap(view, offset, into.length) : undefined
        if (part) into.set(part.memory, part.start)
      }
    },

    /** Shows the program in its memory what was written to the file at `offset`. */
    write(views: FileView[], offset: number, from: Uint8Array): void {
      for (const view of views) {
        const part = overlap(view, offset, from.length)
        part?.memory.set(from.subarray(part.start, part.start + part.memory.length))
      }
    },

    /** Where the file was cut off or grew, the program sees zeros. */
    clear(views: FileView[], offset: number, length: number): void {
      for (const view of views) overlap(view, offset, length)?.memory.fill(0)
    },
  }

  /** What a view has of a part of its file, which is about to be copied. */
  function overlap(view: FileView, offset: number, length: number) {
    const from = Math.max(view.offset, offset)
    const to = Math.min(view.offset + view.length, offset + length)
    spend(fuelPerItem)
    if (from >= to) return undefined
    spend(Math.ceil((to - from) / bytesPerFuel))
    return { start: from - offset, memory: view.memory(from - view.offset, to - from) }
  }
}
