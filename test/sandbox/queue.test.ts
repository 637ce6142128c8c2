import { describe, expect, it } from 'vitest'
import type { Execution } from '../../python-runtime/protocol.ts'
import { queued } from '../../src/sandbox/queue.ts'
import type { Sandbox, SandboxEvent } from '../../src/sandbox/sandbox.ts'
import { collect } from '../support/collect.ts'
import { finishes } from '../support/fake-sandbox.ts'

/** A sandbox whose programs run until they are told to end. */
class HeldSandbox implements Sandbox {
  readonly running = new Map<string, () => void>()

  async *execute({ code }: Execution): AsyncGenerator<SandboxEvent> {
    await new Promise<void>((resolve) => this.running.set(code, resolve))
    this.running.delete(code)
    yield finishes()
  }

  end(code: string): Promise<void> {
    this.running.get(code)?.()
    return settled()
  }
}

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 5))

function start(sandbox: Sandbox, code: string, signal = new AbortController().signal) {
  const execution = { code, files: [], timeoutMs: 1000, sandboxTimeoutMs: 1000 }
  const outcome = collect(sandbox.execute(execution, signal)).then(
    (events) => events,
    (error: unknown) => error,
  )
  return { outcome }
}

describe('the queue for sandboxes', () => {
  it('runs no more programs at once than it may, and the others in the order they came', async () => {
    const held = new HeldSandbox()
    const sandbox = queued(held, { maxRunning: 2, maxWaiting: 5 })
    for (const code of ['a', 'b', 'c', 'd']) start(sandbox, code)
    await settled()
    expect([...held.running.keys()]).toEqual(['a', 'b'])

    await held.end('b')
    expect([...held.running.keys()]).toEqual(['a', 'c'])

    await held.end('a')
    expect([...held.running.keys()]).toEqual(['c', 'd'])
  })

  it('refuses with 429 and a time to come back when too many wait', async () => {
    const sandbox = queued(new HeldSandbox(), { maxRunning: 1, maxWaiting: 1 })
    start(sandbox, 'runs')
    start(sandbox, 'waits')

    const refusal = await start(sandbox, 'refused').outcome

    expect(refusal).toMatchObject({
      status: 429,
      code: 'too_many_executions',
      headers: { 'retry-after': '2' },
    })
  })

  it('gives up the place of one whose client goes away', async () => {
    const held = new HeldSandbox()
    const sandbox = queued(held, { maxRunning: 1, maxWaiting: 1 })
    const client = new AbortController()
    start(sandbox, 'runs')
    const gone = start(sandbox, 'gone', client.signal)
    client.abort()
    expect(await gone.outcome).toMatchObject([{ error: { type: 'cancelled' } }])

    start(sandbox, 'next')
    await held.end('runs')

    expect([...held.running.keys()]).toEqual(['next'])
  })

  it('frees the place of a program that is left before its end', async () => {
    const held = new HeldSandbox()
    const endless: Sandbox = {
      async *execute(execution, signal) {
        yield { type: 'stdout', text: 'on and on' }
        yield* held.execute(execution)
        signal.throwIfAborted()
      },
    }
    const sandbox = queued(endless, { maxRunning: 1, maxWaiting: 1 })
    const execution = { code: 'left', files: [], timeoutMs: 1000, sandboxTimeoutMs: 1000 }
    for await (const _ of sandbox.execute(execution, new AbortController().signal)) break

    start(sandbox, 'next')
    await settled()

    expect([...held.running.keys()]).toEqual(['next'])
  })
})
