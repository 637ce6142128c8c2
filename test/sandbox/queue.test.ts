import { describe, expect, it } from 'vitest'
import type { Execution } from '../../python-runtime/protocol.ts'
import { queued } from '../../src/sandbox/queue.ts'
import type { Run, Sandbox, SandboxEvent } from '../../src/sandbox/sandbox.ts'
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

function start(
  sandbox: Sandbox,
  code: string,
  { caller = 'somebody', signal = new AbortController().signal }: Partial<Run> = {},
) {
  const execution = { code, files: [], timeoutMs: 1000, sandboxTimeoutMs: 1000 }
  const outcome = collect(sandbox.execute(execution, { caller, signal })).then(
    (events) => events,
    (error: unknown) => error,
  )
  return { outcome }
}

describe('the queue for sandboxes', () => {
  it('runs no more programs at once than it may, and the others in the order they came', async () => {
    const held = new HeldSandbox()
    const sandbox = queued(held, { maxRunning: 3, maxWaiting: 5 })
    for (const code of ['a', 'b', 'c', 'd']) start(sandbox, code)
    await settled()
    expect([...held.running.keys()]).toEqual(['a', 'b'])

    await held.end('b')
    expect([...held.running.keys()]).toEqual(['a', 'c'])

    await held.end('a')
    expect([...held.running.keys()]).toEqual(['c', 'd'])
  })

  it('keeps the last place for a caller who has none', async () => {
    const held = new HeldSandbox()
    const sandbox = queued(held, { maxRunning: 2, maxWaiting: 5 })
    for (const code of ['a', 'b', 'c']) start(sandbox, code, { caller: 'floods' })
    start(sandbox, 'other', { caller: 'other' })
    await settled()

    expect([...held.running.keys()]).toEqual(['a', 'other'])
  })

  it('gives a place to a single caller where there is but one', async () => {
    const held = new HeldSandbox()
    const sandbox = queued(held, { maxRunning: 1, maxWaiting: 5 })
    start(sandbox, 'a')
    await settled()

    expect([...held.running.keys()]).toEqual(['a'])
  })

  it('serves callers in turns, each in the order they came', async () => {
    const held = new HeldSandbox()
    const sandbox = queued(held, { maxRunning: 1, maxWaiting: 50 })
    for (const code of ['a1', 'a2', 'a3', 'a4']) start(sandbox, code, { caller: 'a' })
    for (const code of ['b1', 'b2']) start(sandbox, code, { caller: 'b' })
    start(sandbox, 'c1', { caller: 'c' })
    await settled()

    const order: string[] = []
    for (let [code] = held.running.keys(); code; [code] = held.running.keys()) {
      order.push(code)
      await held.end(code)
    }
    expect(order).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4'])
  })

  it('refuses the last of who has most waiting, when too many wait', async () => {
    const held = new HeldSandbox()
    const sandbox = queued(held, { maxRunning: 1, maxWaiting: 3 })
    for (const code of ['a1', 'a2', 'a3']) start(sandbox, code, { caller: 'a' })
    const last = start(sandbox, 'a4', { caller: 'a' })
    const other = start(sandbox, 'b1', { caller: 'b' })

    expect(await last.outcome).toMatchObject({ status: 429 })
    await held.end('a1')
    await held.end('a2')
    await held.end('b1')
    expect(await other.outcome).toMatchObject([{ type: 'finished' }])
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
    const gone = start(sandbox, 'gone', { signal: client.signal })
    client.abort()
    expect(await gone.outcome).toMatchObject([{ error: { type: 'cancelled' } }])

    start(sandbox, 'next')
    await held.end('runs')

    expect([...held.running.keys()]).toEqual(['next'])
  })

  it('frees the place of a program that is left before its end', async () => {
    const held = new HeldSandbox()
    const endless: Sandbox = {
      async *execute(execution, { signal }) {
        yield { type: 'stdout', text: 'on and on' }
        yield* held.execute(execution)
        signal.throwIfAborted()
      },
    }
    const sandbox = queued(endless, { maxRunning: 1, maxWaiting: 1 })
    const execution = { code: 'left', files: [], timeoutMs: 1000, sandboxTimeoutMs: 1000 }
    const run = { caller: 'somebody', signal: new AbortController().signal }
    for await (const _ of sandbox.execute(execution, run)) break

    start(sandbox, 'next')
    await settled()

    expect([...held.running.keys()]).toEqual(['next'])
  })
})
