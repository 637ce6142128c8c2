import { describe, expect, it } from 'vitest'
import type { Execution } from '../../python-runtime/protocol.ts'
import type { Sandbox, SandboxEvent } from '../../src/sandbox/sandbox.ts'
import { collect } from '../support/collect.ts'

export interface SandboxFixture {
  create: () => Sandbox
  /** A program that prints `4` and ends, and one that prints `4` and then runs until it is told to end. */
  ends: string
  endless: string
  /** One that ends with `ValueError: no`. */
  fails: string
  /** One that writes `abc` into `a.txt`, and one that prints the names of the files that it finds. */
  writes: string
  looks: string
}

const limits = { files: [], timeoutMs: 10_000, sandboxTimeoutMs: 20_000 }
const never = new AbortController().signal

/** What every sandbox promises, wherever it runs its programs. */
export function sandboxContract(name: string, { create, ...programs }: SandboxFixture): void {
  const { ends, endless, fails, writes, looks } = programs
  const run = (
    sandbox: Sandbox,
    code: string,
    { signal = never, ...other }: Partial<Execution> & { signal?: AbortSignal } = {},
  ) => sandbox.execute({ code, ...limits, ...other }, { caller: 'somebody', signal })

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

    it('tells of an error of the program as of what has come of it', async () => {
      const events = await collect(run(create(), fails))

      expect(events.at(-1)).toMatchObject({
        type: 'finished',
        error: {
          type: 'execution_error',
          name: 'ValueError',
          message: 'no',
          traceback: expect.stringContaining('ValueError: no'),
        },
      })
    })

    it('gives what a program has written', async () => {
      const events = await collect(run(create(), writes))

      const bytes = new TextEncoder().encode('abc')
      expect(events.filter(({ type }) => type === 'file')).toEqual([
        { type: 'file', name: 'a.txt', bytes },
      ])
      expect(events.at(-1)).toMatchObject({ type: 'finished', error: null })
    })

    it('gives a program its files, and none of an earlier one', async () => {
      const sandbox = create()
      await collect(run(sandbox, writes))
      const files = [{ name: 'in.csv', bytes: new TextEncoder().encode('1,2') }]

      expect(printed(await collect(run(sandbox, looks, { files })))).toBe('in.csv\n')
    })

    it('ends a program when its time is over, and tells what it did until then', async () => {
      const events = await collect(run(create(), endless, { timeoutMs: 1_000 }))

      expect(printed(events)).toBe('4\n')
      expect(events.at(-1)).toMatchObject({ type: 'finished', error: { type: 'timeout' } })
    })

    it('runs a program after another', async () => {
      const sandbox = create()
      await collect(run(sandbox, ends))

      expect(printed(await collect(run(sandbox, ends)))).toBe('4\n')
    })

    it('tells of a program that is cancelled while it runs, and of what it did until then', async () => {
      const client = new AbortController()
      const events: SandboxEvent[] = []
      for await (const event of run(create(), endless, { signal: client.signal })) {
        events.push(event)
        client.abort()
      }

      expect(printed(events)).toBe('4\n')
      expect(events.at(-1)).toMatchObject({ type: 'finished', error: { type: 'cancelled' } })
    })

    it('tells the same of one that is cancelled before it begins', async () => {
      const events = await collect(run(create(), endless, { signal: AbortSignal.abort() }))

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
