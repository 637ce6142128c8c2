import { deflateSync } from 'fflate'
import type { ArchiveFile, ArchiveIndex } from '../guest/archive.ts'
import type { Files } from './python-files.ts'

/** Deflating a file must save this share of it, else it is kept as it is and read without unpacking. */
const worthwhile = 0.9

/** Packs files into one piece with an index, in the order of their paths: the same files give the same bytes. */
export function packArchive(files: Files): {
  archive: Uint8Array<ArrayBuffer>
  index: ArchiveIndex
} {
  const index: ArchiveIndex = {}
  const parts: Uint8Array[] = []
  let offset = 0

  for (const [path, bytes] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const packed = deflateSync(bytes, { level: 9 })
    const isWorthwhile = packed.length < bytes.length * worthwhile
    const stored = isWorthwhile ? packed : bytes
    place(
      index,
      path.split('/'),
      isWorthwhile ? [offset, packed.length, bytes.length] : [offset, bytes.length],
    )
    parts.push(stored)
    offset += stored.length
  }
  return { archive: new Uint8Array(Buffer.concat(parts)), index }
}

function place(index: ArchiveIndex, [name, ...rest]: string[], file: ArchiveFile): void {
  if (name === undefined) return
  if (rest.length === 0) {
    index[name] = file
    return
  }
  const directory = (index[name] ??= {})
  if (Array.isArray(directory)) throw new Error(`${name} is both a file and a folder.`)
  place(directory, rest, file)
}
