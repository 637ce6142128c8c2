import { expect, it } from 'vitest'
import {
  AT_FDCWD,
  buffer,
  endlessFunction,
  ints,
  O,
  result,
  shortFunction,
  system,
  type System,
} from './system.ts'

const mebibyte = 1024 ** 2

async function spent(os: System, call: () => Promise<unknown>): Promise<number> {
  const before = os.fuel
  await call()
  return before - os.fuel
}

async function roomy() {
  const os = await system({ maxFileBytes: 64 * mebibyte })
  os.call('emscripten_resize_heap', 16 * mebibyte)
  return { os, file: os.fd('file', O.RDWR | O.CREAT) }
}

it('takes fuel for bytes that it moves', async () => {
  const { os, file } = await roomy()
  const vector = ints(mebibyte, 8 * mebibyte)

  expect(await spent(os, () => os.enter('fd_write', file, vector, 1, result))).toBeGreaterThan(
    (8 * mebibyte) / 4,
  )
  expect(
    await spent(os, () => os.enter('fd_pread', file, vector, 1, 0, result)),
  ).toBeGreaterThanOrEqual((8 * mebibyte) / 4)
})

it('takes fuel for bytes that it clears', async () => {
  const { os, file } = await roomy()

  const cost = await spent(os, () => os.enter('__syscall_ftruncate64', file, 32 * mebibyte))

  expect(cost).toBeGreaterThanOrEqual((32 * mebibyte) / 4)
})

it('takes fuel for random bytes', async () => {
  const { os } = await roomy()

  const cost = await spent(os, () => os.enter('random_get', mebibyte, mebibyte))

  expect(cost).toBeGreaterThanOrEqual(2 * mebibyte)
})

it('takes fuel for every step of a path', async () => {
  const { os } = await roomy()
  const cost = (path: string) => spent(os, () => os.enter('__syscall_stat64', path, result))

  const [short, long] = [await cost('.'), await cost('./'.repeat(1000))]

  expect(long - short).toBeGreaterThan(1000 * 128)
})

it('takes fuel for every entry that it lists', async () => {
  const { os } = await roomy()
  const folder = os.fd('/dev', O.RDONLY)

  const cost = await spent(os, () => os.enter('__syscall_getdents64', folder, buffer, 20 * 280))

  expect(cost).toBeGreaterThan(9 * 128)
})

it('takes fuel for what is printed', async () => {
  const { os } = await roomy()

  const cost = await spent(os, () => os.enter('fd_write', 1, ints(mebibyte, 1000), 1, result))

  expect(cost).toBeGreaterThanOrEqual(1000 / 4)
})

it('takes fuel for what the kernel has the program do', async () => {
  const { os } = await roomy()
  const call = (slot: number) => spent(os, () => os.enter('__call_sighandler', slot, 2))

  expect(await call(shortFunction)).toBeGreaterThanOrEqual(1000)
  expect(
    await spent(os, () => os.enter('__call_sighandler', endlessFunction, 2).catch(() => {})),
  ).toBeGreaterThan(1_000_000)
})

it('takes fuel for each call, also one that fails', async () => {
  const { os } = await roomy()
  const calls = [
    () => os.enter('fd_close', 999),
    () => os.enter('clock_time_get', 0, 0, result),
    () => os.enter('__syscall_umask_js', 0),
    () => os.enter('_munmap_js', 0, 0, 0, 1, 0, 0),
    () => os.enter('__syscall_poll', 0, 0, 0),
  ]

  for (const call of calls) expect(await spent(os, call)).toBeGreaterThanOrEqual(250)
})

it('takes fuel for slashes, which are no steps', async () => {
  const { os } = await roomy()
  os.call('__syscall_symlinkat', `a${'/'.repeat(4090)}`, AT_FDCWD, 'a')

  const cost = await spent(os, async () => {
    expect(await os.enter('__syscall_stat64', 'a', result)).toBe('ELOOP')
  })

  expect(cost).toBeGreaterThan(40 * 4090)
})

it('takes fuel for every view of what it writes, reads and clears', async () => {
  const { os, file } = await roomy()
  const kibibyte64 = 65_536
  os.call('__syscall_ftruncate64', file, kibibyte64)
  const views = 50
  for (let index = 0; index < views; index++) {
    os.call('_mmap_js', kibibyte64 - index, 3, 1, file, 0, result, result + 4)
  }
  const vector = ints(mebibyte, 32_768)
  const least = (views * 32_768) / 4

  const write = await spent(os, () => os.enter('fd_pwrite', file, vector, 1, 0, result))
  const read = await spent(os, () => os.enter('fd_pread', file, vector, 1, 0, result))
  const clear = await spent(os, () => os.enter('__syscall_ftruncate64', file, 32_768))

  expect(write).toBeGreaterThan(least)
  expect(read).toBeGreaterThan(least)
  expect(clear).toBeGreaterThan((views * 32_000) / 4)
})

it('takes fuel for every descriptor, map and entry that it goes through', async () => {
  const { os, file } = await roomy()
  os.make('content', 'x'.repeat(100))
  const content = os.fd('content', O.RDWR)
  const costs = async () => [
    await spent(os, () => os.enter('__syscall_dup', file)),
    await spent(os, () => os.enter('_munmap_js', 1, 0, 0, 1, 0, 0)),
    await spent(os, () => os.enter('__syscall_poll', buffer, 500, 0)),
  ]

  const before = await costs()
  for (let index = 0; index < 50; index++) {
    os.call('__syscall_dup', file)
    os.call('_mmap_js', 100 - index, 3, 1, content, 0, result, result + 4)
  }
  const after = await costs()

  expect(after.map((cost, index) => cost - (before[index] ?? 0))).toEqual([
    expect.toSatisfy((more: number) => more >= 50 * 16),
    expect.toSatisfy((more: number) => more >= 50 * 16),
    0,
  ])
  expect(before[2]).toBeGreaterThanOrEqual(500 * 16)
})

it('takes fuel for every folder above a moved or a forgotten one', async () => {
  const { os } = await roomy()
  const depth = 500
  os.call('__syscall_mkdirat', AT_FDCWD, 'other', 0o777)
  for (let level = 0; level < depth; level++) {
    os.call('__syscall_mkdirat', AT_FDCWD, 'd', 0o777)
    os.call('__syscall_chdir', 'd')
  }

  const moved = () => os.enter('__syscall_renameat', AT_FDCWD, '/mnt/data/other', AT_FDCWD, 'other')
  expect(await spent(os, moved)).toBeGreaterThan(depth * 128)
  expect(await spent(os, () => os.enter('__syscall_getcwd', buffer, 4096))).toBeGreaterThan(
    depth * 128,
  )
})

it('takes no more fuel than can be counted', async () => {
  const { os, file } = await roomy()
  os.kernel.program.spend(2 ** 31)
  os.kernel.program.spend(2 ** 31)

  await os.enter('__syscall_ftruncate64', file, mebibyte)

  expect(os.fuel).toBe(-(2 ** 30))
})

it('follows links for a bounded time, however many there are', async () => {
  const { os } = await roomy()
  const detour = './'.repeat(2000)
  Array.from({ length: 60 }, (_, index) =>
    os.call('__syscall_symlinkat', `${detour}link${index + 1}`, AT_FDCWD, `link${index}`),
  )

  const cost = await spent(os, async () => {
    expect(await os.enter('__syscall_stat64', 'link0', result)).toBe('ELOOP')
  })

  expect(cost).toBeLessThan(42 * 2002 * (128 + 2 * 2 * 8))
})
