import type { Budget } from './budget.ts'
import { bytesPerFuel, type Spend } from './costs.ts'
import { errno } from './errno.ts'
import type { FileNode } from './nodes.ts'
import { fileViews } from './views.ts'

const nothing = new Uint8Array(0)

/** Reads and writes what files hold. */
export type FileContents = ReturnType<typeof fileContents>

export function fileContents(budget: Budget, spend: Spend) {
  const inMemory = fileViews(spend)

  function bytesOf(file: FileNode): Uint8Array<ArrayBuffer> {
    file.bytes ??= file.load ? file.load() : nothing
    return file.bytes
  }

  /** Charges for bytes that are about to be copied or cleared. */
  function spendFor(bytes: number): void {
    spend(Math.ceil(bytes / bytesPerFuel))
  }

  const roomOf = (file: FileNode) => (file.load ? 0 : (file.bytes?.length ?? 0))

  /** Makes the content the file's own, in exactly so much room. */
  function move(file: FileNode, room: number): void {
    const kept = Math.min(file.size, room)
    spendFor(room)
    const bytes = allocate(room, roomOf(file))
    if (kept > 0) bytes.set(bytesOf(file).subarray(0, kept))
    file.bytes = bytes
    file.load = undefined
  }

  /** New bytes in place of `before`. */
  function allocate(room: number, before: number): Uint8Array<ArrayBuffer> {
    budget.take(room - before)
    try {
      return room === 0 ? nothing : new Uint8Array(room)
    } catch {
      budget.take(before - room)
      throw errno('ENOMEM')
    }
  }

  /** Sees to it that the file's own room is at least `size`. What of it is behind the content is zero. */
  function reserve(file: FileNode, size: number): Uint8Array<ArrayBuffer> {
    const room = roomOf(file)
    if (file.load || size > room) {
      // More than asked for, so that a file written in small pieces is copied seldom; less of it when little is left.
      const spare = Math.min(room / 2 + 256, (budget.capacity - budget.used) / 2)
      move(file, Math.max(size, room + Math.floor(spare)))
    }
    return bytesOf(file)
  }

  function shrink(file: FileNode, size: number): void {
    // Room is given back when it is worth a copy, and all of it when the file is emptied.
    if (size === 0 || size < roomOf(file) / 2) return move(file, size)
    spendFor(file.size - size)
    reserve(file, file.size).fill(0, size, file.size)
  }

  return {
    /** Copies from the file at `offset`; gives the count, 0 at its end. */
    read(file: FileNode, offset: number, into: Uint8Array): number {
      if (offset >= file.size) return 0
      const count = Math.min(file.size - offset, into.length)
      const part = into.subarray(0, count)
      spendFor(count)
      part.set(bytesOf(file).subarray(offset, offset + count))
      inMemory.read(file.views, offset, part)
      return count
    },

    write(file: FileNode, offset: number, from: Uint8Array): void {
      const end = offset + from.length
      const bytes = reserve(file, Math.max(end, file.size))
      if (offset > file.size) inMemory.clear(file.views, file.size, offset - file.size)
      spendFor(from.length)
      bytes.set(from, offset)
      inMemory.write(file.views, offset, from)
      file.size = Math.max(file.size, end)
    },

    resize(file: FileNode, size: number): void {
      if (size < file.size) shrink(file, size)
      else reserve(file, size)
      const [from, to] = size < file.size ? [size, file.size] : [file.size, size]
      inMemory.clear(file.views, from, to - from)
      file.size = size
    },

    /** Makes the content the file's own, as it is about to change without a call. */
    own(file: FileNode): void {
      reserve(file, file.size)
    },

    usage: () => budget,

    /** Gives back what a file takes that nobody holds: all when it is not linked, else what can be loaded again. */
    release(file: FileNode): void {
      if (file.linked && !file.load) return
      budget.take(-roomOf(file))
      file.bytes = undefined
      if (!file.linked) file.size = 0
    },
  }
}
