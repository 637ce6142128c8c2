import { expect, it } from 'vitest'
import { ProgramAbort } from '../../../python-runtime/guest/kernel/calls/process.ts'
import {
  AT_FDCWD,
  endlessFunction,
  ints,
  nowhere,
  O,
  result,
  shortFunction,
  system,
} from './system.ts'

const mebibyte = 1024 ** 2

it.each([
  ['a path', (os) => os.call('__syscall_openat', AT_FDCWD, nowhere, O.RDONLY, 0)],
  ['a mode', (os) => os.call('__syscall_openat', AT_FDCWD, '.', O.RDONLY, nowhere)],
  ['a result', (os) => os.call('__syscall_stat64', '.', nowhere)],
  ['a result at the very end', (os) => os.call('__syscall_stat64', '.', mebibyte - 8)],
  ['a vector', (os) => os.call('fd_write', 1, nowhere, 1, result)],
  ['what a vector points to', (os) => os.call('fd_write', 1, ints(nowhere, 8), 1, result)],
  ['the length of a part', (os) => os.call('fd_read', 0, ints(0, -1), 1, result)],
  ['a count to write', (os) => os.call('fd_write', 1, ints(0, 0), 0, nowhere)],
  ['descriptors of a pipe', (os) => os.call('__syscall_pipe', nowhere)],
  ['entries of a directory', (os) => os.call('__syscall_getdents64', os.fd('.', 0), nowhere, 999)],
  ['an argument of fcntl', (os) => os.call('__syscall_fcntl64', 1, 4, nowhere)],
  ['an argument of ioctl', (os) => os.call('__syscall_ioctl', 1, 0x5421, ints(nowhere))],
  ['a working directory', (os) => os.call('__syscall_getcwd', nowhere, 4096)],
  ['entries to poll', (os) => os.enter('__syscall_poll', nowhere, 2, 0)],
  ['times', (os) => os.call('__syscall_utimensat', AT_FDCWD, '.', nowhere, 0)],
  ['room for random bytes', (os) => os.call('random_get', 0, -1)],
  ['room for a variable', (os) => os.call('environ_get', 0, nowhere)],
  ['room for a time', (os) => os.call('clock_time_get', 0, 0, nowhere)],
  ['a time to sleep', (os) => os.enter('clock_nanosleep', 0, 0, nowhere, 0)],
] satisfies [string, (os: Awaited<ReturnType<typeof system>>) => unknown][])(
  'refuses an address outside the memory: %s',
  async (_, call) => {
    const os = await system()

    expect(await call(os)).toBe('EFAULT')
  },
)

it('leaves no pipe behind whose descriptors it could not tell', async () => {
  const os = await system()
  os.call('__syscall_pipe', nowhere)

  expect(os.open('.', O.RDONLY)).toBe(3)
})

it('refuses a path without an end', async () => {
  const os = await system()
  const endless = new Uint8Array(8192).fill('a'.charCodeAt(0))

  expect(os.call('__syscall_stat64', endless, result)).toBe('ENAMETOOLONG')
})

it('refuses the path that ends with the memory', async () => {
  const os = await system()
  os.memory.bytes(mebibyte - 4, 4).fill('a'.charCodeAt(0))

  expect(os.call('__syscall_stat64', mebibyte - 4, result)).toBe('ENOENT')
})

it.each([-1, -(2 ** 31), 1025, 2 ** 31 - 1])('refuses a vector of %i parts', async (count) => {
  const os = await system()

  expect(os.call('fd_write', 1, 0, count, result)).toBe('EINVAL')
})

it.each([-1, 1025, 2 ** 31 - 1])('refuses to poll %i entries', async (count) => {
  const os = await system()

  expect(await os.enter('__syscall_poll', 0, count, 0)).toBe('EINVAL')
})

it('refuses to list into less than one entry takes', async () => {
  const os = await system()
  const folder = os.fd('.', O.RDONLY)

  expect(os.call('__syscall_getdents64', folder, result, 279)).toBe('EINVAL')
  expect(os.call('__syscall_getdents64', folder, result, 280)).toBe(280)
})

it('lists no more than there is into a room without end', async () => {
  const os = await system()

  expect(os.call('__syscall_getdents64', os.fd('.', O.RDONLY), result, -1)).toBe(2 * 280)
})

