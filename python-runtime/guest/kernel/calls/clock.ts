import { byteString } from '../byte-string.ts'
import { toFields, toSeconds, type CalendarFields } from '../calendar.ts'
import { errno } from '../errno.ts'
import { positiveErrno, type Machine } from './calls.ts'

/** What WASI calls them, by their numbers. */
const clockNames = ['realtime', 'monotonic', 'process CPU time', 'thread CPU time'] as const

/** What the clocks can tell apart. */
const resolution = 1n
/** CPython counts the seconds since 1970 in a float, by way of one that counts the nanoseconds and is as coarse. */
const realtimeStep = 512n

const zoneName = byteString('UTC')
/** Room that the C library has for the name of a time zone. */
const zoneNameBytes = 17

/** `struct tm`: ints, in this order, then whether it is daylight saving time, then the offset from UTC. */
const order = [
  'second',
  'minute',
  'hour',
  'day',
  'month',
  'year',
  'weekday',
  'yearday',
] as const satisfies (keyof CalendarFields)[]
const offsetOf = (field: keyof CalendarFields) => order.indexOf(field) * 4
const daylightOffset = 32
const zoneOffset = 36

/** What tells the time, in milliseconds: since 1970, since some moment, and of that the part that was not waited. */
export interface Clocks {
  now: () => number
  monotonic: () => number
  cpuTime: () => number
}

/** Time: the wall clock, a monotonic clock, and calendar fields. The sandbox lives in UTC. */
export function clockCalls({ memory }: Machine, { now, monotonic, cpuTime }: Clocks) {
  const cpu = ticking(cpuTime, resolution)
  const clocks = {
    realtime: ticking(now, realtimeStep),
    monotonic: ticking(monotonic, resolution),
    'process CPU time': cpu,
    'thread CPU time': cpu,
  }

  function clockOf(number: number): () => bigint {
    const name = clockNames[number]
    if (name === undefined) throw errno('EINVAL')
    return clocks[name]
  }

  const wasi = positiveErrno({
    clock_time_get(clock: number, _precision: bigint, result: number) {
      memory.writeI64(result, clockOf(clock)())
      return 0
    },
    clock_res_get(clock: number, result: number) {
      clockOf(clock)
      memory.writeI64(result, resolution)
      return 0
    },
  })

  const emscripten = {
    emscripten_date_now: now,
    emscripten_get_now: monotonic,
    _gmtime_js: (seconds: bigint, address: number) => writeFields(seconds, address),
    _localtime_js(seconds: bigint, address: number) {
      writeFields(seconds, address)
      memory.writeU32(address + daylightOffset, 0)
      memory.writeU32(address + zoneOffset, 0)
    },
    /** Brings the fields into their ranges. */
    _mktime_js(address: number): bigint {
      const seconds = readFields(address)
      writeFields(seconds, address)
      memory.writeU32(address + daylightOffset, 0)
      return seconds
    },
    _tzset_js(timezone: number, daylight: number, standardName: number, daylightName: number) {
      memory.writeU32(timezone, 0)
      memory.writeU32(daylight, 0)
      memory.writeString(standardName, zoneName, zoneNameBytes)
      memory.writeString(daylightName, zoneName, zoneNameBytes)
    },
  }

  function writeFields(seconds: bigint, address: number): void {
    const fields = toFields(seconds)
    for (const field of order) memory.writeU32(address + offsetOf(field), fields[field])
  }

  function readFields(address: number): bigint {
    const at = (field: keyof CalendarFields) => memory.readI32(address + offsetOf(field))
    return toSeconds({
      second: at('second'),
      minute: at('minute'),
      hour: at('hour'),
      day: at('day'),
      month: at('month'),
      year: at('year'),
    })
  }

  return { wasi, emscripten }
}

/** A clock that never tells the same time twice: what a program measures has taken some time. */
function ticking(read: () => number, step: bigint): () => bigint {
  let last = -step
  return () => {
    const time = BigInt(Math.round(read() * 1e6))
    last = time >= last + step ? time : last + step
    return last
  }
}

/** To the microsecond, which is as exact as a time of today in milliseconds can be. */
export function toNanoseconds(milliseconds: number): bigint {
  return BigInt(Math.round(milliseconds * 1000)) * 1000n
}
