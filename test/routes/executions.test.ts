import { describe, expect, it } from 'vitest'
import { failingStore } from '../support/failing-store.ts'
import {
  FakeSandbox,
  finishes,
  PIXEL,
  prints,
  raises,
  shows,
  warns,
  writes,
} from '../support/fake-sandbox.ts'
import { post, testApp } from '../support/test-app.ts'

function run(request: unknown, sandbox: FakeSandbox, env: object = {}) {
  return post(testApp({ sandbox, env }), '/v1/executions', request)
}

describe('an execution', () => {
  it('answers with all that came of the program', async () => {
    const sandbox = new FakeSandbox(
      prints('a\n'),
      warns('b\n'),
      shows({ is_main_result: true, text: '4' }),
      shows({ png: PIXEL }),
      writes('out.csv', 'a,b\n'),
      finishes(),
    )

    const response = await run({ code: 'go()' }, sandbox)

    const body: unknown = await response.json()
    expect(body).toEqual({
      stdout: 'a\n',
      stderr: 'b\n',
      results: [
        { is_main_result: true, text: '4' },
        {
          is_main_result: false,
          png: PIXEL,
          file: expect.objectContaining({
            name: 'figure-1.png',
            mime_type: 'image/png',
            bytes: 70,
          }),
        },
        {
          is_main_result: false,
          file: {
            id: expect.stringMatching(/^file-/),
            name: 'out.csv',
            bytes: 4,
            mime_type: 'text/csv',
            url: expect.stringMatching(/^http:\/\/localhost\/v1\/files\/file-\w+\/content\?/),
          },
        },
      ],
      error: null,
      usage: { wall_ms: 12, cpu_ms: 8, start_ms: 3, peak_memory_bytes: 40_000_000 },
    })
  })

  it('answers all the same when there is no room for its files, and says so at each', async () => {
    const sandbox = new FakeSandbox(
      shows({ png: PIXEL }),
      writes('../out.csv', 'a,b\n'),
      finishes(),
    )

    const response = await run({ code: 'go()' }, sandbox, { MAX_STORED_BYTES: '70' })

    expect(await response.json()).toMatchObject({
      results: [
        { png: PIXEL, file: { name: 'figure-1.png' } },
        {
          is_main_result: false,
          unstored_file: {
            name: 'out.csv',
            bytes: 4,
            mime_type: 'text/csv',
            reason: expect.stringContaining('limited to 70 bytes'),
          },
        },
      ],
      error: null,
    })
  })

  it('answers all the same when nothing can be stored, and says so at each', async () => {
    const app = testApp({
      sandbox: new FakeSandbox(shows({ png: PIXEL }), writes('out.csv', 'a,b\n'), finishes()),
      filesOf: () => failingStore,
    })

    const response = await post(app, '/v1/executions', { code: 'go()' })

    const reason = 'The file storage of this server fails at the moment.'
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      results: [
        { png: PIXEL, unstored_file: { name: 'figure-1.png', reason } },
        { unstored_file: { name: 'out.csv', bytes: 4, reason } },
      ],
      error: null,
    })
  })

  it('leaves out what an answer has no room for, and says so in its place', async () => {
    const large = 'x'.repeat(40_000)
    const sandbox = new FakeSandbox(
      prints(large),
      shows({ is_main_result: true, text: large }),
      shows({ text: 'small' }),
      prints(large),
      prints('more'),
      finishes(),
    )

    const response = await run({ code: 'go()' }, sandbox, { MAX_ANSWER_BYTES: '65536' })

    const { stdout, results }: { stdout: string; results: object[] } = await response.json()
    expect(stdout.replaceAll('x', '')).toBe(
      '\n[… the rest is left out: all that an answer has may be 65536 bytes …]\n',
    )
    expect(stdout.length).toBeLessThan(65_700)
    expect(results).toEqual([
      {
        is_main_result: true,
        text: '[… a result of 40033 bytes is left out: all that an answer has may be 65536 bytes …]',
      },
      { is_main_result: false, text: 'small' },
    ])
  })

  it('answers 200 to a program that fails, with its error', async () => {
    const response = await run(
      { code: '1/0' },
      new FakeSandbox(raises('ZeroDivisionError', 'division by zero')),
    )

    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      error: { type: 'execution_error', name: 'ZeroDivisionError' },
    })
  })

  it('streams what the program does, and last all of it', async () => {
    const sandbox = new FakeSandbox(
      prints('a\n'),
      warns('b\n'),
      shows({ text: '4' }),
      raises('E', 'no'),
    )

    const response = await run({ code: 'go()', stream: true }, sandbox)

    const events = (await response.text())
      .trim()
      .split('\n\n')
      .map((event) => event.split('\n'))
    expect(
      events.map(([name, data]) => [name, JSON.parse(data?.slice('data: '.length) ?? '')]),
    ).toMatchObject([
      ['event: stdout', { text: 'a\n' }],
      ['event: stderr', { text: 'b\n' }],
      ['event: result', { text: '4' }],
      ['event: error', { type: 'execution_error', name: 'E' }],
      [
        'event: done',
        { stdout: 'a\n', stderr: 'b\n', results: [{ text: '4' }], error: { name: 'E' } },
      ],
    ])
  })

  it('has thirty seconds, and its sandbox a minute, unless it is told otherwise', async () => {
    const sandbox = new FakeSandbox(finishes())

    await run({ code: '' }, sandbox)

    expect(sandbox.executions[0]).toMatchObject({ timeoutMs: 30_000, sandboxTimeoutMs: 60_000 })
  })

  it('has a sandbox that lives as long as the program may run', async () => {
    const sandbox = new FakeSandbox(finishes())

    await run({ code: '', timeout_ms: 120_000 }, sandbox)

    expect(sandbox.executions[0]?.sandboxTimeoutMs).toBe(150_000)
  })

  it('has the times that it asks for', async () => {
    const sandbox = new FakeSandbox(finishes())

    await run({ code: '', timeout_ms: 200, sandbox_timeout_ms: 300 }, sandbox)

    expect(sandbox.executions[0]).toMatchObject({ timeoutMs: 200, sandboxTimeoutMs: 300 })
  })

  it('gets files', async () => {
    const sandbox = new FakeSandbox(finishes())

    await run({ code: '', files: [{ name: 'a.txt', data: btoa('hello') }] }, sandbox)

    const [file] = sandbox.executions[0]?.files ?? []
    expect(file?.name).toBe('a.txt')
    expect(new TextDecoder().decode(file?.bytes)).toBe('hello')
  })

  const faults = [
    { fault: 'no code', request: {}, param: 'code' },
    { fault: 'code that is no text', request: { code: 7 }, param: 'code' },
    { fault: 'an unknown field', request: { code: '', language: 'js' }, param: 'language' },
    {
      fault: 'a file without content',
      request: { code: '', files: [{ name: 'a' }] },
      param: 'files[0]',
    },
    {
      fault: 'content without a name',
      request: { code: '', files: [{ data: 'YQ==' }] },
      param: 'files[0]',
    },
    {
      fault: 'content that is not base64',
      request: { code: '', files: [{ name: 'a', data: '?' }] },
      param: 'files[0]',
    },
    {
      fault: 'a file that is not there',
      request: { code: '', files: [{ file_id: 'file-x' }] },
      param: 'files[0]',
    },
    {
      fault: 'a timeout above the limit',
      request: { code: '', timeout_ms: 300_001 },
      param: 'timeout_ms',
    },
  ]

  it.for(faults)('is refused for $fault', async ({ request, param }) => {
    const response = await run(request, new FakeSandbox(finishes()))

    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: { param } })
  })
})