it.each(['constructor', '__proto__', 'toString'])('has no library symbol %s', async (name) => {
  const os = await system({ libraries: [{ path: '/library.so', symbols: { known: 7 } }] })
  const handle = [...new Uint8Array(36), ...new TextEncoder().encode('/library.so\0')]

  expect(os.call('_dlsym_js', Uint8Array.from(handle), 'known', 0)).toBe(7)
  expect(os.call('_dlsym_js', Uint8Array.from(handle), name, 0)).toBe(0)
  expect(os.libraryError).toBe(`undefined symbol: ${name}`)
})

it('opens no library that the image does not have', async () => {
  const os = await system({ libraries: [{ path: '/library.so', symbols: {} }] })
  const handle = (path: string) =>
    Uint8Array.from([...new Uint8Array(36), ...new TextEncoder().encode(`${path}\0`)])

  expect(os.call('_dlopen_js', handle('/library.so'))).toBe(1)
  expect(os.call('_dlopen_js', handle('/other.so'))).toBe(0)
  expect(os.libraryError).toBe('/other.so is not a library of this image')
})

it('tells a bounded part of a failed assertion', async () => {
  const os = await system()
  const endless = new Uint8Array(100_000).fill('a'.charCodeAt(0))

  expect(() => os.call('__assert_fail', endless, 'file.c', 7, 0)).toThrow(
    new ProgramAbort(`assertion failed: ${'a'.repeat(200)} (file.c:7)`),
  )
})

it.each([0, 1, 4, -1])('ends the program that calls what is no function: slot %i', async (slot) => {
  const os = await system()

  expect(() => os.call('__call_sighandler', slot, 2)).toThrow(ProgramAbort)
})

it('ends the program whose signal handler never returns', async () => {
  const os = await system()

  await os.enter('__call_sighandler', shortFunction, 2)
  await expect(os.enter('__call_sighandler', endlessFunction, 2)).rejects.toThrow(
    new ProgramAbort('a function that must be short was not'),
  )
})

it('ends the program that calls what the sandbox does not have', async () => {
  const os = await system()

  expect(() => os.call('not_there')).toThrow(
    new ProgramAbort('the program called not_there, which the sandbox does not have'),
  )
})

it.each([
  ['more than there can be', 2 ** 31, 0, 'ENOMEM'],
  ['what is behind the file', 100, 65_536, 'ENOMEM'],
  ['more than there is', 512 * mebibyte, 0, 'ENOMEM'],
  ['nothing', 0, 0, 'EINVAL'],
  ['from before the start', 100, -65_536, 'EINVAL'],
  ['from within a page', 100, 4096, 'EINVAL'],
])('refuses to map %s', async (_, length, offset, errno) => {
  const os = await system()
  os.make('file', 'content')
  const file = os.fd('file', O.RDONLY)

  expect(os.call('_mmap_js', length, 1, 1, file, offset, result, result + 4)).toBe(errno)
})

it.each([
  [-1, 0],
  [0, -1],
  [0, 1e9],
])('refuses to sleep %i seconds and %i nanoseconds', async (seconds, nanoseconds) => {
  const os = await system()
  const request = ints(seconds, seconds, nanoseconds, 0)

  expect(await os.enter('clock_nanosleep', 1, 0, request, 0)).toBe('EINVAL')
})

it('takes nothing from a map that may only be read', async () => {
  const os = await system()
  os.make('file', 'content')
  const file = os.fd('file', O.RDONLY)
  os.call('_mmap_js', 7, 1, 1, file, 0, result, result + 4)
  const address = os.memory.readU32(result + 4)

  os.memory.bytes(address, 7).fill(33)
  expect(os.read(file, 3)).toBe('con')
  os.call('_munmap_js', address, 7, 1, 1, file, 0)

  expect(os.read(file, 9)).toBe('tent')
})

it('grows the memory to its limit and no further', async () => {
  const os = await system({ maxMemoryBytes: 4 * mebibyte })

  expect(os.call('emscripten_resize_heap', 4 * mebibyte + 1)).toBe(0)
  expect(os.call('emscripten_resize_heap', -1)).toBe(0)
  expect(os.call('emscripten_resize_heap', 4 * mebibyte)).toBe(1)
  expect(os.call('emscripten_resize_heap', 1)).toBe(1)
  expect(os.memory.bytes(4 * mebibyte - 1, 1)).toHaveLength(1)
})

it('does not write a text where there is no memory for it', async () => {
  const os = await system()

  expect(() => os.kernel.newString('x'.repeat(2 * mebibyte))).toThrow('EFAULT')
})
