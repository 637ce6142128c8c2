import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { eventStream, type Frame } from '../../src/routes/event-stream.ts'

async function* waits(ms: number, frame: Frame): AsyncGenerator<Frame> {
  yield { data: 'first' }
  await new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
  yield frame
}

function open(
  frames: AsyncGenerator<Frame>,
  { gone = new AbortController(), signal = new AbortController().signal } = {},
) {
  const onError = () => ({ data: 'failed' })
  return eventStream(frames, { onError, lastFrame: { data: 'last' }, gone, signal })
}

/** Frames without end, and whether they were given up. */
function endless() {
  const state = { taken: 0, isGivenUp: false }
  async function* frames(): AsyncGenerator<Frame> {
    try {
      for (;;) {
        state.taken++
        yield { data: 'x'.repeat(1000) }
      }
    } finally {
      state.isGivenUp = true
    }
  }
  return { state, frames: frames() }
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
    const { state, frames } = endless()
    const response = await open(frames)
    const reader = response.body?.getReader()

    await reader?.read()
    await reader?.read()
    await vi.advanceTimersByTimeAsync(1_000)

    expect(state.taken).toBe(2)
  })

  it('gives up for a reader who takes nothing for half a minute', async () => {
    const { state, frames } = endless()
    const gone = new AbortController()
    const reader = (await open(frames, { gone })).body?.getReader()
    await reader?.read()

    await vi.advanceTimersByTimeAsync(29_000)
    expect(state.isGivenUp).toBe(false)
    await vi.advanceTimersByTimeAsync(2_000)

    expect(state.isGivenUp).toBe(true)
    expect(gone.signal.aborted).toBe(true)
    await expect(reader?.read()).rejects.toThrow('does not read')
  })

  it('has patience with a reader who is slow', async () => {
    const { state, frames } = endless()
    const reader = (await open(frames)).body?.getReader()
    for (let reads = 0; reads < 10; reads++) {
      await reader?.read()
      await vi.advanceTimersByTimeAsync(25_000)
    }

    expect(state).toEqual({ taken: 10, isGivenUp: false })
  })

  it('gives up for a reader who takes nothing when the time of the request is over', async () => {
    const { state, frames } = endless()
    const time = new AbortController()
    const reader = (await open(frames, { signal: time.signal })).body?.getReader()
    await reader?.read()

    time.abort()
    await vi.advanceTimersByTimeAsync(1)

    expect(state.isGivenUp).toBe(true)
  })

  it('writes what is long in pieces, and every character of it', async () => {
    const text = `${'x'.repeat(65_535)}😀${'é'.repeat(100_000)}`
    async function* once(): AsyncGenerator<Frame> {
      yield { data: text }
    }
    const body = (await open(once())).body ?? new ReadableStream()
    const pieces = await Array.fromAsync(body)

    expect(pieces.length).toBeGreaterThan(2)
    expect(new TextDecoder().decode(Buffer.concat(pieces))).toBe(`data: ${text}\n\ndata: last\n\n`)
  })
})
