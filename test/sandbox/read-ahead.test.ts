import { describe, expect, it } from 'vitest'
import type { Execution } from '../../python-runtime/protocol.ts'
import { readAhead } from '../../src/sandbox/read-ahead.ts'
import type { Run, Sandbox, SandboxEvent } from '../../src/sandbox/sandbox.ts'
import { collect } from '../support/collect.ts'
import { finishes, prints } from '../support/fake-sandbox.ts'

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 5))

/** A sandbox that says these things, and notes what was taken of it and that it ended. */
class ToldSandbox implements Sandbox {
  taken = 0
  hasEnded = false
  readonly #events: readonly SandboxEvent[]

  constructor(...events: SandboxEvent[]) {
    this.#events = events
  }

  async *execute(_: Execution, { signal }: Run): AsyncGenerator<SandboxEvent> {
    try {
      for (const event of this.#events) {
        if (signal.aborted) return
        this.taken++
        yield event
      }
    } finally {
      this.hasEnded = true
    }
  }
}

function execute(sandbox: Sandbox, { sandboxTimeoutMs = 1000, signal = never() } = {}) {
  const execution = { code: '', files: [], timeoutMs: 1000, sandboxTimeoutMs }
  return sandbox.execute(execution, { caller: 'somebody', signal })[Symbol.asyncIterator]()
}

const never = () => new AbortController().signal
const large = prints('x'.repeat(600))

describe('reading ahead', () => {
  it('lets the sandbox end while nobody takes what it said', async () => {
    const told = new ToldSandbox(prints('a'), prints('b'), finishes())
    const events = execute(readAhead(told, 1000))

    expect((await events.next()).value).toEqual(prints('a'))
    await settled()

    expect(told.hasEnded).toBe(true)
    expect((await events.next()).value).toEqual(prints('b'))
    expect((await events.next()).value).toEqual(finishes())
    expect((await events.next()).done).toBe(true)
  })

  it('holds no more than it may, and goes on when there is room', async () => {
    const told = new ToldSandbox(...Array.from({ length: 50 }, () => large), finishes())
    const events = execute(readAhead(told, 1000))
    await events.next()
    await settled()
    expect(told.taken).toBe(3)

    await events.next()
    await settled()
    expect(told.taken).toBe(4)

    expect(await collect({ [Symbol.asyncIterator]: () => events })).toHaveLength(49)
    expect(told.hasEnded).toBe(true)
  })

  it.each([
    { name: 'the request is over', options: { signal: AbortSignal.timeout(50) } },
    { name: 'its sandbox has had its time', options: { sandboxTimeoutMs: 50 } },
  ])('waits for nobody when $name', async ({ options }) => {
    const told = new ToldSandbox(large, large, large, large, finishes())
    const events = execute(readAhead(told, 1000), options)
    await events.next()

    await expect.poll(() => told.hasEnded).toBe(true)
  })

  it('ends the sandbox of one who takes no more', async () => {
    const told = new ToldSandbox(large, large, large, large, finishes())
    const events = execute(readAhead(told, 1000))
    await events.next()

    await events.return?.()

    await expect.poll(() => told.hasEnded).toBe(true)
    expect(told.taken).toBeLessThan(4)
  })

  it('fails as the sandbox does, after what it said before', async () => {
    const broken: Sandbox = {
      async *execute() {
        yield prints('a')
        throw new Error('too many')
      },
    }
    const events = execute(readAhead(broken, 1000))

    expect((await events.next()).value).toEqual(prints('a'))
    await expect(events.next()).rejects.toThrow('too many')
  })
})
