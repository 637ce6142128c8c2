import { expect, it } from 'vitest'
import { environment } from '../../../python-runtime/guest/kernel/environment.ts'
import { AT_FDCWD, buffer, ints, nowhere, O, result, system } from './system.ts'

it('tells a part of a vector that was done before one failed', async () => {
  const os = await system()
  const file = os.fd('file', O.RDWR | O.CREAT)

  expect(os.call('fd_write', file, ints(buffer, 5, nowhere, 5), 2, result)).toBe(0)
  expect(os.memory.readU32(result)).toBe(5)
})

it('reads a vector only as far as there is something', async () => {
  const os = await system()
  os.make('file', '0123456')
  const file = os.fd('file', O.RDONLY)

  os.call('fd_pread', file, ints(buffer, 5, buffer + 100, 5, buffer + 200, 5), 3, 1, result)

  expect(os.memory.readU32(result)).toBe(6)
  expect(os.memory.readString(buffer + 100, 5)).toBe('6')
})

it('goes on to the next part only when one is full', async () => {
  const os = await system()
  os.call('emscripten_resize_heap', 4 * 1024 * 1024)
  const random = os.fd('/dev/random', O.RDONLY)
  const parts = ints(1024 * 1024, 2 * 1024 * 1024, buffer, 8)

  os.call('fd_read', random, parts, 2, result)

  expect(os.memory.readU32(result)).toBe(1024 * 1024)
  expect(os.memory.readI64(buffer)).toBe(0n)
})

it('asks for random bytes a few at a time, and fills all', async () => {
  const lengths: number[] = []
  const os = await system({
    random(into) {
      lengths.push(into.length)
      into.fill(1)
    },
  })

  os.call('random_get', buffer, 150_000)

  expect(lengths).toEqual([65_536, 65_536, 18_928])
  expect(os.memory.bytes(buffer, 150_001).lastIndexOf(1)).toBe(149_999)
  expect(os.memory.bytes(buffer, 150_000).indexOf(0)).toBe(-1)
})

it('makes a pipe of the lowest descriptors that are free', async () => {
  const os = await system()
  const [first] = [os.fd('.', O.RDONLY), os.fd('.', O.RDONLY)]
  os.call('fd_close', first)

  os.call('__syscall_pipe', result)

  expect([os.memory.readU32(result), os.memory.readU32(result + 4)]).toEqual([3, 5])
})

it('does not tear a short write into a pipe', async () => {
  const os = await system()
  os.call('__syscall_pipe', result)
  const writer = os.memory.readU32(result + 4)
  os.write(writer, new Uint8Array(65_000))

  expect(os.write(writer, new Uint8Array(4096))).toBe('EAGAIN')
  expect(os.write(writer, new Uint8Array(5000))).toBe(536)
})

it('makes room in a file but never takes it', async () => {
  const os = await system()
  os.make('file', 'content')
  const file = os.fd('file', O.RDWR)
  const size = () => os.call('fd_seek', file, 0, 2, result) || Number(os.memory.readI64(result))

  os.call('__syscall_fallocate', file, 0, 0, 3)
  expect(size()).toBe(7)
  os.call('__syscall_fallocate', file, 0, 5, 5)
  expect(size()).toBe(10)
  expect(os.call('__syscall_fallocate', file, 1, 0, 5)).toBe('ENOTSUP')
  expect(os.call('__syscall_fallocate', file, 0, 0, 0)).toBe('EINVAL')
})

it('changes the permissions of no link', async () => {
  const os = await system()
  os.call('__syscall_symlinkat', 'target', AT_FDCWD, 'link')

  expect(os.call('__syscall_fchmodat2', AT_FDCWD, 'link', 0o600, 0x100)).toBe('ENOTSUP')
  expect(os.call('__syscall_fchmodat2', AT_FDCWD, 'link', 0o600, 0)).toBe('ENOENT')
})

it('clears the rest of the last page of a map', async () => {
  const os = await system()
  os.make('file', '0123456')
  os.memory.bytes(8 * 65_536, 65_536).fill(7)

  os.call('_mmap_js', 7, 1, 2, os.fd('file', O.RDONLY), 0, result, result + 4)

  expect(os.memory.readU32(result + 4)).toBe(8 * 65_536)
  expect(os.memory.readString(8 * 65_536, 65_536)).toBe('0123456')
  expect(os.memory.bytes(8 * 65_536, 65_536).indexOf(7)).toBe(-1)
})

it('takes no device for a terminal', async () => {
  const os = await system()

  os.call('fd_fdstat_get', 1, result)

  // WASI's 2, a character device without rights, is what the C library takes for one.
  expect(os.memory.bytes(result, 1)[0]).toBe(0)
  expect(os.call('__syscall_ioctl', 1, 0x5413, 0)).toBe('ENOTTY')
})

