import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { eventStream, type Frame } from '../../src/routes/event-stream.ts'

async function* waits(ms: number, frame: Frame): AsyncGenerator<Frame> {
  yield { data: 'first' }
  await new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
  yield frame
}

function open(frames: AsyncGenerator<Frame>) {
  const onError = () => ({ data: 'failed' })
  return eventStream(frames, { onError, lastFrame: { data: 'last' }, gone: new AbortController() })
}

describe('an event stream', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is never silent for ten seconds', async () => {
    const response = await open(waits(24_000, { event: 'late', data: 'second' }))
    const text = response.text()

    await vi.advanceTimersByTimeAsync(24_000)

    const signs = ': still working\n\n'.repeat(4)
    expect(await text).toBe(`data: first\n\n${signs}event: late\ndata: second\n\ndata: last\n\n`)
  })

  it('begins before its first event when that is long in coming', async () => {
    // oxlint-disable-next-line require-yield -- It never comes to that.
    async function* never(): AsyncGenerator<Frame> {
      await new Promise(() => {})
    }
    const opened = open(never())

    await vi.advanceTimersByTimeAsync(5_000)

    expect((await opened).status).toBe(200)
  })

  it('takes no more from its source than its reader does', async () => {
    let taken = 0
    async function* counted(): AsyncGenerator<Frame> {
      for (;;) {
        taken++
        yield { data: 'x'.repeat(100_000) }
      }
    }
    const response = await open(counted())
    const reader = response.body?.getReader()

    await reader?.read()
    await reader?.read()
    await vi.advanceTimersByTimeAsync(1_000)

    expect(taken).toBe(2)
  })
})
