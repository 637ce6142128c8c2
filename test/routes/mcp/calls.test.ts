import { describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import type { Sandbox } from '../../../src/sandbox/sandbox.ts'
import { FakeSandbox, finishes, prints, raises, warns } from '../../support/fake-sandbox.ts'
import { handshaken, messagesOf, resultOf, stateless } from '../../support/mcp.ts'
import { testApp } from '../../support/test-app.ts'

const eras = [
  { era: '2025-11-25', ask: handshaken },
  { era: '2026-07-28', ask: stateless },
]
const python = (args: object) => ({ name: 'run_python', arguments: args })

const Progress = z.object({ params: z.object({ message: z.string() }) })

describe.for(eras)('in $era', ({ ask }) => {
  it.for([
    { fault: 'raises', args: { code: '1/0' }, text: 'ZeroDivisionError' },
    { fault: 'has no code', args: {}, text: 'code' },
    { fault: 'has too much time', args: { code: '', timeout_ms: 300_001 }, text: 'timeout_ms' },
    {
      fault: 'names a file that is not there',
      args: { code: '', files: [{ file_id: 'file-x' }] },
      text: 'No such file',
    },
    {
      fault: 'has a file that is no base64',
      args: { code: '', files: [{ name: 'a', data: '?' }] },
      text: 'base64',
    },
  ])('a program that $fault is an error that the model reads', async ({ args, text }) => {
    const sandbox = new FakeSandbox(raises('ZeroDivisionError', 'division by zero'))

    const response = await ask(testApp({ sandbox }), 'tools/call', python(args))

    const { content, isError } = await resultOf(response)
    expect(response.status).toBe(200)
    expect(isError).toBe(true)
    expect(content[0]?.text).toContain(text)
  })

  it('progress is told to who asks for it', async () => {
    const sandbox = new FakeSandbox(prints('a\n'), warns('b\n'), prints('c\n'), finishes())

    const response = await ask(testApp({ sandbox }), 'tools/call', python({ code: 'go()' }), {
      meta: { progressToken: 'p' },
    })

    const progress = (step: number, message: string) => ({
      jsonrpc: '2.0',
      method: 'notifications/progress',
      params: { progressToken: 'p', progress: step, message },
    })
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    expect(await messagesOf(response)).toEqual([
      progress(1, 'a\n'),
      progress(2, 'b\n'),
      progress(3, 'c\n'),
      expect.objectContaining({ id: 1, result: expect.anything() }),
    ])
  })

  it('progress of much at once is told in pieces that hold together', async () => {
    const much = '🦉'.repeat(20_000)
    const sandbox = new FakeSandbox(prints(much), finishes())

    const response = await ask(testApp({ sandbox }), 'tools/call', python({ code: 'go()' }), {
      meta: { progressToken: 1 },
    })

    const told = z.array(Progress).parse((await messagesOf(response)).slice(0, -1))
    expect(told.map(({ params }) => params.message.length)).toEqual([32_000, 8_000])
    expect(told.map(({ params }) => params.message).join('')).toBe(much)
  })

  it('progress is told to nobody else', async () => {
    const response = await ask(testApp(), 'tools/call', python({ code: 'go()' }))

    expect(await messagesOf(response)).toHaveLength(1)
  })

  it('a client that takes no stream gets a whole answer', async () => {
    const headers = { accept: 'application/json' }
    const meta = { progressToken: 1 }

    const response = await ask(testApp(), 'tools/call', python({ code: '' }), { headers, meta })

    expect(response.headers.get('content-type')).toContain('application/json')
    expect((await resultOf(response)).content).toHaveLength(1)
  })

  it('a program ends when its client goes', async () => {
    const sandbox = new FakeSandbox(prints('a\n'), 'waits')

    const response = await ask(testApp({ sandbox }), 'tools/call', python({ code: '' }), {
      meta: { progressToken: 1 },
    })
    const reader = response.body?.getReader()
    await reader?.read()
    await reader?.cancel()

    expect(sandbox.signals[0]?.aborted).toBe(true)
  })

  it('an unknown tool is an error of the protocol', async () => {
    const response = await ask(testApp(), 'tools/call', { name: 'run_ruby', arguments: {} })

    expect(response.status).toBe(200)
    expect(await messagesOf(response)).toEqual([
      {
        jsonrpc: '2.0',
        id: 1,
        error: { code: -32602, message: 'Invalid params: There is no tool "run_ruby".' },
      },
    ])
  })

  it('a bug is told without what it is, and logged', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const sandbox: Sandbox = {
      // oxlint-disable-next-line require-yield -- It fails before.
      async *execute() {
        throw new Error('secret')
      },
    }

    const response = await ask(testApp({ sandbox }), 'tools/call', python({ code: '' }))

    const text = JSON.stringify(await messagesOf(response))
    expect(text).toContain('-32603')
    expect(text).not.toContain('secret')
    expect(log.mock.calls.join('')).toContain('secret')
    log.mockRestore()
  })
})
