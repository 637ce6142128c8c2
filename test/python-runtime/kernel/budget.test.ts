import { expect, it } from 'vitest'
import { AT_FDCWD, O, result, system, type System } from './system.ts'

const kibibyte = 1024

/** Makes things until one is refused; gives how many there were, and why there are no more. */
function untilRefused(make: (index: number) => number | string): [count: number, reason: string] {
  for (let index = 0; ; index++) {
    const answer = make(index)
    if (typeof answer === 'string') return [index, answer]
  }
}

const used = (os: System) => os.kernel.contents.usage().used
const remove = (os: System, path: string) => os.call('__syscall_unlinkat', AT_FDCWD, path, 0)
const resize = (os: System, fd: number, size: number) => os.call('__syscall_ftruncate64', fd, size)

it('takes what fits, to the last byte, and gives it back', async () => {
  const os = await system({ maxFileBytes: 100 * kibibyte })
  const before = used(os)
  const file = os.fd('file', O.WRONLY | O.CREAT)
  const left = 100 * kibibyte - used(os)

  expect(os.write(file, new Uint8Array(left + 1))).toBe('ENOSPC')
  expect(os.write(file, new Uint8Array(left))).toBe(left)
  expect(used(os)).toBe(100 * kibibyte)
  remove(os, 'file')
  os.call('fd_close', file)
  expect(used(os)).toBe(before)
})

it('takes what fits in small pieces too', async () => {
  const os = await system({ maxFileBytes: 100 * kibibyte })
  const file = os.fd('file', O.WRONLY | O.CREAT)

  const [count, reason] = untilRefused(() => os.write(file, new Uint8Array(100)))

  expect(reason).toBe('ENOSPC')
  expect(count * 100).toBeGreaterThan(90 * kibibyte)
})

it('keeps the content when there is no room for more', async () => {
  const os = await system({ maxFileBytes: 100 * kibibyte })
  os.make('file', 'content')
  const file = os.fd('file', O.RDWR)

  expect(resize(os, file, 2 ** 53)).toBe('ENOSPC')
  expect(os.call('__syscall_fallocate', file, 0, 2 ** 52, 2 ** 52)).toBe('ENOSPC')
  expect(os.read(file, 99)).toBe('content')
})

it('tells when the machine has less than it was told', async () => {
  const os = await system({ maxFileBytes: 2 ** 52 })
  const file = os.fd('file', O.RDWR | O.CREAT)
  const before = used(os)

  expect(resize(os, file, 2 ** 50)).toBe('ENOMEM')
  expect(used(os)).toBe(before)
})

it('gives back what is cut off', async () => {
  const os = await system({ maxFileBytes: 100 * kibibyte })
  const file = os.fd('file', O.WRONLY | O.CREAT)
  const before = used(os)
  os.write(file, new Uint8Array(60 * kibibyte))

  resize(os, file, 20 * kibibyte)
  expect(used(os) - before).toBe(20 * kibibyte)
  os.call('fd_close', os.fd('file', O.WRONLY | O.TRUNC))
  expect(used(os)).toBe(before)
})

it('gives back a removed file when it is closed, not before', async () => {
  const os = await system()
  const before = used(os)
  const file = os.fd('file', O.WRONLY | O.CREAT)
  os.write(file, new Uint8Array(50 * kibibyte))
  remove(os, 'file')

  expect(used(os) - before).toBeGreaterThan(50 * kibibyte)
  os.call('fd_close', file)
  expect(used(os)).toBe(before)
})

it('gives back a removed file when its last descriptor becomes another', async () => {
  const os = await system()
  const before = used(os)
  const file = os.fd('file', O.WRONLY | O.CREAT)
  os.write(file, new Uint8Array(50 * kibibyte))
  remove(os, 'file')

  os.call('__syscall_dup3', 1, file, 0)

  expect(used(os)).toBe(before)
})

it('gives back a removed file when it is no longer mapped', async () => {
  const os = await system()
  const before = used(os)
  const file = os.fd('file', O.RDWR | O.CREAT)
  os.write(file, new Uint8Array(50 * kibibyte))
  os.call('_mmap_js', 100, 3, 1, file, 0, result, result + 4)
  remove(os, 'file')
  os.call('fd_close', file)

  expect(used(os) - before).toBeGreaterThan(50 * kibibyte)
  os.call('_munmap_js', os.memory.readU32(result + 4), 100, 3, 1, file, 0)
  expect(used(os)).toBe(before)
})

it('gives back a removed directory once, though it is open', async () => {
  const os = await system()
  const before = used(os)
  os.call('__syscall_mkdirat', AT_FDCWD, 'folder', 0o777)
  const folder = os.fd('folder', O.RDONLY)

  os.call('__syscall_unlinkat', AT_FDCWD, 'folder', 0x200)
  os.call('fd_close', folder)

  expect(used(os)).toBe(before)
})

it('counts removed directories for as long as one within them is open, and those above it with it', async () => {
  const os = await system()
  const before = used(os)
  const depth = 20
  for (let level = 0; level < depth; level++) {
    os.call('__syscall_mkdirat', AT_FDCWD, `l${level}`, 0o777)
    os.call('__syscall_chdir', `l${level}`)
  }
  const made = used(os) - before
  const deepest = os.fd('.', O.RDONLY)
  for (let level = depth - 1; level >= 0; level--) {
    os.call('__syscall_chdir', '..')
    os.call('__syscall_unlinkat', AT_FDCWD, `l${level}`, 0x200)
  }

  expect(used(os) - before).toBe(made)
  os.call('fd_close', deepest)
  expect(used(os)).toBe(before)
})

