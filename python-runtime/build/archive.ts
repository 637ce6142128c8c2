import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'
import { constants, zstdCompress } from 'node:zlib'
import {
  blockReader,
  isFile,
  type ArchiveDirectory,
  type ArchiveFile,
  type ArchiveIndex,
} from '../guest/archive.ts'
import { archiveModule } from './archive-module.ts'
import type { Files } from './python-files.ts'
import { compile } from './wasm/compile.ts'

/**
 * The most that a block holds. Larger ones would be smaller together, by another twentieth where they have four times the
 * size, slower to read a small file from, and more in the memory of a sandbox.
 */
const blockBytes = 1024 * 1024

/** How much work goes into packing: all that is worthwhile for an image, or little for what is read once. */
export const effort = { image: 19, build: 1 } as const

/** Files in compressed blocks. */
export interface PackedFiles {
  index: ArchiveIndex
  bytes: Uint8Array
}

/** Packs files into one module with an index. */
export async function packArchive(
  files: Files,
  level: number,
): Promise<{ archive: Uint8Array<ArrayBuffer>; index: ArchiveIndex }> {
  const { index, bytes } = await packFiles(files, level)
  return { archive: await archiveModule(bytes), index }
}

/** Packs files in the order of their paths: the same files give the same bytes. */
export async function packFiles(files: Files, level: number): Promise<PackedFiles> {
  const index: ArchiveIndex = { blocks: [], root: {} }
  const blocks: Buffer[] = []
  for (const members of inBlocks(files)) {
    let start = 0
    for (const [path, bytes] of members) {
      place(index.root, path.split('/'), [blocks.length, start, bytes.length])
      start += bytes.length
    }
    blocks.push(...pieces(Buffer.concat(members.map(([, bytes]) => bytes))))
  }
  const packed = await packBlocks(blocks, level)
  let offset = 0
  for (const [number, { length }] of packed.entries()) {
    index.blocks.push([offset, length, blocks[number]?.length ?? 0])
    offset += length
  }
  const bytes = Buffer.concat(packed)
  refuseOther(blocks, await archiveModule(bytes), index)
  return { index, bytes }
}

/** The blocks of both, and the files of both. */
export function joined(first: PackedFiles, second: PackedFiles): PackedFiles {
  const blocksBefore = first.index.blocks.length
  const bytesBefore = first.bytes.length
  const moved = second.index.blocks.map(([offset, packedLength, length]) => {
    return [offset + bytesBefore, packedLength, length] satisfies ArchiveIndex['blocks'][number]
  })
  const root = structuredClone(first.index.root)
  for (const [path, [block, start, length]] of filesOf(second.index.root)) {
    place(root, path, [block + blocksBefore, start, length])
  }
  return {
    index: { blocks: [...first.index.blocks, ...moved], root },
    bytes: Buffer.concat([first.bytes, second.bytes]),
  }
}

/** The first blocks, as many as fit into so many bytes, and the others by themselves. */
export function cut(
  { index, bytes }: PackedFiles,
  mostBytes: number,
): { first: PackedFiles; rest: Uint8Array } {
  const next = index.blocks.find(([offset, packedLength]) => offset + packedLength > mostBytes)
  const inModule = next?.[0] ?? bytes.length
  return {
    first: { index: { ...index, inModule }, bytes: bytes.subarray(0, inModule) },
    rest: bytes.subarray(inModule),
  }
}

function* filesOf(
  folder: ArchiveDirectory,
  above: readonly string[] = [],
): Generator<[path: string[], file: ArchiveFile]> {
  for (const [name, entry] of Object.entries(folder)) {
    const path = [...above, name]
    if (typeof entry === 'string') throw new Error('A sealed folder is not looked into.')
    if (isFile(entry)) yield [path, entry]
    else yield* filesOf(entry, path)
  }
}

/** Each takes tens of megabytes of memory while it is packed, so there are no more at a time than processors. */
async function packBlocks(blocks: Buffer[], level: number): Promise<Buffer[]> {
  const params = { [constants.ZSTD_c_compressionLevel]: level }
  const packed: Buffer[] = []
  const left = blocks.entries()
  const lanes = Array.from({ length: availableParallelism() }, async () => {
    for (const [number, block] of left) {
      // Told the size, it does not make room for more.
      packed[number] = await promisify(zstdCompress)(block, {
        params,
        pledgedSrcSize: block.length,
      })
    }
  })
  await Promise.all(lanes)
  return packed
}

/** Unpacks all of it as a sandbox would. */
function refuseOther(blocks: Buffer[], archive: Uint8Array<ArrayBuffer>, index: ArchiveIndex) {
  const read = blockReader(compile(archive), index)
  for (const [number, block] of blocks.entries()) {
    if (block.compare(read(number)) !== 0) {
      throw new Error('The archive does not unpack to the files that were packed.')
    }
  }
}

/** Neighbors by their paths, as many as a block takes; a larger file is by itself. */
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

/** A larger file goes on in the blocks that follow. */
function* pieces(content: Buffer): Generator<Buffer> {
  for (let start = 0; start < content.length; start += blockBytes) {
    yield content.subarray(start, start + blockBytes)
  }
}

function place(folder: ArchiveDirectory, [name, ...rest]: string[], file: ArchiveFile): void {
  if (name === undefined) return
  if (rest.length === 0) {
    folder[name] = file
    return
  }
  const inner = (folder[name] ??= {})
  if (isFile(inner) || typeof inner === 'string')
    throw new Error(`${name} is both a file and a folder.`)
  place(inner, rest, file)
}

/**
 * The same index, with the folders of the root as text: a program that reads no file of the image does not wait until the
 * names of all are read.
 */
export function sealed(index: ArchiveIndex): ArchiveIndex {
  const entries = Object.entries(index.root).map(([name, entry]) => {
    return [name, Array.isArray(entry) ? entry : JSON.stringify(entry)] as const
  })
  return { ...index, root: Object.fromEntries(entries) }
}
