import { positiveErrno, type Machine } from './calls.ts'

const CLOCK_REALTIME = 0
const nanosecondsPerMillisecond = 1_000_000n

/** Time: the wall clock, a monotonic clock, and calendar fields. The sandbox lives in UTC. */
export function clockCalls(
  { memory }: Machine,
  { now, monotonic }: { now: () => number; monotonic: () => number },
) {
  const wasi = positiveErrno({
    clock_time_get(clock: number, _precision: bigint, result: number) {
      const milliseconds = clock === CLOCK_REALTIME ? now() : monotonic()
      memory.writeI64(result, Math.round(milliseconds * 1e6))
      return 0
    },
    clock_res_get(_clock: number, result: number) {
      memory.writeI64(result, Number(nanosecondsPerMillisecond))
      return 0
    },
  })

  const emscripten = {
    emscripten_date_now: now,
    emscripten_get_now: monotonic,
    _gmtime_js: (seconds: bigint, fields: number) => writeFields(seconds, fields),
    _localtime_js: (seconds: bigint, fields: number) => {
      writeFields(seconds, fields)
      memory.writeU32(fields + 32, 0)
      memory.writeU32(fields + 36, 0)
    },
    _timegm_js: readFields,
    _mktime_js: readFields,
    _tzset_js(timezone: number, daylight: number, standardName: number, daylightName: number) {
      memory.writeU32(timezone, 0)
      memory.writeU32(daylight, 0)
      memory.writeString(standardName, 'UTC', 17)
      memory.writeString(daylightName, 'UTC', 17)
    },
  }

  /** `struct tm`: nine ints from seconds to the daylight saving flag, then the offset from UTC. */
  function writeFields(seconds: bigint, fields: number): void {
    const date = new Date(Number(seconds) * 1000)
    const yearStart = Date.UTC(date.getUTCFullYear(), 0, 1)
    const values = [
      date.getUTCSeconds(),
      date.getUTCMinutes(),
      date.getUTCHours(),
      date.getUTCDate(),
      date.getUTCMonth(),
      date.getUTCFullYear() - 1900,
      date.getUTCDay(),
      Math.floor((date.getTime() - yearStart) / 86_400_000),
    ]
    for (const [index, value] of values.entries()) memory.writeU32(fields + index * 4, value)
  }

  /** Seconds since 1970 of the fields, which are brought into their ranges, as `mktime` does. */
  function readFields(fields: number): bigint {
    const at = (index: number) => memory.readI32(fields + index * 4)
    // `Date.UTC` takes the years 0 to 99 for 1900 to 1999; the setters do not.
    const date = new Date(0)
    date.setUTCFullYear(at(5) + 1900, at(4), at(3))
    date.setUTCHours(at(2), at(1), at(0))
    if (Number.isNaN(date.getTime())) return -1n
    const seconds = BigInt(Math.floor(date.getTime() / 1000))
    writeFields(seconds, fields)
    memory.writeU32(fields + 32, 0)
    return seconds
  }

  return { wasi, emscripten }
}
