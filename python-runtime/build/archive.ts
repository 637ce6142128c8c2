import { constants, deflateRawSync } from 'node:zlib'
import type { ArchiveDirectory, ArchiveFile, ArchiveIndex } from '../guest/archive.ts'
import type { Files } from './python-files.ts'

/** Deflating must save this share of a block, else it is kept as it is and read without unpacking. */
const worthwhile = 0.9

const best = { level: constants.Z_BEST_COMPRESSION, memLevel: 8 }

/** Larger ones would be smaller together by another percent, and slower to read a small file from. */
const blockBytes = 256 * 1024

/** Packs files into one piece with an index, in the order of their paths: the same files give the same bytes. */
export function packArchive(files: Files): {
  archive: Uint8Array<ArrayBuffer>
  index: ArchiveIndex
} {
  const index: ArchiveIndex = { blocks: [], root: {} }
  const parts: Uint8Array[] = []
  let offset = 0

  for (const members of inBlocks(files)) {
    const block = Buffer.concat(members.map(([, bytes]) => bytes))
    let start = 0
    for (const [path, bytes] of members) {
      place(index.root, path.split('/'), [parts.length, start, bytes.length])
      start += bytes.length
    }
    const packed = deflateRawSync(block, best)
    const stored = packed.length < block.length * worthwhile ? packed : block
    index.blocks.push([offset, stored.length, block.length])
    parts.push(stored)
    offset += stored.length
  }
  return { archive: new Uint8Array(Buffer.concat(parts)), index }
}

/** Neighbors by their paths, as many as a block takes; a larger file is a block by itself. */
function* inBlocks(files: Files): Generator<[path: string, bytes: Uint8Array][]> {
  let members: [string, Uint8Array][] = []
  let length = 0
  for (const [path, bytes] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (members.length > 0 && length + bytes.length > blockBytes) {
      yield members
      members = []
      length = 0
    }
    members.push([path, bytes])
    length += bytes.length
  }
  if (members.length > 0) yield members
}

function place(folder: ArchiveDirectory, [name, ...rest]: string[], file: ArchiveFile): void {
  if (name === undefined) return
  if (rest.length === 0) {
    folder[name] = file
    return
  }
  const inner = (folder[name] ??= {})
  if (Array.isArray(inner)) throw new Error(`${name} is both a file and a folder.`)
  place(inner, rest, file)
}
