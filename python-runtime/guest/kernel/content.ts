import { ErrnoError } from './errno.ts'
import type { FileNode } from './nodes.ts'

/** Room is at least doubled, so that a file written in small pieces is copied seldom. */
const minimumRoom = 4096

/** Reads and writes what files hold, within one budget for all of a sandbox's own files. */
export type FileContents = ReturnType<typeof fileContents>

export function fileContents(capacityBytes: number) {
  let used = 0

  function bytesOf(file: FileNode): Uint8Array<ArrayBuffer> {
    if (!file.bytes) {
      file.bytes = file.load ? file.load() : new Uint8Array(0)
      file.load = undefined
    }
    return file.bytes
  }

  function reserve(file: FileNode, size: number): Uint8Array<ArrayBuffer> {
    const current = bytesOf(file)
    if (!file.shared && size <= current.length) return current

    const room = Math.max(
      size,
      Math.min(current.length * 2, current.length + 8 * 1024 * 1024),
      minimumRoom,
    )
    const growth = room - (file.shared ? 0 : current.length)
    if (used + growth > capacityBytes) throw new ErrnoError('ENOSPC')

    const bytes = new Uint8Array(room)
    bytes.set(current.subarray(0, Math.min(file.size, size)))
    used += growth
    file.bytes = bytes
    file.shared = false
    return bytes
  }

  return {
    /** Copies from the file at `offset`; gives the count, 0 at its end. */
    read(file: FileNode, offset: number, into: Uint8Array): number {
      if (offset >= file.size) return 0
      const end = Math.min(file.size, offset + into.length)
      into.set(bytesOf(file).subarray(offset, end))
      return end - offset
    },

    write(file: FileNode, offset: number, from: Uint8Array): void {
      const end = offset + from.length
      const bytes = reserve(file, Math.max(end, file.size))
      if (offset > file.size) bytes.fill(0, file.size, offset)
      bytes.set(from, offset)
      file.size = Math.max(file.size, end)
    },

    resize(file: FileNode, size: number): void {
      const bytes = reserve(file, size)
      if (size > file.size) bytes.fill(0, file.size, size)
      file.size = size
    },

    /** The whole content; the caller must not change it. */
    all(file: FileNode): Uint8Array<ArrayBuffer> {
      return bytesOf(file).subarray(0, file.size)
    },

    usage: () => ({ capacity: capacityBytes, used }),

    /** Gives back the room of a file that nobody can reach any more. */
    release(file: FileNode): void {
      if (!file.shared && file.bytes) used -= file.bytes.length
      file.bytes = undefined
      file.load = undefined
      file.size = 0
      file.shared = true
    },
  }
}
