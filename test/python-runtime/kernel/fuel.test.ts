import { expect, it } from 'vitest'
import { AT_FDCWD, buffer, ints, O, result, system, type System } from './system.ts'

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
    (8 * mebibyte) / 16,
  )
  expect(
    await spent(os, () => os.enter('fd_pread', file, vector, 1, 0, result)),
  ).toBeGreaterThanOrEqual((8 * mebibyte) / 16)
})

it('takes fuel for bytes that it clears', async () => {
  const { os, file } = await roomy()

  const cost = await spent(os, () => os.enter('__syscall_ftruncate64', file, 32 * mebibyte))

  expect(cost).toBeGreaterThanOrEqual((32 * mebibyte) / 16)
})

it('takes fuel for random bytes', async () => {
  const { os } = await roomy()

  expect(await spent(os, () => os.enter('random_get', mebibyte, mebibyte))).toBe(mebibyte / 2)
})

it('takes fuel for every step of a path', async () => {
  const { os } = await roomy()
  const cost = (path: string) => spent(os, () => os.enter('__syscall_stat64', path, result))

  const [short, long] = [await cost('.'), await cost('./'.repeat(1000))]

  expect(long).toBeGreaterThan(short * 500)
})

it('takes fuel for every entry that it lists', async () => {
  const { os } = await roomy()
  const folder = os.fd('/dev', O.RDONLY)

  const cost = await spent(os, () => os.enter('__syscall_getdents64', folder, buffer, 20 * 280))

  expect(cost).toBe(9 * 32)
})

it('takes fuel for what is printed', async () => {
  const { os } = await roomy()

  expect(await spent(os, () => os.enter('fd_write', 1, ints(mebibyte, 1000), 1, result))).toBe(1000)
})

it('takes no fuel for what the kernel has the program do, nor gives any', async () => {
  const { os, file } = await roomy()
  os.write(file, 'content')

  const cost = await spent(os, () => os.enter('_mmap_js', 7, 3, 1, file, 0, result, result + 4))

  expect(cost).toBe(65_536 / 16 + 1)
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

  expect(cost).toBeLessThan(42 * 2002 * 32)
})