it('tells what can be read of a file or a pipe', async () => {
  const os = await system()
  os.make('file', '0123456')
  const file = os.fd('file', O.RDONLY)
  os.read(file, 2)

  os.call('__syscall_ioctl', file, 0x541b, ints(result))

  expect(os.memory.readU32(result)).toBe(5)
})

it('writes a working directory only where it fits', async () => {
  const os = await system()

  expect(os.call('__syscall_getcwd', result, 9)).toBe('ERANGE')
  expect(os.call('__syscall_getcwd', result, 10)).toBe(10)
  expect(os.memory.readString(result, 100)).toBe('/mnt/data')
})

it('lists a directory, its parent and its entries, each by its number and type', async () => {
  const os = await system()
  os.call('__syscall_mkdirat', AT_FDCWD, 'folder', 0o777)
  os.call('__syscall_symlinkat', 'target', AT_FDCWD, 'folder/link')
  const inode = (path: string) => {
    os.call('__syscall_lstat64', path, result)
    return Number(os.memory.readI64(result + 88))
  }

  os.call('__syscall_getdents64', os.fd('folder', O.RDONLY), buffer, 1000)

  const entries = [0, 1, 2].map((index) => buffer + index * 280)
  expect(entries.map((entry) => os.memory.readString(entry + 19, 256))).toEqual(['.', '..', 'link'])
  expect(entries.map((entry) => Number(os.memory.readI64(entry)))).toEqual(
    ['folder', '.', 'folder/link'].map(inode),
  )
  expect(entries.map((entry) => os.memory.bytes(entry + 18, 1)[0])).toEqual([4, 4, 10])
})

it('reads as much of a link as there is room for', async () => {
  const os = await system()
  os.call('__syscall_symlinkat', 'target', AT_FDCWD, 'link')

  expect(os.call('__syscall_readlinkat', AT_FDCWD, 'link', result, 3)).toBe(3)
  expect(os.call('__syscall_readlinkat', AT_FDCWD, 'link', result, 0)).toBe('EINVAL')
  expect(os.call('__syscall_readlinkat', AT_FDCWD, '.', result, 9)).toBe('EINVAL')
})

it('gives the variables of the environment', async () => {
  const os = await system()

  os.call('environ_sizes_get', result, result + 4)
  os.call('environ_get', result + 8, buffer)

  const first = os.memory.readString(os.memory.readU32(result + 8), 100)
  expect(os.memory.readU32(result)).toBe(Object.keys(environment).length)
  expect(first).toBe('HOME=/home/sandbox')
})

it('has no shell', async () => {
  const os = await system()

  expect(os.call('_emscripten_system', 0)).toBe(0)
  expect(os.call('_emscripten_system', 'ls')).toBe('ENOSYS')
})

it('keeps the mask that it is given', async () => {
  const os = await system()

  expect(os.call('__syscall_umask_js', 0o7077)).toBe(0o022)
  expect(os.call('__syscall_umask_js', 0)).toBe(0o077)
})

it('puts files where they are told to be, by any name', async () => {
  const os = await system()
  const content = new TextEncoder().encode('content')

  os.kernel.writeFile('/mnt/data/räume/日本.txt', content)

  expect(os.kernel.readFile('/mnt/data/räume/日本.txt')).toEqual(content)
  expect(os.read(os.fd('räume/日本.txt', O.RDONLY), 99)).toBe('content')
  expect(os.kernel.readFile('/mnt/data/räume')).toBeUndefined()
  expect(os.kernel.readFile('/nowhere')).toBeUndefined()
})

it('prints what is written to the standard streams', async () => {
  const os = await system()

  os.write(1, 'hello ')
  os.write(os.fd('/dev/stdout', O.WRONLY), 'world')

  expect(os.printed).toBe('hello world')
})

it('lends memory that is free again when the last map of a part is gone', async () => {
  const os = await system()
  os.make('file', '0123456')
  const file = os.fd('file', O.RDWR)
  const map = () => {
    os.call('_mmap_js', 7, 3, 1, file, 0, result, result + 4)
    return os.memory.readU32(result + 4)
  }

  const [first, second] = [map(), map()]
  os.memory.bytes(first, 1).set([33])
  os.call('_munmap_js', first, 7, 3, 1, file, 0)
  expect(os.freed).toBe(0)
  os.memory.bytes(second + 1, 1).set([33])
  os.call('_munmap_js', second, 7, 3, 1, file, 0)

  expect(second).toBe(first)
  expect(os.freed).toBe(first)
  expect(os.read(file, 9)).toBe('!!23456')
})
