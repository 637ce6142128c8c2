import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { science as scienceContents } from '../../python-runtime/images.ts'
import { byImage } from '../../src/sandbox/by-image.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { collect } from '../support/collect.ts'
import { FakeSandbox, finishes, prints, raises, writes } from '../support/fake-sandbox.ts'

const missing = raises(
  'ModuleNotFoundError',
  "No module named 'scipy'. This sandbox has no module 'scipy': it is in the image 'science'.",
)

function run(sandbox: Sandbox, code: string) {
  const execution = { code, files: [], timeoutMs: 1_000, sandboxTimeoutMs: 5_000 }
  const signal = new AbortController().signal
  return collect(sandbox.execute(execution, { caller: 'somebody', signal }))
}

it('has the modules of science that its Python tells of', () => {
  const path = '../../python-runtime/guest/python/_sandbox/nearest.py'
  const text = readFileSync(join(import.meta.dirname, path), 'utf8')
  const [, names] = /^_OF_SCIENCE = """([^"]*)"""$/m.exec(text) ?? []

  expect(names?.trim().split(/\s+/)).toEqual(scienceContents.modules)
})

describe('the image that a program gets', () => {
  it('is the smallest that has what it imports', async () => {
    const standard = new FakeSandbox(prints('standard'), finishes())
    const science = new FakeSandbox(prints('science'), finishes())
    const sandbox = byImage(standard, science)

    expect(await run(sandbox, 'import numpy')).toEqual([prints('standard'), finishes()])
    expect(await run(sandbox, 'text = "scipy"')).toEqual([prints('standard'), finishes()])
    expect(await run(sandbox, 'from scipy import stats')).toEqual([prints('science'), finishes()])
    expect(await run(sandbox, 'import sklearn')).toEqual([prints('science'), finishes()])
    expect(await run(sandbox, 'import docx')).toEqual([prints('science'), finishes()])
  })

  it('is the larger one after all when it has shown nothing before it is seen to need it', async () => {
    const standard = new FakeSandbox(missing)
    const science = new FakeSandbox(prints('science'), finishes())

    const events = await run(byImage(standard, science), '__import__("scipy")')

    expect(events[0]).toEqual(prints('science'))
    expect(events).toHaveLength(2)
    expect(events[1]).toMatchObject({
      type: 'finished',
      error: null,
      usage: { wall_ms: 24, start_ms: 15, cpu_ms: 8 },
    })
    expect(science.executions[0]?.sandboxTimeoutMs).toBeLessThanOrEqual(5_000)
  })

  it.each([prints('1'), writes('a.txt', 'abc')])(
    'stays what it is once something was shown: $type',
    async (shown) => {
      const science = new FakeSandbox(finishes())

      const [first, last] = await run(byImage(new FakeSandbox(shown, missing), science), 'x')

      expect(science.executions).toEqual([])
      expect(first).toEqual(shown)
      expect(last).toMatchObject({
        error: {
          message: expect.stringContaining("'science', which a program gets that begins with"),
          traceback: expect.stringContaining("'science', which a program gets that begins with"),
        },
      })
    },
  )

  it('is run in once more, and not again and again', async () => {
    const science = new FakeSandbox(missing)

    expect(await run(byImage(new FakeSandbox(missing), science), 'x')).toHaveLength(1)
    expect(science.executions).toHaveLength(1)
  })

  it('is named, where there is no room for it', async () => {
    const [last] = await run(byImage(new FakeSandbox(missing), null), 'import scipy')

    expect(last).toMatchObject({
      error: { message: expect.stringContaining('and not on Cloudflare') },
    })
  })

  it('is not changed by an error that is about something else', async () => {
    const science = new FakeSandbox(finishes())
    const error = raises('ModuleNotFoundError', "No module named 'torch'")

    expect(await run(byImage(new FakeSandbox(error), science), 'x')).toEqual([error])
    expect(science.executions).toEqual([])
  })
})
