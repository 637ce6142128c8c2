import { expect, it } from 'vitest'
import { packArchive } from '../../../python-runtime/build/archive.ts'
import { mountArchive } from '../../../python-runtime/guest/archive.ts'
import { AT_FDCWD, buffer, O, system } from '../kernel/system.ts'

const text = 'a text that is worth packing, '.repeat(100)
const random = crypto.getRandomValues(new Uint8Array(500))

async function mounted() {
  const os = await system()
  const files = new Map([
    ['lib/text.py', new TextEncoder().encode(text)],
    ['lib/data/random.bin', random],
    ['lib/data/empty', new Uint8Array(0)],
    ['lib/räume/日本', new TextEncoder().encode('unicode')],
  ])
  const { archive, index } = packArchive(files)
  const original = archive.slice()
  mountArchive(os.kernel, archive, index)
  return { os, archive, original }
}

it('finds packed, unpacked and empty files', async () => {
  const { os } = await mounted()

  expect(os.read(os.fd('/lib/text.py', O.RDONLY), text.length + 1)).toBe(text)
  expect(os.kernel.readFile('/lib/data/random.bin')).toEqual(random)
  expect(os.kernel.readFile('/lib/data/empty')).toEqual(new Uint8Array(0))
  expect(os.open('/lib/missing', O.RDONLY)).toBe('ENOENT')
})

it('finds names of any kind', async () => {
  const { os } = await mounted()

  expect(os.read(os.fd('/lib/räume/日本', O.RDONLY), 99)).toBe('unicode')
})

it('lists what there is', async () => {
  const { os } = await mounted()

  const length = Number(os.call('__syscall_getdents64', os.fd('/lib', O.RDONLY), buffer, 10_000))

  const addresses = Array.from({ length: length / 280 }, (_, index) => buffer + index * 280)
  const names = addresses.map((address) => os.memory.readString(address + 19, 256))
  expect(names).toHaveLength(5)
  expect(names).toEqual(expect.arrayContaining(['.', '..', 'data', 'text.py']))
})

it('changes a file for this sandbox only', async () => {
  const { os, archive, original } = await mounted()
  const file = os.fd('/lib/data/random.bin', O.RDWR)

  os.write(file, 'changed')

  expect(os.kernel.readFile('/lib/data/random.bin')?.slice(0, 7)).toEqual(
    new TextEncoder().encode('changed'),
  )
  expect(os.kernel.readFile('/lib/data/random.bin')?.slice(7)).toEqual(random.slice(7))
  expect(archive).toEqual(original)
})

it('keeps a mapped file apart from the archive too', async () => {
  const { os, archive, original } = await mounted()
  const file = os.fd('/lib/data/random.bin', O.RDWR)
  os.call('_mmap_js', 500, 3, 1, file, 0, buffer, buffer + 4)
  const address = os.memory.readU32(buffer + 4)

  os.memory.bytes(address, 500).fill(1)
  os.call('_munmap_js', address, 500, 3, 1, file, 0)

  expect(os.kernel.readFile('/lib/data/random.bin')).toEqual(new Uint8Array(500).fill(1))
  expect(archive).toEqual(original)
})

it('lets files and folders of the image be removed and made', async () => {
  const { os } = await mounted()

  os.call('__syscall_unlinkat', AT_FDCWD, '/lib/data/empty', 0)
  os.call('__syscall_unlinkat', AT_FDCWD, '/lib/data/random.bin', 0)
  os.call('__syscall_unlinkat', AT_FDCWD, '/lib/data', 0x200)
  os.make('/lib/new', 'new')

  expect(os.open('/lib/data', O.RDONLY)).toBe('ENOENT')
  expect(os.read(os.fd('/lib/new', O.RDONLY), 9)).toBe('new')
})
