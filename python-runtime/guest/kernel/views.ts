import type { FileNode } from './nodes.ts'

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

/** Brings what was read of the file at `offset` up to date. */
export function readViews(file: FileNode, offset: number, into: Uint8Array): void {
  for (const view of file.views) {
    if (!view.writable) continue
    const part = overlap(view, offset, into.length)
    if (part) into.set(part.memory, part.start)
  }
}

/** Shows the program in its memory what was written to the file at `offset`. */
export function writeViews(file: FileNode, offset: number, from: Uint8Array): void {
  for (const view of file.views) {
    const part = overlap(view, offset, from.length)
    part?.memory.set(from.subarray(part.start, part.start + part.memory.length))
  }
}

/** Where the file was cut off or grew, the program sees zeros. */
export function clearViews(file: FileNode, offset: number, length: number): void {
  for (const view of file.views) overlap(view, offset, length)?.memory.fill(0)
}

function overlap(view: FileView, offset: number, length: number) {
  const from = Math.max(view.offset, offset)
  const to = Math.min(view.offset + view.length, offset + length)
  if (from >= to) return undefined
  return { start: from - offset, memory: view.memory(from - view.offset, to - from) }
}
