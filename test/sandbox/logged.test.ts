import { expect, it } from 'vitest'
import { logged } from '../../src/sandbox/logged.ts'
import { collect } from '../support/collect.ts'
import { FakeSandbox, finishes, prints, raises } from '../support/fake-sandbox.ts'

it.each([
  { end: finishes(), error: null },
  { end: raises('ValueError', 'secret'), error: 'execution_error' },
])(
  'the log has a line for each program, and nothing that it says: $error',
  async ({ end, error }) => {
    const lines: string[] = []
    const sandbox = logged(new FakeSandbox(prints('secret'), end), (line) => lines.push(line))
    const execution = { code: 'secret', files: [], timeoutMs: 1000, sandboxTimeoutMs: 1000 }
    const run = { caller: '0123456789abcdef', signal: new AbortController().signal }

    expect(await collect(sandbox.execute(execution, run))).toEqual([prints('secret'), end])

    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { level: 'info', caller: '01234567', program: { error, wall_ms: 12, cpu_ms: 8 } },
    ])
  },
)
