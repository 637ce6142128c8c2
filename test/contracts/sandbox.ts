import { describe, expect, it } from 'vitest'
import type { Execution } from '../../python-runtime/protocol.ts'
import type { Sandbox, SandboxEvent } from '../../src/sandbox/sandbox.ts'
import { collect } from '../support/collect.ts'

export interface SandboxFixture {
  create: () => Sandbox
  /** A program that prints `4` and ends, and one that prints `4` and then runs until it is told to end. */
  ends: string
  endless: string
}

const limits = { files: [], timeoutMs: 10_000, sandboxTimeoutMs: 20_000 }

/** What every sandbox promises, wherever it runs its programs. */
export function sandboxContract(name: string, { create, ends, endless }: SandboxFixture): void {
  const run = (sandbox: Sandbox, code: string, signal = new AbortController().signal) => {
    const execution: Execution = { code, ...limits }
    return sandbox.execute(execution, { caller: 'somebody', signal })
  }

  describe(`sandbox: ${name}`, () => {
    it('tells what happens, and last, and only last, that it has finished', async () => {
      const events = await collect(run(create(), ends))

      expect(events.filter(({ type }) => type === 'finished')).toHaveLength(1)
      expect(events.at(-1)).toMatchObject({ type: 'finished', error: null })
      expect(printed(events)).toBe('4\n')
    })

    it('says what a program has used', async () => {
      const events = await collect(run(create(), ends))

      const usage = { wall_ms: expect.any(Number), peak_memory_bytes: expect.any(Number) }
      expect(events.at(-1)).toMatchObject({ usage })
    })

    it('runs a program after another', async () => {
      const sandbox = create()
      await collect(run(sandbox, ends))

      expect(printed(await collect(run(sandbox, ends)))).toBe('4\n')
    })

    it('tells of a program that is cancelled while it runs, and of what it did until then', async () => {
      const client = new AbortController()
      const events: SandboxEvent[] = []
      for await (const event of run(create(), endless, client.signal)) {
        events.push(event)
        client.abort()
      }

      expect(printed(events)).toBe('4\n')
      expect(events.at(-1)).toMatchObject({ type: 'finished', error: { type: 'cancelled' } })
    })

    it('tells the same of one that is cancelled before it begins', async () => {
      const events = await collect(run(create(), endless, AbortSignal.abort()))

      expect(events.at(-1)).toMatchObject({ type: 'finished', error: { type: 'cancelled' } })
    })

    it('may be left before the end, and used again', async () => {
      const sandbox = create()
      for await (const _ of run(sandbox, endless)) break

      expect(printed(await collect(run(sandbox, ends)))).toBe('4\n')
    })
  })
}

function printed(events: readonly SandboxEvent[]): string {
  return events.map((event) => (event.type === 'stdout' ? event.text : '')).join('')
}
