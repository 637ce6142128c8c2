import { describe, expect, it } from 'vitest'
import type { ExecutionOutput, ExecutionResult } from '../../src/tools/execution.ts'
import { renderExecution } from '../../src/tools/render-result.ts'
import { PIXEL } from '../support/fake-sandbox.ts'

const nothing: ExecutionResult = {
  stdout: '',
  stderr: '',
  results: [],
  error: null,
  usage: { wall_ms: 1, cpu_ms: 1, start_ms: 1, peak_memory_bytes: 1 },
}
const file = {
  id: 'file-1',
  name: 'figure-1.png',
  bytes: 68,
  mime_type: 'image/png',
  url: 'http://localhost/f',
}

function render(execution: Partial<ExecutionResult>): Rendered {
  return JSON.parse(renderExecution({ ...nothing, ...execution }))
}

interface Rendered {
  stdout: string
  stderr: string
  results: object[]
  error: object | null
}

function renderOne(result: Omit<ExecutionOutput, 'is_main_result'>) {
  return render({ results: [{ is_main_result: false, ...result }] }).results[0]
}

describe('what the model reads of an execution', () => {
  it('says which files are not stored, and why', () => {
    const { name, bytes, mime_type } = file
    const unstored_file = { name, bytes, mime_type, reason: 'There is no room for this file.' }

    expect(renderOne({ png: PIXEL, unstored_file })).toEqual({
      file: 'figure-1.png',
      bytes: 68,
      not_stored: 'There is no room for this file.',
    })
  })

  it('is what was printed and what went wrong', () => {
    const error = {
      type: 'execution_error' as const,
      name: 'ZeroDivisionError',
      message: 'division by zero',
      traceback: 'Traceback …',
    }

    expect(render({ stdout: 'a\n', stderr: 'b\n', error })).toEqual({
      stdout: 'a\n',
      stderr: 'b\n',
      results: [],
      error,
    })
  })

  it('names a picture and its address, and has none of its bytes', () => {
    const picture = renderOne({ png: PIXEL, text: '<Figure>', file })

    expect(picture).toEqual({ text: '<Figure>', image: 'figure-1.png', url: 'http://localhost/f' })
  })

  it('names a file, its size and its address', () => {
    expect(renderOne({ file })).toEqual({
      file: 'figure-1.png',
      bytes: 68,
      url: 'http://localhost/f',
    })
  })

  it('has the plain form of a value that has several', () => {
    expect(renderOne({ text: 'a  b', html: '<table>' })).toEqual({ text: 'a  b' })
  })

  it('has another form of a value that has no plain one', () => {
    expect(renderOne({ html: '<p>x</p>' })).toEqual({ text: '<p>x</p>' })
    expect(renderOne({ json: { a: 1 } })).toEqual({ text: '{"a":1}' })
  })

  it('keeps the head and the tail of long output, and says how much is missing', () => {
    const { stdout } = render({ stdout: `head${'x'.repeat(100_000)}tail` })

    expect(stdout).toMatch(/^headx+\n\[… 84008 characters are cut here …\]\nx+tail$/)
    expect(stdout.length).toBeLessThan(17_000)
  })

  it('has no more than thirty results', () => {
    const results = Array.from({ length: 40 }, () => ({ is_main_result: false, text: 'x' }))

    expect(render({ results }).results).toHaveLength(31)
    expect(render({ results }).results.at(-1)).toEqual({ text: '[… 10 more results …]' })
  })
})
