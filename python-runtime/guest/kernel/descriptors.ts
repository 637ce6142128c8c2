import type { FileContents } from './content.ts'
import { ErrnoError } from './errno.ts'
import type { FileSystem } from './file-system.ts'
import { entriesOf, type DirectoryNode, type Node } from './nodes.ts'

/** Flags of `open` (`bits/fcntl.h` of musl for emscripten). */
export const OpenFlag = {
  WRONLY: 0o1,
  RDWR: 0o2,
  CREAT: 0o100,
  EXCL: 0o200,
  TRUNC: 0o1000,
  APPEND: 0o2000,
  NONBLOCK: 0o4000,
  DIRECTORY: 0o200000,
  NOFOLLOW: 0o400000,
} as const

const maxDescriptors = 1024

/** An open file description: what `dup` shares. */
export interface OpenFile {
  node: Node
  flags: number
  position: number
  references: number
  /** A directory's entries as they were when it was opened or rewound. */
  listing: [string, Node][] | undefined
}

/** The table of open files. */
export type Descriptors = ReturnType<typeof descriptors>

export function descriptors(fs: FileSystem, contents: FileContents) {
  const table: (OpenFile | undefined)[] = []

  function get(fd: number): OpenFile {
    const file = table[fd]
    if (!file) throw new ErrnoError('EBADF')
    return file
  }

  function put(file: OpenFile, lowest = 0): number {
    let fd = lowest
    while (table[fd]) fd++
    if (fd >= maxDescriptors) throw new ErrnoError('EMFILE')
    table[fd] = file
    return fd
  }

  function openNode(node: Node, flags: number): number {
    if (node.kind === 'file') node.opens++
    return put({ node, flags, position: 0, references: 1, listing: undefined })
  }

  function close(fd: number): void {
    const file = get(fd)
    table[fd] = undefined
    if (--file.references > 0) return
    const { node } = file
    if (node.kind === 'pipe' && isWritable(file)) node.writers--
    if (node.kind !== 'file') return
    node.opens--
    if (node.opens === 0 && !node.linked) contents.release(node)
  }

  function existingOrNew(from: DirectoryNode, path: string, flags: number, mode: number): Node {
    const place = fs.locate(from, path, (flags & OpenFlag.NOFOLLOW) === 0)
    if (place.node) {
      if (flags & OpenFlag.CREAT && flags & OpenFlag.EXCL) throw new ErrnoError('EEXIST')
      if (place.node.kind === 'link') throw new ErrnoError('ELOOP')
      return place.node
    }
    if (!(flags & OpenFlag.CREAT)) throw new ErrnoError('ENOENT')
    const file = fs.newFile(mode)
    fs.attach(place, file)
    return file
  }

  return {
    get,
    close,

    open(from: DirectoryNode, path: string, flags: number, mode: number): number {
      const node = existingOrNew(from, path, flags, mode)
      const writing = (flags & (OpenFlag.WRONLY | OpenFlag.RDWR)) !== 0
      if (node.kind === 'directory' && writing) throw new ErrnoError('EISDIR')
      if (node.kind !== 'directory' && flags & OpenFlag.DIRECTORY) throw new ErrnoError('ENOTDIR')
      if (node.kind === 'file' && writing && flags & OpenFlag.TRUNC) {
        contents.resize(node, 0)
        fs.touch(node)
      }
      return openNode(node, flags)
    },

    pipe(): [reader: number, writer: number] {
      const node = fs.newPipe()
      return [openNode(node, 0), openNode(node, OpenFlag.WRONLY)]
    },

    duplicate(fd: number, lowest = 0): number {
      const file = get(fd)
      const copy = put(file, lowest)
      file.references++
      return copy
    },

    duplicateTo(fd: number, target: number): number {
      const file = get(fd)
      if (target < 0 || target >= maxDescriptors) throw new ErrnoError('EBADF')
      if (fd === target) throw new ErrnoError('EINVAL')
      if (table[target]) close(target)
      file.references++
      table[target] = file
      return target
    },

    /** Gives the count, 0 at the end. Without `offset`, reads on from the file's position and moves it. */
    read(file: OpenFile, into: Uint8Array<ArrayBuffer>, offset?: number): number {
      const { node } = file
      if (file.flags & OpenFlag.WRONLY) throw new ErrnoError('EBADF')
      switch (node.kind) {
        case 'file': {
          const count = contents.read(node, offset ?? file.position, into)
          if (offset === undefined) file.position += count
          return count
        }
        case 'device':
          return node.read(into)
        case 'pipe':
          return readPipe(node, into)
        case 'directory':
          throw new ErrnoError('EISDIR')
        case 'link':
          throw new ErrnoError('EINVAL')
      }
    },

    write(file: OpenFile, from: Uint8Array, offset?: number): void {
      const { node } = file
      if (!isWritable(file)) throw new ErrnoError('EBADF')
      switch (node.kind) {
        case 'file': {
          const appending = (file.flags & OpenFlag.APPEND) !== 0
          const position = appending ? node.size : (offset ?? file.position)
          contents.write(node, position, from)
          fs.touch(node)
          if (offset === undefined) file.position = position + from.length
          return
        }
        case 'device':
          node.write(from)
          return
        case 'pipe':
          node.chunks.push(from.slice())
          return
        case 'directory':
        case 'link':
          throw new ErrnoError('EBADF')
      }
    },

    /** `whence` is SEEK_SET 0, SEEK_CUR 1 or SEEK_END 2. */
    seek(file: OpenFile, offset: number, whence: number): number {
      const { node } = file
      if (node.kind !== 'file' && node.kind !== 'directory') throw new ErrnoError('ESPIPE')
      const end = node.kind === 'file' ? node.size : 0
      const base = whence === 0 ? 0 : whence === 1 ? file.position : end
      if (whence < 0 || whence > 2 || base + offset < 0) throw new ErrnoError('EINVAL')
      file.position = base + offset
      if (file.position === 0) file.listing = undefined
      return file.position
    },

    listing(file: OpenFile): [string, Node][] {
      const { node } = file
      if (node.kind !== 'directory') throw new ErrnoError('ENOTDIR')
      file.listing ??= [['.', node], ['..', node.parent ?? node], ...entriesOf(node)]
      return file.listing
    },
  }
}

function isWritable(file: OpenFile): boolean {
  return (file.flags & (OpenFlag.WRONLY | OpenFlag.RDWR)) !== 0
}

/** An empty pipe with a writer left would block for ever, as nothing else runs: it says so instead. */
function readPipe(pipe: { chunks: Uint8Array[]; writers: number }, into: Uint8Array): number {
  const [chunk] = pipe.chunks
  if (!chunk) {
    if (pipe.writers > 0) throw new ErrnoError('EAGAIN')
    return 0
  }
  const count = Math.min(chunk.length, into.length)
  into.set(chunk.subarray(0, count))
  if (count < chunk.length) pipe.chunks[0] = chunk.subarray(count)
  else pipe.chunks.shift()
  return count
}
