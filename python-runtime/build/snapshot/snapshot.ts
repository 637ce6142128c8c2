import { createHash } from 'node:crypto'
import { workingDirectory } from '../../guest/kernel/environment.ts'
import { unpackBlocks } from '../../guest/restore.ts'
import type { ImageName } from '../../images.ts'
import { startPython, type Image } from '../node-python.ts'
import type { PythonProgram } from '../program.ts'
import { compile } from '../wasm/compile.ts'
import type { WasmModule } from '../wasm/module.ts'
import { pageBytes } from '../wasm/types.ts'
import { writeModule } from '../wasm/write-module.ts'
import { clearFreedMemory } from './heap.ts'
import { lz4Packer } from './lz4.ts'
import { mark, withState } from './state.ts'
import { unpackerWith } from './unpacker.ts'

/** What the guest runs, what it runs after a program that had to be ended, and what the build runs. */
const functions = `
from _sandbox import execution, final_traceback
print(id(execution.main), id(final_traceback.tell), flush=True)
`
const preparation = (name: ImageName) =>
  `from _sandbox.prepare import prepare; prepare(${JSON.stringify(name)})`

/** Zeros of at least this length are left out; the memory of a new program is zero already. */
const gapBytes = 512
/** The unpacker's window takes a packed block of twice this size. */
const blockBytes = 128 * 1024

export interface Snapshot {
  /** The program with its state, and without its memory. */
  program: Uint8Array<ArrayBuffer>
  /** The function that unpacks the memory, and in `standard` the packed memory. */
  memory: Uint8Array<ArrayBuffer>
  /** The packed memory. */
  packed: Uint8Array
  /** By which the parts of the image know each other. */
  mark: number
  blocks: [offset: number, length: number, address: number][]
  entry: number
  lastWords: number
}

/**
 * Starts Python, imports the stack of an image and draws a first figure, and keeps the state and memory in which that ends.
 *
 * It is complete because nothing else holds state: no file is open, no JavaScript object is referred to, the
 * table of functions was filled when the program was linked, and the stack is empty.
 */
export async function takeSnapshot(
  name: ImageName,
  start: Image,
  { wasm, heapStart }: PythonProgram,
): Promise<Snapshot> {
  const python = await startPython(start)
  const { kernel } = python
  kernel.chdir(workingDirectory)
  await python.run(preparation(name))
  const [entry = 0, lastWords = 0] = (await python.run(functions)).split(' ').map(Number)

  const size = kernel.program.memory().buffer.byteLength
  const bytes = kernel.memory.bytes(0, size)
  clearFreedMemory(bytes, heapStart)
  const { blocks, packed } = pack(bytes)
  const unpacker = await unpackerWith(packed)
  refuseOther(bytes, unpacked(unpacker, blocks, size))
  const digest = createHash('sha256').update(wasm).update(packed).digest()
  const image = digest.readInt32LE()
  return {
    program: mark(withState(wasm, kernel.program, size), image),
    memory: mark(name === 'standard' ? unpacker : await unpackerWith(new Uint8Array(0)), image),
    packed,
    mark: image,
    blocks,
    entry,
    lastWords,
  }
}

/** What a sandbox would start with. */
function unpacked(unpacker: WasmModule, blocks: Snapshot['blocks'], size: number): Uint8Array {
  const memory = new WebAssembly.Memory({ initial: size / pageBytes })
  const module = compile(writeModule(unpacker))
  unpackBlocks(new WebAssembly.Instance(module, { env: { memory } }).exports, blocks)
  return new Uint8Array(memory.buffer)
}

function refuseOther(before: Uint8Array, after: Uint8Array): void {
  if (Buffer.compare(before, after) === 0) return
  throw new Error('The snapshot does not unpack to the memory that was packed.')
}

function pack(bytes: Uint8Array): { blocks: Snapshot['blocks']; packed: Uint8Array } {
  const packBlock = lz4Packer(bytes)
  const blocks: Snapshot['blocks'] = []
  const parts: Uint8Array[] = []
  let offset = 0
  for (const [start, end] of usedRanges(bytes)) {
    const block = packBlock(start, end)
    blocks.push([offset, block.length, start])
    parts.push(block)
    offset += block.length
  }
  return { blocks, packed: Buffer.concat(parts) }
}

/** What is not zero, in pieces of at most `blockBytes`. */
function* usedRanges(bytes: Uint8Array): Generator<[start: number, end: number]> {
  const isZero = (at: number) => bytes.subarray(at, at + gapBytes).every((byte) => byte === 0)
  let start = 0
  while (start < bytes.length) {
    if (isZero(start)) {
      start += gapBytes
      continue
    }
    let end = start + gapBytes
    while (end < bytes.length && end - start < blockBytes && !isZero(end)) end += gapBytes
    yield [start, end]
    start = end
  }
}
