import { expect, it } from 'vitest'
import { effort, packArchive } from '../../../python-runtime/build/archive.ts'
import { compile } from '../../../python-runtime/build/wasm/compile.ts'
import { blockReader, mountArchive } from '../../../python-runtime/guest/archive.ts'
import { AT_FDCWD, buffer, ints, O, result, system, type System } from '../kernel/system.ts'

const text = 'a text that is worth packing, '.repeat(100)
const random = crypto.getRandomValues(new Uint8Array(500))

const someFiles = new Map([
  ['lib/text.py', new TextEncoder().encode(text)],
  ['lib/data/random.bin', random],
  ['lib/data/empty', new Uint8Array(0)],
  ['lib/räume/日本', new TextEncoder().encode('unicode')],
])

async function packed(files = someFiles) {
  const { archive, index } = await packArchive(files, effort.build)
  return { archive: compile(archive), index }
}

async function mounted(from = packed()) {
  const os = await system()
  const { archive, index } = await from
  mountArchive(os.kernel, archive, index)
  return os
}

it('finds files that are worth packing, that are not, and that are empty', async () => {
  const os = await mounted()

  expect(os.read(os.fd('/lib/text.py', O.RDONLY), text.length + 1)).toBe(text)
  expect(os.kernel.readFile('/lib/data/random.bin')).toEqual(random)
  expect(os.kernel.readFile('/lib/data/empty')).toEqual(new Uint8Array(0))
  expect(os.open('/lib/missing', O.RDONLY)).toBe('ENOENT')
})

it('finds names of any kind', async () => {
  const os = await mounted()

  expect(os.read(os.fd('/lib/räume/日本', O.RDONLY), 99)).toBe('unicode')
})

it('lists what there is', async () => {
  const os = await mounted()

  const length = Number(os.call('__syscall_getdents64', os.fd('/lib', O.RDONLY), buffer, 10_000))

  const addresses = Array.from({ length: length / 280 }, (_, index) => buffer + index * 280)
  const names = addresses.map((address) => os.memory.readString(address + 19, 256))
  expect(names).toHaveLength(5)
  expect(names).toEqual(expect.arrayContaining(['.', '..', 'data', 'text.py']))
})

it('takes fuel for a folder that it looks into first', async () => {
  const files = Array.from({ length: 200 }, (_, index): [string, Uint8Array<ArrayBuffer>] => [
    `lib/folder/${index}`,
    new Uint8Array(0),
  ])
  const os = await mounted(packed(new Map(files)))
  const cost = () => {
    const before = os.fuel
    os.call('__syscall_stat64', '/lib/folder/none', buffer)
    return before - os.fuel
  }

  expect(cost()).toBeGreaterThan(200 * 500)
  expect(cost()).toBeLessThan(5000)
})

it('changes a file for this sandbox only', async () => {
  const from = packed()
  const os = await mounted(from)
  const file = os.fd('/lib/data/random.bin', O.RDWR)

  os.write(file, 'changed')

  expect(os.kernel.readFile('/lib/data/random.bin')?.slice(0, 7)).toEqual(
    new TextEncoder().encode('changed'),
  )
  expect(os.kernel.readFile('/lib/data/random.bin')?.slice(7)).toEqual(random.slice(7))
  expect((await mounted(from)).kernel.readFile('/lib/data/random.bin')).toEqual(random)
})

it('keeps a mapped file apart from the archive too', async () => {
  const from = packed()
  const os = await mounted(from)
  const file = os.fd('/lib/data/random.bin', O.RDWR)
  os.call('_mmap_js', 500, 3, 1, file, 0, buffer, buffer + 4)
  const address = os.memory.readU32(buffer + 4)

  os.memory.bytes(address, 500).fill(1)
  os.call('_munmap_js', address, 500, 3, 1, file, 0)

  expect(os.kernel.readFile('/lib/data/random.bin')).toEqual(new Uint8Array(500).fill(1))
  expect((await mounted(from)).kernel.readFile('/lib/data/random.bin')).toEqual(random)
})

