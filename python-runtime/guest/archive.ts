import { inflateSync } from 'fflate'
import { byteString } from './kernel/byte-string.ts'
import type { Kernel } from './kernel/kernel.ts'
import type { DirectoryNode, Node } from './kernel/nodes.ts'

/**
 * The image's files in one piece. A directory is an object; a file is its place: offset and length of its
 * bytes and, where they are deflated, its own length.
 */
export interface ArchiveIndex {
  [name: string]: ArchiveIndex | ArchiveFile
}
export type ArchiveFile =
  | [offset: number, length: number]
  | [offset: number, packedLength: number, length: number]

/** Puts the image's files into the root of the file system. Nothing is unpacked before it is read. */
export function mountArchive(
  kernel: Kernel,
  archive: Uint8Array<ArrayBuffer>,
  index: ArchiveIndex,
): void {
  const { fs } = kernel

  function node(parent: DirectoryNode, name: string, entry: ArchiveIndex | ArchiveFile): Node {
    if (!isFile(entry)) {
      return fs.imageDirectory(parent, name, (self) => children(self, entry))
    }
    const [offset, packedLength, length] = entry
    const bytes = () => archive.subarray(offset, offset + packedLength)
    return length === undefined
      ? fs.imageFile(packedLength, bytes)
      : fs.imageFile(length, () => inflateSync(bytes(), { out: new Uint8Array(length) }))
  }

  function children(directory: DirectoryNode, entries: ArchiveIndex): Map<string, Node> {
    return new Map(
      Object.entries(entries).map(([text, entry]) => {
        const name = byteString(text)
        return [name, node(directory, name, entry)]
      }),
    )
  }

  for (const [name, child] of children(fs.root, index)) {
    fs.attach({ parent: fs.root, name, node: undefined, isDirectory: false }, child)
  }
}

function isFile(entry: ArchiveIndex | ArchiveFile): entry is ArchiveFile {
  return Array.isArray(entry)
}
