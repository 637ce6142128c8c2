import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { AT_FDCWD, ints, O, result, system } from './system.ts'

const mebibyte = 1024 ** 2

/** A vector whose parts are all the same. */
function vector(count: number, length: number): Uint8Array {
  return ints(...Array.from({ length: count }, () => [mebibyte, length]).flat())
}

/** What is in memory after what can be freed is. */
function heapBytes(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}

it('keeps of a path no more than the name', async () => {
  const os = await system({ maxFileBytes: 32 * mebibyte })
  const detour = './'.repeat(2030)
  const before = heapBytes()

  for (let index = 0; index < 20_000; index++) {
    os.call('__syscall_symlinkat', 't', AT_FDCWD, `${detour}a name of a file ${index}`)
  }

  expect(heapBytes() - before).toBeLessThan(20_000 * 1024)
})

/** A program with much memory, whose allocator has been made to give the same piece again and again. */
async function withTrickedAllocator() {
  const os = await system({ maxMemoryBytes: 256 * mebibyte, maxFileBytes: 64 * mebibyte })
  os.call('emscripten_resize_heap', 128 * mebibyte)
  const file = os.fd('file', O.RDWR | O.CREAT)
  const { program } = os.kernel
  const free = program.global('free_from')
  const start: unknown = free.value
  const map = (length: number) => {
    free.value = start
    return os.call('_mmap_js', length, 3, 1, file, 0, result, result + 4)
  }
  return { os, file, map }
}

it('makes a bounded number of maps, also of the same memory', async () => {
  const { os, file, map } = await withTrickedAllocator()
  os.call('__syscall_ftruncate64', file, 4096)

  const answers = Array.from({ length: 1025 }, (_, index) => map(index + 1))

  expect(answers.indexOf('ENOMEM')).toBe(1024)
})

it('maps a bounded part of memory, also if it is the same', async () => {
  const { os, file, map } = await withTrickedAllocator()
  os.call('__syscall_ftruncate64', file, 24 * mebibyte)

  expect([0, 1, 2].map((less) => map(24 * mebibyte - less))).toEqual([0, 0, 'ENOMEM'])
})

it('reads devices one part at a time, and not without end', async () => {
  const os = await system({ maxMemoryBytes: 256 * mebibyte })
  os.call('emscripten_resize_heap', 128 * mebibyte)
  const parts = (length: number) => vector(8, length)
  const read = (path: string, length: number) => {
    os.call('fd_read', os.fd(path, O.RDONLY), parts(length), 8, result)
    return os.memory.readU32(result)
  }

  expect(read('/dev/urandom', 65_536)).toBe(65_536)
  expect(read('/dev/zero', 100 * mebibyte)).toBe(32 * mebibyte)
})

it('takes a bounded number of bytes in one call', async () => {
  const os = await system({ maxMemoryBytes: 256 * mebibyte, maxFileBytes: 64 * mebibyte })
  os.call('emscripten_resize_heap', 128 * mebibyte)
  const write = (path: string, length: number) => {
    os.call('fd_write', os.fd(path, O.WRONLY | O.CREAT), vector(1000, length), 1000, result)
    return os.memory.readU32(result)
  }

  expect(write('file', 30 * mebibyte)).toBe(32 * mebibyte)
  expect(write('/dev/null', 100 * mebibyte)).toBe(100 * mebibyte)
})

it('makes no more random bytes than a program can use at once', async () => {
  const os = await system({ maxMemoryBytes: 64 * mebibyte })
  os.call('emscripten_resize_heap', 64 * mebibyte)

  expect(os.call('random_get', mebibyte, 16 * mebibyte)).toBe(0)
  expect(os.call('random_get', mebibyte, 16 * mebibyte + 1)).toBe('EINVAL')
})

it('lists large directories a part at a time, and only so many at once', async () => {
  const os = await system({ maxFileBytes: 512 * mebibyte })
  const { fs } = os.kernel
  fs.makeDirectory(fs.root, '/large', 0o755)
  for (let index = 0; index < 80_000; index++) fs.makeDirectory(fs.root, `/large/${index}`, 0o755)
  os.call('emscripten_resize_heap', 2 * mebibyte)
  const list = (fd: number) => os.call('__syscall_getdents64', fd, mebibyte, mebibyte)

  const folders = [0, 1, 2].map(() => os.fd('/large', O.RDONLY))
  expect(folders.map(list)).toEqual([1024 * 280, 1024 * 280, 'ENOMEM'])
  os.call('fd_close', folders[0] ?? -1)
  expect(list(folders[2] ?? -1)).toBe(1024 * 280)
})
