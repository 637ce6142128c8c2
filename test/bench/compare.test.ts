import { describe, expect, it } from 'vitest'
import { compare } from '../../bench/budget/compare.ts'

const budget = { bytes: { worker: 1000 }, subrequests: { bucket: 9 } }
const tolerances = { bytes: 0.01 }

describe('a budget', () => {
  it('is kept by what it says, and by what is nearly that where a group allows it', () => {
    expect(compare(budget, budget, tolerances)).toEqual([])
    expect(compare(budget, { ...budget, bytes: { worker: 1010 } }, tolerances)).toEqual([])
  })

  it('is not kept by what grew, and both numbers are told', () => {
    const measured = { bytes: { worker: 1011 }, subrequests: { bucket: 10 } }

    expect(compare(budget, measured, tolerances)).toEqual([
      'bytes, worker: 1000 grew to 1011 (1.10 %)',
      'subrequests, bucket: 9 grew to 10 (11.11 %)',
    ])
  })

  it('asks for what shrank to be taken in', () => {
    const measured = { bytes: { worker: 900 }, subrequests: { bucket: 9 } }

    expect(compare(budget, measured, tolerances)).toEqual([
      'bytes, worker: 1000 shrank to 900 (-10.00 %)',
    ])
  })

  it('has every figure that is measured, and no other', () => {
    const measured = { bytes: { worker: 1000 }, fuel: { print: 7 } }

    expect(compare(budget, measured, tolerances)).toEqual([
      'subrequests, bucket: 9 is no longer measured',
      'fuel, print: 7 is new',
    ])
  })
})
