import { expect, it } from 'vitest'
import { toFields, toSeconds } from '../../../python-runtime/guest/kernel/calendar.ts'

/** JavaScript's own calendar, which is Gregorian for ever as C's is. */
function fieldsOf(seconds: number) {
  const date = new Date(seconds * 1000)
  const yearStart = new Date(date)
  yearStart.setUTCMonth(0, 1)
  return {
    second: date.getUTCSeconds(),
    minute: date.getUTCMinutes(),
    hour: date.getUTCHours(),
    day: date.getUTCDate(),
    month: date.getUTCMonth(),
    year: date.getUTCFullYear() - 1900,
    weekday: date.getUTCDay(),
    yearday: Math.round((date.getTime() - yearStart.getTime()) / 86_400_000),
  }
}

const yearSeconds = 31_556_952
/** Every day of some 400 years, at another second each, then a time in every tenth of the years that JavaScript knows. */
const times = [
  ...Array.from(
    { length: 150_000 },
    (_, index) => (index - 75_000) * 86_400 + ((index * 7) % 86_400),
  ),
  ...Array.from({ length: 54_000 }, (_, index) => (index - 27_000) * 10 * yearSeconds + index),
]

it('knows every day', () => {
  const wrong = times.find(
    (seconds) => JSON.stringify(toFields(BigInt(seconds))) !== JSON.stringify(fieldsOf(seconds)),
  )

  expect(wrong).toBeUndefined()
})

it('finds the way back', () => {
  const wrong = times.find((seconds) => toSeconds(toFields(BigInt(seconds))) !== BigInt(seconds))

  expect(wrong).toBeUndefined()
})

it.each([
  ['months', { month: -1 }, '1999-12-01T00:00:00Z'],
  ['many months', { month: 12 * 400 + 1 }, '2400-02-01T00:00:00Z'],
  ['days', { day: 0 }, '1999-12-31T00:00:00Z'],
  ['many days', { day: 366 + 1 }, '2001-01-01T00:00:00Z'],
  ['hours', { hour: -25 }, '1999-12-30T23:00:00Z'],
  ['minutes', { minute: 60 * 24 }, '2000-01-02T00:00:00Z'],
  ['seconds', { second: -1 }, '1999-12-31T23:59:59Z'],
])('brings %s into their range', (_, fields, expected) => {
  const start = { year: 100, month: 0, day: 1, hour: 0, minute: 0, second: 0 }

  expect(toSeconds({ ...start, ...fields })).toBe(BigInt(Date.parse(expected) / 1000))
})

it('counts on to the last year that an int can hold, and stays there', () => {
  const last = { year: 2 ** 31 - 1 - 1900, month: 11, day: 31, hour: 23, minute: 59, second: 59 }

  expect(toFields(toSeconds(last))).toMatchObject(last)
  expect(toFields(2n ** 63n - 1n)).toMatchObject(last)
  expect(toFields(-(2n ** 63n))).toMatchObject({ year: -(2 ** 31), month: 0, day: 1 })
})

it('adds up fields of any size', () => {
  const most = 2 ** 31 - 1
  const fields = { year: most, month: most, day: most, hour: most, minute: most, second: most }

  expect(toSeconds(fields) > 2n ** 56n).toBe(true)
})
