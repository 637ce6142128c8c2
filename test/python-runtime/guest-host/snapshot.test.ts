import { expect, it } from 'vitest'
import { lz4Packer } from '../../../python-runtime/build/snapshot/lz4.ts'
import { unpackerWith } from '../../../python-runtime/build/snapshot/unpacker.ts'
import { compile } from '../../../python-runtime/build/wasm/compile.ts'
import { writeModule } from '../../../python-runtime/build/wasm/write-module.ts'

const pageBytes = 65_536
/** Packs parts of the bytes, and unpacks them into a new memory. */
async function roundTrip(bytes: Uint8Array, parts: [start: number, end: number][]) {
  const pack = lz4Packer(bytes)
  const blocks = parts.map(([start, end]) => ({ start, block: pack(start, end) }))
  const packed = new Uint8Array(Buffer.concat(blocks.map(({ block }) => block)))

  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes.length / pageBytes) + 1 })
  const unpack = await unpackerOf(packed, memory)
  let offset = 0
  for (const { start, block } of blocks) {
    unpack(offset, block.length, start)
    offset += block.length
  }
  return { unpacked: new Uint8Array(memory.buffer), packed }
}

async function unpackerOf(packed: Uint8Array, memory: WebAssembly.Memory) {
  const module = await unpackerWith(packed)
  const { exports } = new WebAssembly.Instance(compile(writeModule(module)), { env: { memory } })
  const { unpack } = exports
  if (typeof unpack !== 'function') throw new Error('There is no function to unpack.')
  return unpack
}

/** The same numbers for every run. */
function noise(length: number, seed: number, values = 256): Uint8Array {
  let state = seed
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 16) % values
  })
}

const text = new TextEncoder().encode('the quick brown fox jumps over the lazy dog. '.repeat(400))
const mixed = new Uint8Array(
  Buffer.concat([
    noise(3000, 1),
    text,
    noise(5000, 2, 3),
    new Uint8Array(9000),
    text,
    noise(40, 3),
  ]),
)

it.each([
  ['nothing', new Uint8Array(0)],
  ['one byte', Uint8Array.of(7)],
  ['as few as are never matched', noise(16, 1)],
  ['as few as can be matched', new Uint8Array(17).fill(7)],
  ['one byte again and again', new Uint8Array(100_000).fill(7)],
  ...[2, 3, 4, 5, 7, 8, 9, 15, 16, 17].map((period): [string, Uint8Array] => [
    `a pattern of ${period} bytes`,
    Uint8Array.from({ length: 10_000 }, (_, index) => (index % period) * 31),
  ]),
  ['noise', noise(120_000, 1)],
  ['noise of three values', noise(120_000, 2, 3)],
  ['text', text],
  ['a mixture', mixed],
] satisfies [string, Uint8Array][])('unpacks what was packed: %s', async (_, bytes) => {
  const { unpacked } = await roundTrip(bytes, [[0, bytes.length]])

  expect(Buffer.compare(unpacked.subarray(0, bytes.length), bytes)).toBe(0)
})

it.each([14, 15, 16, 269, 270, 271, 525])('unpacks %i literals before a match', async (count) => {
  const bytes = new Uint8Array([
    ...noise(count, 5),
    ...new Uint8Array(400).fill(9),
    ...noise(13, 6),
  ])

  const { unpacked } = await roundTrip(bytes, [[0, bytes.length]])

  expect(Buffer.compare(unpacked.subarray(0, bytes.length), bytes)).toBe(0)
})

it.each([4, 18, 19, 20, 273, 274, 275, 529])('unpacks a match of %i bytes', async (length) => {
  const repeated = noise(length, 7)
  const bytes = new Uint8Array([...repeated, 1, 2, 3, ...repeated, 4, 5, ...noise(20, 8)])

  const { unpacked } = await roundTrip(bytes, [[0, bytes.length]])

  expect(Buffer.compare(unpacked.subarray(0, bytes.length), bytes)).toBe(0)
})

it('reaches back over 64 KiB and no further', async () => {
  const repeated = noise(300, 9)
  const near = new Uint8Array(Buffer.concat([repeated, noise(65_000, 10), repeated, noise(20, 11)]))
  const far = new Uint8Array(Buffer.concat([repeated, noise(66_000, 10), repeated, noise(20, 11)]))

  const [nearTrip, farTrip] = [
    await roundTrip(near, [[0, near.length]]),
    await roundTrip(far, [[0, far.length]]),
  ]

  expect(Buffer.compare(nearTrip.unpacked.subarray(0, near.length), near)).toBe(0)
  expect(Buffer.compare(farTrip.unpacked.subarray(0, far.length), far)).toBe(0)
  expect(near.length - nearTrip.packed.length).toBeGreaterThan(0)
  expect(far.length - farTrip.packed.length).toBeLessThan(0)
})

it('unpacks blocks that refer to those before them, and leaves zeros where none are', async () => {
  const bytes = new Uint8Array(50_000)
  bytes.set(mixed.subarray(0, 9000), 512)
  bytes.set(mixed.subarray(0, 9000), 9512)
  bytes.set(text.subarray(0, 13), 20_000)
  bytes.set(mixed.subarray(2000, 12_000), 30_720)
  const parts: [number, number][] = [
    [512, 9512],
    [9512, 18_512],
    [20_000, 20_013],
    [30_720, 40_720],
  ]

  const { unpacked, packed } = await roundTrip(bytes, parts)

  expect(Buffer.compare(unpacked.subarray(0, bytes.length), bytes)).toBe(0)
  expect(unpacked.subarray(bytes.length).every((byte) => byte === 0)).toBe(true)
  expect(packed.length).toBeLessThan(9000)
})

it('writes nothing behind the end of a block, however it ends', async () => {
  const end = pageBytes
  for (let literals = 0; literals < 70; literals++) {
    const before = noise(1000, 1)
    const tail = Buffer.concat([noise(literals, 2), before.subarray(500, 506), noise(16, 3)])
    const bytes = new Uint8Array(end)
    const start = end - tail.length - before.length
    bytes.set(before, start)
    bytes.set(tail, end - tail.length)
    const memory = new WebAssembly.Memory({ initial: 1 })
    const block = lz4Packer(bytes)(start, end)
    const unpack = await unpackerOf(block, memory)

    // A byte too far would be outside of the memory.
    unpack(0, block.length, start)

    expect(Buffer.compare(new Uint8Array(memory.buffer), bytes)).toBe(0)
  }
})
