import { execFile } from 'node:child_process'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import * as z from 'zod'
import { ACCEPTS, ENVELOPE } from '../support/mcp.ts'
import { nodeWith } from '../support/node-with.ts'
import { pythonWith } from '../support/python-with.ts'
import { NODE_CLIENTS, PYTHON_CLIENTS } from './mcp/clients.ts'

const run = promisify(execFile)
const maxBuffer = 64 * 1024 * 1024
const scripts = join(import.meta.dirname, 'mcp')

let python = ''
let folder = ''
beforeAll(async () => {
  ;[python, folder] = await Promise.all([pythonWith(...PYTHON_CLIENTS), nodeWith(...NODE_CLIENTS)])
}, 600_000)

const CHART = `
import matplotlib.pyplot as plt
for step in range(3):
    print('step', step, flush=True)
plt.plot([1, 4, 9])
open('squares.csv', 'w').write('1,4,9')
print(open('given.txt').read())
`
const calls = [
  { code: CHART, files: [{ name: 'given.txt', data: btoa('given') }] },
  { code: 'print("before")\n1 / 0' },
  { code: 'while True: pass', timeout_ms: 300 },
  { code: 'print("é" * 400_000)' },
]

const Text = z.strictObject({ type: z.literal('text'), text: z.string() })
const Image = z.strictObject({
  type: z.literal('image'),
  data: z.base64(),
  mimeType: z.literal('image/png'),
})
const Report = z.object({
  version: z.string(),
  tools: z.tuple([z.looseObject({ name: z.literal('run_python') })]),
  results: z.tuple([
    z.looseObject({ content: z.tuple([Text, Image]), isError: z.literal(false).optional() }),
    z.looseObject({ content: z.tuple([Text]), isError: z.literal(true) }),
    z.looseObject({ content: z.tuple([Text]), isError: z.literal(true) }),
    z.looseObject({ content: z.tuple([Text]), isError: z.literal(false).optional() }),
  ]),
  progress: z.string(),
  unknown: z.literal(-32602),
})

async function inNode(script: string, ...args: string[]) {
  const program = join(folder, script)
  await copyFile(join(scripts, script), program)
  const given = [program, `${inject('serverUrl')}/mcp`, JSON.stringify(calls), ...args]
  return (await run(process.execPath, given, { maxBuffer })).stdout
}

async function inPython(library: string, mode: string) {
  const script = join(scripts, 'clients.py')
  const given = [script, library, `${inject('serverUrl')}/mcp`, JSON.stringify(calls), mode]
  return (await run(python, given, { maxBuffer })).stdout
}

const clients = [
  { name: 'the TypeScript SDK', version: '2025-11-25', ask: () => inNode('sdk.mjs') },
  {
    name: 'the TypeScript client',
    version: '2025-11-25',
    ask: () => inNode('client.mjs', 'legacy'),
  },
  { name: 'the TypeScript client', version: '2026-07-28', ask: () => inNode('client.mjs', 'auto') },
  { name: 'mcp for Python', version: '2025-11-25', ask: () => inPython('mcp', 'legacy') },
  { name: 'mcp for Python', version: '2026-07-28', ask: () => inPython('mcp', 'auto') },
  { name: 'FastMCP', version: '2025-11-25', ask: () => inPython('fastmcp', 'legacy') },
  { name: 'FastMCP', version: '2026-07-28', ask: () => inPython('fastmcp', 'auto') },
]

describe.for(clients)('$name in $version', ({ version, ask }) => {
  it('runs programs, shows a chart, follows the output, and reads errors', async () => {
    const report = Report.parse(JSON.parse(await ask()))

    expect(report.version).toBe(version)
    const [{ content: chart }, { content: failure }, { content: timeout }] = report.results
    const told: unknown = JSON.parse(chart[0].text)
    expect(told).toMatchObject({
      stdout: 'step 0\nstep 1\nstep 2\ngiven\n',
      results: [
        { image: 'figure-1.png', url: expect.any(String) },
        { file: 'squares.csv', bytes: 5, url: expect.any(String) },
      ],
      error: null,
    })
    expect(failure[0].text).toContain('ZeroDivisionError')
    expect(timeout[0].text).toContain('timeout')
    expect(report.progress).toContain('step 0\nstep 1\nstep 2\ngiven\nbefore\n')
    expect(report.progress.endsWith(`${'é'.repeat(400_000)}\n`)).toBe(true)
    const [, { url }] = Results.parse(told).results
    expect(await (await fetch(url)).text()).toBe('1,4,9')
  })
})

describe('a client that goes', () => {
  /** One more than may run at once. */
  const MANY = 9

  it('takes its programs with it, in every version', async () => {
    const endless = {
      name: 'run_python',
      arguments: { code: 'while True: pass', timeout_ms: 60_000 },
    }
    const gone = new AbortController()
    const running = Array.from({ length: MANY }, (_, id) =>
      send(id % 2 === 0 ? endless : withEnvelope(endless), gone.signal),
    )
    await Promise.all(running)
    gone.abort()

    const started = performance.now()
    const after = await send({ name: 'run_python', arguments: { code: 'print(6 * 7)' } })

    expect(await after.text()).toContain('42')
    expect(performance.now() - started).toBeLessThan(30_000)
  })
})

/** Resolves when the answer begins, which is while a long program runs. */
function send(params: { name: string; [field: string]: unknown }, signal?: AbortSignal) {
  const isStateless = '_meta' in params
  return fetch(`${inject('serverUrl')}/mcp`, {
    method: 'POST',
    headers: {
      ...ACCEPTS,
      'mcp-protocol-version': isStateless ? '2026-07-28' : '2025-11-25',
      ...(isStateless && { 'mcp-method': 'tools/call', 'mcp-name': params.name }),
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }),
    ...(signal && { signal }),
  })
}

function withEnvelope(params: { name: string }) {
  return { ...params, _meta: ENVELOPE }
}

const Results = z.object({
  results: z.tuple([z.object({ url: z.url() }), z.object({ url: z.url() })]),
})

describe('the example', () => {
  it('follows the output and saves the chart', async () => {
    const script = join(import.meta.dirname, '../../examples/rainfall_mcp.py')
    const env = { ...process.env, INTERPRETER_MCP_URL: `${inject('serverUrl')}/mcp` }

    const { stdout } = await run(python, [script], { env })

    expect(stdout).toMatch(/^Tools: run_python\n( {2}\S+ [\d.]+\n)+Link: http\S+\nThe chart is in /)
  })
})
