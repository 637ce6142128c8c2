import { expect, it } from 'vitest'
import { byteRange } from '../../src/files/byte-range.ts'

const SIZE = 10
const ranges = [
  { header: null, range: undefined },
  { header: 'bytes=0-3', range: { offset: 0, length: 4 } },
  { header: 'bytes=4-', range: { offset: 4, length: 6 } },
  { header: 'bytes=-3', range: { offset: 7, length: 3 } },
  { header: 'bytes=-30', range: { offset: 0, length: 10 } },
  { header: 'bytes=8-99', range: { offset: 8, length: 2 } },
  { header: 'bytes=9-9', range: { offset: 9, length: 1 } },
  { header: 'bytes=10-', range: 'unsatisfiable' },
  { header: 'bytes=-0', range: 'unsatisfiable' },
  { header: 'bytes=5-2', range: undefined },
  { header: 'bytes=0-1,4-5', range: undefined },
  { header: 'bytes=-', range: undefined },
  { header: 'lines=0-1', range: undefined },
] as const

it.for(ranges)('reads $header', ({ header, range }) => {
  expect(byteRange(header, SIZE)).toEqual(range)
})
