import type { FileContents } from './content.ts'
import { bytesPerFuel, fuelPerItem, fuelPerLookup, type Spend } from './costs.ts'
import { errno } from './errno.ts'
import type { FileSystem } from './file-system.ts'
import { entriesOf, type DirectoryNode, type Node } from './nodes.ts'
import {
  forgottenFlags,
  isReadable,
  isSeekable,
  isWritable,
  listingOf,
  OpenFlag,
  type Listing,
  type OpenFile,
} from './open-file.ts'
import { asDirectory } from './paths.ts'
import { readPipe, writePipe } from './pipe.ts'

export const maxDescriptors = 1024

/**
 * Entries that all open listings may have together: the engine keeps what a directory had when a listing began for as
 * long as that is neither read on nor closed. One listing may always be open, however long it is.
 */
const maxListed = 200_000

/** The table of open files. */
export type Descriptors = ReturnType<typeof descriptors>

export function descriptors(fs: FileSystem, contents: FileContents, spend: Spend) {
  const table: (OpenFile | undefined)[] = []
  let listed = 0

  function get(fd: number): OpenFile {
    const file = table[fd]
    if (!file) throw errno('EBADF')
    return file
  }

  function free(lowest = 0): number {
    let fd = lowest
    while (table[fd]) fd++
    spend((fd - lowest) * fuelPerItem)
    if (fd >= maxDescriptors) throw errno('EMFILE')
    return fd
  }

  function openNode(fd: number, node: Node, flags: number): number {
    const file = {
      node,
      flags: flags & ~forgottenFlags,
      position: 0,
      references: 1,
      listing: undefined,
    }
    table[fd] = file
    if (node.kind === 'file' || node.kind === 'directory') fs.hold(node)
    if (node.kind === 'pipe') node[isWritable(file) ? 'writers' : 'readers']++
    return fd
  }

  function close(fd: number): void {
    const file = get(fd)
    table[fd] = undefined
    if (--file.references > 0) return
    const { node } = file
    endListing(file)
    if (node.kind === 'file' || node.kind === 'directory') return fs.drop(node)
    if (node.kind === 'pipe') {
      node[isWritable(file) ? 'writers' : 'readers']--
      if (node.readers + node.writers > 0) return
    }
    fs.release(node)
  }

  function beginListing(file: OpenFile, directory: DirectoryNode): Listing {
    const { size } = entriesOf(directory)
    if (listed > 0 && listed + size > maxListed) throw errno('ENOMEM')
    listed += size
    file.listing = { entries: listingOf(directory), size }
    return file.listing
  }

  function endListing(file: OpenFile): void {
    listed -= file.listing?.size ?? 0
    file.listing = undefined
  }

  function existingOrNew(from: DirectoryNode, path: string, flags: number, mode: number): Node {
    const isExclusive = (flags & OpenFlag.CREAT) !== 0 && (flags & OpenFlag.EXCL) !== 0
    const last = isExclusive ? 'entry' : flags & OpenFlag.NOFOLLOW ? 'keep' : 'follow'
    const place = fs.locate(from, path, last)
    if (place.isDirectory && flags & OpenFlag.CREAT) throw errno('EISDIR')
    if (place.isDirectory && place.node) asDirectory(place.node)
    if (place.node && isExclusive) throw errno('EEXIST')
    if (!place.node && !(flags & OpenFlag.CREAT)) throw errno('ENOENT')
    return place.node ?? fs.makeFile(place, mode)
  }

  return {
    get,
    close,

    isOpen: (fd: number): boolean => table[fd] !== undefined,

    open(from: DirectoryNode, path: string, flags: number, mode: number): number {
      const fd = free()
      const node = existingOrNew(from, path, flags, mode)
      const writing = isWritable({ flags })
      if (node.kind === 'directory' && (writing || flags & OpenFlag.CREAT)) {
        throw errno('EISDIR')
      }
      if (node.kind !== 'directory' && flags & OpenFlag.DIRECTORY) throw errno('ENOTDIR')
      if (node.kind === 'link') throw errno('ELOOP')
      if (node.kind === 'file' && writing && flags & OpenFlag.TRUNC) {
        contents.resize(node, 0)
        fs.touch(node)
      }
      return openNode(fd, node, flags)
    },

    pipe(): [reader: number, writer: number] {
      const reader = free()
      const writer = free(reader + 1)
      const node = fs.makePipe()
      return [openNode(reader, node, 0), openNode(writer, node, OpenFlag.WRONLY)]
    },

    duplicate(fd: number, lowest = 0): number {
      const file = get(fd)
      if (lowest < 0 || lowest >= maxDescriptors) throw errno('EINVAL')
      const copy = free(lowest)
      file.references++
      table[copy] = file
      return copy
    },

    duplicateTo(fd: number, target: number): number {
      const file = get(fd)
      if (target < 0 || target >= maxDescriptors) throw errno('EBADF')
      if (fd === target) throw errno('EINVAL')
      if (table[target]) close(target)
      file.references++
      table[target] = file
      return target
    },

    /** Gives the count, 0 at the end. Without `offset`, reads on from the file's position and moves it. */
    read(file: OpenFile, into: Uint8Array<ArrayBuffer>, offset?: number): number {
      const { node } = file
      if (!isReadable(file)) throw errno('EBADF')
      switch (node.kind) {
        case 'file': {
          const count = contents.read(node, offset ?? file.position, into)
          if (offset === undefined) file.position += count
          return count
        }
        case 'device':
          spend(Math.ceil(into.length / bytesPerFuel))
          return node.read(into)
        case 'pipe':
          spend(Math.ceil(into.length / bytesPerFuel))
          return readPipe(node, into)
        case 'directory':
          throw errno('EISDIR')
        case 'link':
          throw errno('EINVAL')
      }
    },

    /** Gives the count, which is less than asked for only where a pipe is full, or a device takes no more at once. */
    write(file: OpenFile, from: Uint8Array, offset?: number): number {
      const { node } = file
      if (!isWritable(file)) throw errno('EBADF')
      switch (node.kind) {
        case 'file': {
          const appending = (file.flags & OpenFlag.APPEND) !== 0
          const position = appending ? node.size : (offset ?? file.position)
          contents.write(node, position, from)
          fs.touch(node)
          if (offset === undefined) file.position = position + from.length
          return from.length
        }
        case 'device':
          spend(Math.ceil(from.length / bytesPerFuel))
          return node.write(from)
        case 'pipe':
          spend(Math.ceil(from.length / bytesPerFuel))
          return writePipe(node, from)
        case 'directory':
        case 'link':
          throw errno('EBADF')
      }
    },

    /** `whence` is SEEK_SET 0, SEEK_CUR 1 or SEEK_END 2. */
    seek(file: OpenFile, offset: number, whence: number): number {
      const { node } = file
      if (!isSeekable(node)) throw errno('ESPIPE')
      if (node.kind === 'device') return 0
      const end = node.kind === 'file' ? node.size : 0
      const position = offset + (whence === 0 ? 0 : whence === 1 ? file.position : end)
      if (whence < 0 || whence > 2) throw errno('EINVAL')
      if (position < 0 || !Number.isSafeInteger(position)) throw errno('EINVAL')
      if (node.kind === 'directory' && position !== file.position) {
        // A directory can be read from its start; other places in it have no name that would last.
        if (position !== 0) throw errno('EINVAL')
        endListing(file)
      }
      file.position = position
      return position
    },

    /** The next entry of a directory; undefined at the end. */
    nextEntry(file: OpenFile): [string, Node] | undefined {
      if (file.node.kind !== 'directory') throw errno('ENOTDIR')
      const { entries } = file.listing ?? beginListing(file, file.node)
      spend(fuelPerLookup)
      const next = entries.next()
      if (next.done) return undefined
      file.position++
      return next.value
    },
  }
}
