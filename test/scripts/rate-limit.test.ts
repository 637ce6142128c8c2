import { describe, expect, it } from 'vitest'
import { KeyLimit } from '../../scripts/server/rate-limit.ts'

const of = (key: string) => ({ headers: { authorization: `Bearer ${key}` } })

describe('the limit of requests', () => {
  it('lets so many pass at once, and the next when their part of the minute is over', () => {
    let now = 0
    const limit = new KeyLimit(60, () => now)

    const waits = Array.from({ length: 62 }, () => limit.waitFor(of('a')))

    expect(waits.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => 0))
    expect(waits.slice(60)).toEqual([1, 1])
    now = 1000
    expect(limit.waitFor(of('a'))).toBe(0)
    expect(limit.waitFor(of('a'))).toBe(1)
    now = 61_000
    expect(Array.from({ length: 61 }, () => limit.waitFor(of('a'))).filter(Boolean)).toEqual([1])
  })

  it('counts each key by itself, however it is written, and nobody without one', () => {
    const limit = new KeyLimit(1, () => 0)

    expect(limit.waitFor(of('a'))).toBe(0)
    expect(limit.waitFor({ headers: { authorization: 'bearer a' } })).toBe(60)
    expect(limit.waitFor(of('b'))).toBe(0)
    for (const authorization of [undefined, '', 'Basic a', 'Bearer', 'Bearer ']) {
      const headers = authorization === undefined ? {} : { authorization }
      expect([limit.waitFor({ headers }), limit.waitFor({ headers })]).toEqual([0, 0])
    }
  })

  it('does not count what it refuses', () => {
    let now = 0
    const limit = new KeyLimit(1, () => now)
    limit.waitFor(of('a'))
    for (let index = 0; index < 100; index++) limit.waitFor(of('a'))

    now = 60_000
    expect(limit.waitFor(of('a'))).toBe(0)
  })

  it('forgets the oldest of more keys than it holds', () => {
    const limit = new KeyLimit(1, () => 0)
    limit.waitFor(of('first'))
    for (let index = 0; index < 9_999; index++) limit.waitFor(of(`key-${index}`))
    expect(limit.waitFor(of('first'))).toBe(60)

    limit.waitFor(of('one-more'))

    expect(limit.waitFor(of('first'))).toBe(0)
  })
})