it('counts a removed directory for as long as the program is in it', async () => {
  const os = await system()
  const before = used(os)
  os.call('__syscall_mkdirat', AT_FDCWD, 'folder', 0o777)
  os.call('__syscall_chdir', 'folder')
  os.call('__syscall_unlinkat', AT_FDCWD, '../folder', 0x200)

  expect(used(os)).toBeGreaterThan(before)
  expect(os.call('__syscall_stat64', '../.', result)).toBe(0)
  os.call('__syscall_chdir', '..')
  expect(used(os)).toBe(before)
})

it('gives back a file that is replaced', async () => {
  const os = await system()
  os.make('new', 'x')
  const before = used(os)
  os.make('old', 'x'.repeat(50 * kibibyte))

  os.call('__syscall_renameat', AT_FDCWD, 'new', AT_FDCWD, 'old')

  expect(used(os)).toBe(before)
})

it.each([
  ['files', (os, path) => os.open(path, O.WRONLY | O.CREAT | O.EXCL)],
  ['directories', (os, path) => os.call('__syscall_mkdirat', AT_FDCWD, path, 0o777)],
  ['links', (os, path) => os.call('__syscall_symlinkat', 't'.repeat(3000), AT_FDCWD, path)],
] satisfies [string, (os: System, path: string) => number | string][])(
  'counts empty %s',
  async (_, make) => {
    const os = await system({ maxFileBytes: 100 * kibibyte })

    const [count, reason] = untilRefused((index) => make(os, `${index}`))

    expect(reason).toBe('ENOSPC')
    expect(count).toBeLessThan(100)
  },
)

it('gives back what is removed, whatever it is', async () => {
  const os = await system()
  const before = used(os)
  os.make('file')
  os.call('__syscall_mkdirat', AT_FDCWD, 'folder', 0o777)
  os.call('__syscall_symlinkat', 'target', AT_FDCWD, 'link')

  remove(os, 'file')
  os.call('__syscall_unlinkat', AT_FDCWD, 'folder', 0x200)
  remove(os, 'link')

  expect(used(os)).toBe(before)
})

it('counts pipes until both their ends are closed', async () => {
  const os = await system()
  const before = used(os)

  const [count, reason] = untilRefused(() => os.call('__syscall_pipe', result))
  const [reader, writer] = [os.memory.readI32(result), os.memory.readI32(result + 4)]
  const full = used(os)
  os.call('fd_close', writer)

  expect([count, reason]).toEqual([15, 'ENOSPC'])
  expect(used(os)).toBe(full)
  os.call('fd_close', reader)
  expect(used(os)).toBe(full - (full - before) / count)
})

it('does not count the image, but what is changed of it', async () => {
  const os = await system()
  const before = used(os)
  const load = () => new Uint8Array(10 * kibibyte)
  const place = os.kernel.fs.locate(os.kernel.fs.root, '/image-file')
  os.kernel.fs.attach(place, os.kernel.fs.imageFile(10 * kibibyte, load))

  const file = os.fd('/image-file', O.RDWR)
  os.read(file, 20 * kibibyte)
  expect(used(os)).toBe(before)
  os.write(file, '!')
  expect(used(os) - before).toBeGreaterThanOrEqual(10 * kibibyte + 1)
  expect(os.kernel.readFile('/image-file')).toHaveLength(10 * kibibyte + 1)
})

it('maps no file of the image to be changed that could not be kept', async () => {
  const os = await system({ maxFileBytes: 100 * kibibyte })
  const place = os.kernel.fs.locate(os.kernel.fs.root, '/image-file')
  const load = () => new Uint8Array(200 * kibibyte)
  os.kernel.fs.attach(place, os.kernel.fs.imageFile(200 * kibibyte, load))
  const file = os.fd('/image-file', O.RDWR)
  const map = (protection: number) =>
    os.call('_mmap_js', 200 * kibibyte, protection, 1, file, 0, result, result + 4)

  expect(map(3)).toBe('ENOSPC')
  expect(map(1)).toBe(0)
})

it('keeps nothing of the image that nobody has open', async () => {
  const os = await system()
  let loads = 0
  const load = () => {
    loads++
    return new Uint8Array(new TextEncoder().encode('content'))
  }
  const place = os.kernel.fs.locate(os.kernel.fs.root, '/image-file')
  os.kernel.fs.attach(place, os.kernel.fs.imageFile(7, load))
  const open = () => os.fd('/image-file', O.RDONLY)

  const [first, second] = [open(), open()]
  expect([os.read(first, 3), os.read(first, 9), os.read(second, 9)]).toEqual([
    'con',
    'tent',
    'content',
  ])
  expect(loads).toBe(1)
  os.call('fd_close', first)
  os.call('fd_close', second)
  expect(os.read(open(), 9)).toBe('content')
  expect(loads).toBe(2)
})

it('empties a file of the image without loading it', async () => {
  const os = await system()
  const load = () => {
    throw new Error('loaded')
  }
  const place = os.kernel.fs.locate(os.kernel.fs.root, '/image-file')
  os.kernel.fs.attach(place, os.kernel.fs.imageFile(7, load))

  os.make('/image-file', 'new')

  expect(os.read(os.fd('/image-file', O.RDONLY), 9)).toBe('new')
})

it('tells how much is left', async () => {
  const os = await system({ maxFileBytes: 400 * kibibyte })
  const blocks = () => {
    os.call('__syscall_statfs64', '.', 0, result)
    return [8, 16, 24].map((offset) => Number(os.memory.readI64(result + offset)))
  }
  os.make('file', 'x'.repeat(40 * kibibyte))
  const free = Math.floor((400 * kibibyte - used(os)) / 4096)

  expect(blocks()).toEqual([100, free, free])
})
