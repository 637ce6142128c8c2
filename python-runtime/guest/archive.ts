import { inflateSync } from 'fflate'
import { byteString } from './kernel/byte-string.ts'
import type { Kernel } from './kernel/kernel.ts'
import type { DirectoryNode, Node } from './kernel/nodes.ts'

/** How to find the image's files in one piece of bytes: files that lie side by side are deflated together. */
export interface ArchiveIndex {
  /** Where each block lies, and the length of what it holds; a block of the same length is not deflated. */
  blocks: [offset: number, packedLength: number, length: number][]
  root: ArchiveDirectory
}
export interface ArchiveDirectory {
  [name: string]: ArchiveDirectory | ArchiveFile
}
/** A file's place within what its block holds. */
export type ArchiveFile = [block: number, offset: number, length: number]

/** Who imports a package reads files that lie side by side, and some of the packages that it stands on. */
const blocksAtHand = 4

/** Puts the image's files into the root of the file system. Nothing is unpacked before it is read. */
export function mountArchive(
  kernel: Kernel,
  archive: Uint8Array<ArrayBuffer>,
  index: ArchiveIndex,
): void {
  const { fs } = kernel
  const block = recent(blocksAtHand, (number) => {
    const [offset = 0, packedLength = 0, length = 0] = index.blocks[number] ?? []
    const packed = archive.subarray(offset, offset + packedLength)
    return packedLength === length ? packed : inflateSync(packed, { out: new Uint8Array(length) })
  })

  function node(parent: DirectoryNode, name: string, entry: ArchiveDirectory | ArchiveFile): Node {
    if (!isFile(entry)) {
      return fs.imageDirectory(parent, name, (self) => children(self, entry))
    }
    const [number, offset, length] = entry
    return fs.imageFile(length, () => block(number).subarray(offset, offset + length))
  }

  function children(directory: DirectoryNode, entries: ArchiveDirectory): Map<string, Node> {
    return new Map(
      Object.entries(entries).map(([text, entry]) => {
        const name = byteString(text)
        return [name, node(directory, name, entry)]
      }),
    )
  }

  for (const [name, child] of children(fs.root, index.root)) {
    fs.attach({ parent: fs.root, name, node: undefined, isDirectory: false }, child)
  }
}

/** Remembers what `make` gave for the numbers that were asked for last. */
function recent<T>(count: number, make: (number: number) => T): (number: number) => T {
  const made = new Map<number, T>()
  return (number) => {
    const value = made.get(number) ?? make(number)
    made.delete(number)
    made.set(number, value)
    const [oldest] = made.keys()
    if (made.size > count && oldest !== undefined) made.delete(oldest)
    return value
  }
}

function isFile(entry: ArchiveDirectory | ArchiveFile): entry is ArchiveFile {
  return Array.isArray(entry)
}
