import { expect, it } from 'vitest'
import { AT_FDCWD, buffer, ints, result, system, type System } from './system.ts'

const seconds = (os: System, address: number) => Number(os.memory.readI64(address))
const nanoseconds = (os: System, address: number) => os.memory.readI32(address + 8)

it('keeps times to the nanosecond', async () => {
  const os = await system()
  os.make('file')
  const times = ints(1_700_000_000, 0, 123_456_789, 0, -2, -1, 999_999_999, 0)

  os.call('__syscall_utimensat', AT_FDCWD, 'file', times, 0)
  os.call('__syscall_stat64', 'file', result)

  const [accessed, modified] = [result + 40, result + 56]
  expect([seconds(os, accessed), nanoseconds(os, accessed)]).toEqual([1_700_000_000, 123_456_789])
  expect([seconds(os, modified), nanoseconds(os, modified)]).toEqual([-2, 999_999_999])
})

it('leaves a time as it is or sets it to now when asked to', async () => {
  const os = await system({ now: () => 5_000.25 })
  os.make('file')
  const [now, omit] = [0x3fffffff, 0x3ffffffe]

  os.call('__syscall_utimensat', AT_FDCWD, 'file', ints(7, 0, 0, 0, 7, 0, 0, 0), 0)
  os.call('__syscall_utimensat', AT_FDCWD, 'file', ints(1, 1, omit, 0, 1, 1, now, 0), 0)
  os.call('__syscall_stat64', 'file', result)

  expect([seconds(os, result + 40), seconds(os, result + 56)]).toEqual([7, 5])
  expect(nanoseconds(os, result + 56)).toBe(250_000)
})

it('refuses times that are none', async () => {
  const os = await system()

  const answer = os.call('__syscall_utimensat', AT_FDCWD, '.', ints(0, 0, 1e9, 0, 0, 0, 0, 0), 0)

  expect(answer).toBe('EINVAL')
})

it('changes the times of a link itself', async () => {
  const os = await system()
  os.make('file')
  os.call('__syscall_symlinkat', 'file', AT_FDCWD, 'link')

  os.call('__syscall_utimensat', AT_FDCWD, 'link', ints(7, 0, 0, 0, 7, 0, 0, 0), 0x100)

  os.call('__syscall_lstat64', 'link', result)
  expect(seconds(os, result + 56)).toBe(7)
  os.call('__syscall_stat64', 'link', result)
  expect(seconds(os, result + 56)).toBe(1)
})

it('has four clocks, of which one tells of both CPU times', async () => {
  const os = await system({
    now: () => 1_700_000_000_123,
    monotonic: () => 12.5,
    cpuTime: () => 7.000_25,
  })
  const told = (clock: number) => {
    const answer = os.call('clock_time_get', clock, 0, result)
    return answer === 0 ? os.memory.readI64(result) : answer
  }

  expect([0, 1, 2, 3].map(told)).toEqual([
    1_700_000_000_123_000_064n,
    12_500_000n,
    7_000_250n,
    7_000_251n,
  ])
  expect([-1, 4].map(told)).toEqual(['EINVAL', 'EINVAL'])
  expect(os.call('clock_res_get', 4, result)).toBe('EINVAL')
  expect(os.call('clock_res_get', 1, result)).toBe(0)
  expect(os.memory.readI64(result)).toBe(1n)
})

it('never tells the same time twice, nor an earlier one, while its clock stands still or goes back', async () => {
  const readings = [5, 5, 5, 4, 6, 6].values()
  const os = await system({ monotonic: () => readings.next().value ?? 0 })
  const told = Array.from({ length: 6 }, () => {
    os.call('clock_time_get', 1, 0, result)
    return os.memory.readI64(result)
  })

  expect(told).toEqual([5_000_000n, 5_000_001n, 5_000_002n, 5_000_003n, 6_000_000n, 6_000_001n])
})

it('sleeps as long as asked for, or until a time', async () => {
  const waits: number[] = []
  const os = await system({
    monotonic: () => 4_000,
    sleep: async (milliseconds) => {
      waits.push(milliseconds)
      return false
    },
  })

  await os.enter('clock_nanosleep', 1, 0, ints(2, 0, 500_000_000, 0), 0)
  await os.enter('clock_nanosleep', 1, 1, ints(5, 0, 0, 0), 0)
  await os.enter('clock_nanosleep', 1, 1, ints(3, 0, 0, 0), 0)

  expect(waits).toEqual([2_500, 1_000])
})

it('tells that a signal ended a wait', async () => {
  const os = await system({ sleep: async () => true })

  expect(await os.enter('clock_nanosleep', 1, 0, ints(2, 0, 0, 0), 0)).toBe('EINTR')
  expect(await os.enter('__syscall_poll', 0, 0, 1_000)).toBe('EINTR')
})

it('polls at once what is ready and ignores what is no descriptor', async () => {
  const os = await system({ sleep: async () => Promise.reject(new Error('waited')) })
  const entries = ints(1, 4, -1, 4, 500, 4)
  os.memory.bytes(buffer, entries.length).set(entries)

  expect(await os.enter('__syscall_poll', buffer, 3, 1_000)).toBe(2)
  expect([6, 14, 22].map((offset) => os.memory.readI16(buffer + offset))).toEqual([4, 0, 32])
})