it('lets files and folders of the image be removed and made', async () => {
  const os = await mounted()

  os.call('__syscall_unlinkat', AT_FDCWD, '/lib/data/empty', 0)
  os.call('__syscall_unlinkat', AT_FDCWD, '/lib/data/random.bin', 0)
  os.call('__syscall_unlinkat', AT_FDCWD, '/lib/data', 0x200)
  os.make('/lib/new', 'new')

  expect(os.open('/lib/data', O.RDONLY)).toBe('ENOENT')
  expect(os.read(os.fd('/lib/new', O.RDONLY), 9)).toBe('new')
})

it('packs the same files into the same bytes', async () => {
  const reversed = new Map([...someFiles].toReversed())

  expect(await packArchive(reversed, effort.image)).toEqual(
    await packArchive(someFiles, effort.image),
  )
})

/** Files of more than half a block, so that each has a block to itself. */
const large = new Map(
  Array.from({ length: 12 }, (_, number) => {
    return [`large/${number}`, new Uint8Array(600_000 + number).fill(number)]
  }),
)

it('finds files that fill blocks of their own, in any order', async () => {
  const os = await mounted(packed(large))

  for (const number of [7, 0, 3, 3, 6, 1, 2, 5, 4, 0, 7]) {
    expect(os.kernel.readFile(`/large/${number}`)).toEqual(large.get(`large/${number}`))
  }
})

it('unpacks a file that is longer than a block piece by piece', async () => {
  const bytes = crypto.getRandomValues(new Uint8Array(65_536))
  const long = new Uint8Array(2_500_000).map((_, at) => bytes[at % 65_521] ?? 0)
  const files = new Map([...someFiles, ['lib/long', long], ['lib/last', random]])
  const { archive, index } = await packArchive(files, effort.build)

  expect(Math.max(...index.blocks.map(([, , length]) => length))).toBeLessThanOrEqual(2 ** 20)
  const os = await mounted(Promise.resolve({ archive: compile(archive), index }))
  expect(os.kernel.readFile('/lib/long')).toEqual(long)
  expect(os.kernel.readFile('/lib/last')).toEqual(random)
})

/** What it costs to read a file of `large`; to unpack its block costs five for each byte. */
async function costOfReading(os: System, number: number): Promise<number> {
  const file = os.fd(`/large/${number}`, O.RDONLY)
  const before = os.fuel
  await os.enter('fd_pread', file, ints(buffer, 1), 1, 0, result)
  const cost = before - os.fuel
  os.call('fd_close', file)
  return cost
}
const unpacking = 600_000

it('takes fuel for a block whenever it is unpacked, by its length', async () => {
  const os = await mounted(packed(large))

  expect(await costOfReading(os, 0)).toBeGreaterThan(unpacking)
  expect(await costOfReading(os, 0)).toBeLessThan(unpacking)
  for (let other = 1; other < large.size; other++) await costOfReading(os, other)
  expect(await costOfReading(os, 0)).toBeGreaterThan(unpacking)
})

it('keeps no more than one block beside a program that has nearly all of its memory', async () => {
  const os = await mounted(packed(large))
  await costOfReading(os, 0)

  os.call('emscripten_resize_heap', 60 * 2 ** 20)

  expect(await costOfReading(os, 0)).toBeGreaterThan(unpacking)
  expect(await costOfReading(os, 0)).toBeLessThan(unpacking)
  await costOfReading(os, 1)
  expect(await costOfReading(os, 0)).toBeGreaterThan(unpacking)
})

it('refuses an index of another archive', async () => {
  const { archive, index } = await packed()
  const blocks = index.blocks.map(([offset, packedLength, length]): [number, number, number] => {
    return [offset, packedLength, length + 1]
  })

  expect(() => blockReader(archive, { blocks })(0)).toThrow('of another image')
})
