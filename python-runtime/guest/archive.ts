import { byteString } from './kernel/byte-string.ts'
import { bytesPerFuel, fuelPerNode, fuelPerUnpackedByte } from './kernel/costs.ts'
import type { Kernel } from './kernel/kernel.ts'
import type { DirectoryNode, Node } from './kernel/nodes.ts'

/** How to find the image's files in an archive: files that lie side by side are packed together. */
export interface ArchiveIndex {
  /** Where each block lies, and the length of what it holds. */
  blocks: [offset: number, packedLength: number, length: number][]
  /** How many bytes of the blocks the module has, if not all: the others are in a part of the image. */
  inModule?: number
  root: ArchiveDirectory
}
export interface ArchiveDirectory {
  [name: string]: ArchiveDirectory | ArchiveFile | SealedDirectory
}
/** A directory as JSON, which nobody need read before somebody looks into it. */
type SealedDirectory = string
/** A file's place within what its block holds; what is longer than the rest of the block goes on in the next ones. */
export type ArchiveFile = [block: number, offset: number, length: number]

/**
 * Who imports a package reads files that lie side by side, and some of the packages that it stands on. A program that has
 * nearly all of its memory has one block at hand.
 */
const blocksAtHand = 8

/**
 * Puts the image's files into the root of the file system. Nothing is unpacked before it is read; then whoever reads
 * a file pays for all of its block.
 */
export function mountArchive(
  kernel: Kernel,
  archive: WebAssembly.Module,
  index: ArchiveIndex,
  part: Uint8Array | null = null,
): void {
  const { fs } = kernel
  const { spend } = kernel.program
  const read = blockReader(archive, index, part)
  const atHand = recent(
    () => (kernel.isMemoryShort() ? 1 : blocksAtHand),
    (number) => {
      const [, , length = 0] = index.blocks[number] ?? []
      spend(length * fuelPerUnpackedByte)
      return read(number)
    },
  )
  kernel.onShortMemory(atHand.forget)

  function node(parent: DirectoryNode, name: string, entry: Entry): Node {
    if (!isFile(entry)) {
      return fs.imageDirectory(parent, name, (self) => children(self, opened(entry)))
    }
    const [, , length] = entry
    return fs.imageFile(length, () => {
      spend(Math.ceil(length / bytesPerFuel))
      return contentOf(entry, atHand.get)
    })
  }

  function children(directory: DirectoryNode, entries: ArchiveDirectory): Map<string, Node> {
    const named = Object.entries(entries)
    spend(named.length * fuelPerNode)
    return new Map(
      named.map(([text, entry]) => {
        const name = byteString(text)
        return [name, node(directory, name, entry)]
      }),
    )
  }

  for (const [name, child] of children(fs.root, index.root)) {
    fs.attach({ parent: fs.root, name, node: undefined, isDirectory: false }, child)
  }
}

/** A copy, so that a small file that is kept keeps no block. */
function contentOf(
  [first, start, length]: ArchiveFile,
  block: (number: number) => Uint8Array,
): Uint8Array<ArrayBuffer> {
  const content = new Uint8Array(length)
  let done = 0
  for (let number = first, offset = start; done < length; number++, offset = 0) {
    const part = block(number).subarray(offset, offset + length - done)
    if (part.length === 0) throw new Error(otherImage)
    content.set(part, done)
    done += part.length
  }
  return content
}

const otherImage = 'The archive is of another image: run `npm run build:python`.'

/**
 * Unpacks blocks of an archive by their numbers, in a memory that the archive's module has for it
 * (`build/archive-module.ts`). The packed bytes are shared by all sandboxes; this one gets those of one block at a time.
 */
export function blockReader(
  archive: WebAssembly.Module,
  { blocks, inModule = Infinity }: Pick<ArchiveIndex, 'blocks' | 'inModule'>,
  part: Uint8Array | null = null,
): (number: number) => Uint8Array<ArrayBuffer> {
  let decoder: Decoder | undefined
  return (number) => {
    const [offset = 0, packedLength = 0, length = 0] = blocks[number] ?? []
    decoder ??= startDecoder(archive)
    const { call, memory } = decoder
    const packed = call('malloc', packedLength)
    const unpacked = call('malloc', length)
    if (offset < inModule) call('load', packed, offset, packedLength)
    else if (part) {
      const start = offset - inModule
      new Uint8Array(memory.buffer).set(part.subarray(start, start + packedLength), packed)
    }
    const size = call('ZSTD_decompress', unpacked, length, packed, packedLength)
    if (size !== length) throw new Error(otherImage)
    const block = new Uint8Array(memory.buffer, unpacked, length).slice()
    call('free', packed)
    call('free', unpacked)
    return block
  }
}

type Decoder = ReturnType<typeof startDecoder>

function startDecoder(archive: WebAssembly.Module) {
  const env = { emscripten_notify_memory_growth: () => {} }
  const { exports } = new WebAssembly.Instance(archive, { env })
  const { memory } = exports
  if (!(memory instanceof WebAssembly.Memory)) throw new Error('The archive has no memory.')

  return {
    memory,
    call: (name: string, ...args: number[]): number => {
      const target = exports[name]
      if (typeof target !== 'function') throw new Error(`The archive has no function ${name}.`)
      return Number(target(...args))
    },
  }
}

/** Remembers what `make` gave for the numbers that were asked for last. */
function recent<T>(count: () => number, make: (number: number) => T) {
  const made = new Map<number, T>()
  return {
    get: (number: number): T => {
      const value = made.get(number) ?? make(number)
      made.delete(number)
      made.set(number, value)
      for (const [oldest] of made) {
        if (made.size <= count()) break
        made.delete(oldest)
      }
      return value
    },
    forget: () => made.clear(),
  }
}

type Entry = ArchiveDirectory[string]

export function isFile(entry: ArchiveDirectory[string]): entry is ArchiveFile {
  return Array.isArray(entry)
}

/** Our own build wrote it. */
function opened(entry: ArchiveDirectory | SealedDirectory): ArchiveDirectory {
  return typeof entry === 'string' ? JSON.parse(entry) : entry
}
