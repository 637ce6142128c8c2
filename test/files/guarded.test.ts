import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { guarded, StorageFailed } from '../../src/files/guarded.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('takes a storage that gives no answer for one that fails', async () => {
  const reported: unknown[] = []
  const asked = guarded(
    () => new Promise(() => {}),
    (error) => void reported.push(error),
  )

  await Promise.all([
    expect(asked).rejects.toThrow(StorageFailed),
    vi.advanceTimersByTimeAsync(30_000),
  ])

  expect(reported).toHaveLength(1)
})

it('leaves no timer behind an answer', async () => {
  const value = await guarded(
    () => Promise.resolve(7),
    () => {},
  )

  expect(value).toBe(7)
  expect(vi.getTimerCount()).toBe(0)
})
