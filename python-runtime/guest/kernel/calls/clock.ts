import { byteString } from '../byte-string.ts'
import { toFields, toSeconds, type CalendarFields } from '../calendar.ts'
import { errno } from '../errno.ts'
import { positiveErrno, type Machine } from './calls.ts'

const CLOCK_REALTIME = 0
/** Monotonic time; CPU time of the process and of the thread, which are told by the same clock. */
const CLOCK_THREAD_CPUTIME_ID = 3

/** What the clocks of the platform can tell apart. */
const resolution = 1_000_000n

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

/** Time: the wall clock, a monotonic clock, and calendar fields. The sandbox lives in UTC. */
export function clockCalls(
  { memory }: Machine,
  { now, monotonic }: { now: () => number; monotonic: () => number },
) {
  function checkClock(clock: number): void {
    if (clock < CLOCK_REALTIME || clock > CLOCK_THREAD_CPUTIME_ID) throw errno('EINVAL')
  }

  const wasi = positiveErrno({
    clock_time_get(clock: number, _precision: bigint, result: number) {
      checkClock(clock)
      const milliseconds = clock === CLOCK_REALTIME ? now() : monotonic()
      memory.writeI64(result, toNanoseconds(milliseconds))
      return 0
    },
    clock_res_get(clock: number, result: number) {
      checkClock(clock)
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

/** To the microsecond, which is as exact as a time of today in milliseconds can be. */
export function toNanoseconds(milliseconds: number): bigint {
  return BigInt(Math.round(milliseconds * 1000)) * 1000n
}
