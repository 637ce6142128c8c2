/** Calendar fields of a time in UTC, as C's `struct tm` counts them: months from 0, years from 1900. */
export interface CalendarFields {
  second: number
  minute: number
  hour: number
  day: number
  month: number
  year: number
  weekday: number
  yearday: number
}

const secondsPerDay = 86_400n
const daysPerEra = 146_097
/** Days from the first of March of the year 0 to 1970: years that begin in March end with their leap day. */
const daysToEpoch = 719_468
/** Beyond these the year does not fit into an int, be it counted from 0 or from 1900. */
const maxSeconds = 67_767_976_233_532_799n
const minSeconds = -67_768_040_609_740_800n

/** The fields of so many seconds since 1970; the last time that can be told for times that cannot. */
export function toFields(time: bigint): CalendarFields {
  const seconds = time > maxSeconds ? maxSeconds : time < minSeconds ? minSeconds : time
  const days = floorDivide(seconds, secondsPerDay)
  const rest = Number(seconds - days * secondsPerDay)
  return {
    second: rest % 60,
    minute: Math.floor(rest / 60) % 60,
    hour: Math.floor(rest / 3600),
    ...toDate(Number(days)),
  }
}

/** Seconds since 1970 of fields that may be out of their ranges; weekday and yearday do not count. */
export function toSeconds(fields: Omit<CalendarFields, 'weekday' | 'yearday'>): bigint {
  const { year, month, day, hour, minute, second } = fields
  const days = daysOf(year + 1900 + Math.floor(month / 12), modulo(month, 12)) + day - 1
  return BigInt(days) * secondsPerDay + BigInt(hour * 3600 + minute * 60 + second)
}

/** See Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
function toDate(days: number) {
  const shifted = days + daysToEpoch
  const era = Math.floor(shifted / daysPerEra)
  const dayOfEra = shifted - era * daysPerEra
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - daysInYears(yearOfEra)
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = (monthFromMarch + 2) % 12
  const year = yearOfEra + era * 400 + (month < 2 ? 1 : 0)
  return {
    day: dayOfYear - daysInMonths(monthFromMarch) + 1,
    month,
    year: year - 1900,
    weekday: modulo(days + 4, 7),
    yearday: days - daysOf(year, 0),
  }
}

/** Days from 1970 to the first of a month, which counts from 0 to 11. */
function daysOf(year: number, month: number): number {
  const marchYear = month < 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const days = daysInYears(marchYear - era * 400) + daysInMonths((month + 10) % 12)
  return era * daysPerEra + days - daysToEpoch
}

function daysInYears(years: number): number {
  return years * 365 + Math.floor(years / 4) - Math.floor(years / 100)
}

/** Of the months from March on. */
function daysInMonths(months: number): number {
  return Math.floor((153 * months + 2) / 5)
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by
  return value % by < 0n ? quotient - 1n : quotient
}
