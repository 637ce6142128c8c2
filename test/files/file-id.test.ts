import { describe, expect, it } from 'vitest'
import { newFileId } from '../../src/files/file-id.ts'

describe('ids of files', () => {
  it('sort by age, also within a millisecond', () => {
    const ids = [1000, 1000, 1000, 1001, 1500, 1500].map(newFileId)

    expect(ids.toSorted()).toEqual(ids)
  })

  it('sort by age when the clock is set back', () => {
    const before = newFileId(2_000_000)

    expect(newFileId(1_000_000) > before).toBe(true)
  })

  it('begin with the time and end with chance', () => {
    const [first, second] = [newFileId(3_000_000), newFileId(4_000_000)]

    expect(first).toMatch(/^file-[0-9a-z]{24}$/)
    expect(first.slice(5, 14)).toBe((3_000_000).toString(36).padStart(9, '0'))
    expect(first.slice(14)).not.toBe(second.slice(14))
  })
})
