import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { ErrorType } from '../../python-runtime/protocol.ts'
import { programs } from '../programs.ts'
import { whole, type Asked } from './server.ts'

/** One thing that clients do. It rejects when the answer is another than it has to be. */
export interface Task {
  name: string
  /** How often it is done for each time that the others are. */
  share: number
  run: (server: Asked) => Promise<void>
}

const Answer = z.object({
  stdout: z.string(),
  results: z.array(z.object({ text: z.string().optional(), png: z.string().optional() })),
  error: z.object({ type: ErrorType, name: z.string() }).nullable(),
})
type Answer = z.infer<typeof Answer>

interface Wanted {
  timeoutMs?: number
  fileIds?: string[]
  /** How it ends: null is no error. */
  error?: z.infer<typeof ErrorType> | null
  stdout?: RegExp
  picture?: boolean
}

export const tasks: Task[] = [
  { name: 'print', share: 6, run: program(programs.print, { stdout: /^1\n$/ }) },
  {
    name: 'table',
    share: 3,
    run: program(
      `import numpy as np, pandas as pd
frame = pd.DataFrame({'kind': list('abcd') * 25_000, 'value': np.random.rand(100_000)})
print(len(frame.groupby('kind').value.agg(['mean', 'std'])))`,
      { stdout: /^4\n$/ },
    ),
  },
  { name: 'chart', share: 3, run: program(programs.chart, { picture: true }) },
  { name: 'files', share: 2, run: passesFiles },
  { name: 'conversation', share: 2, run: conversation },
  { name: 'endless loop', share: 1, run: program('while True: pass', late(500)) },
  { name: 'endless sleep', share: 1, run: program('import time; time.sleep(999)', late(500)) },
  { name: 'endless output', share: 1, run: program("while True: print('x' * 999)", late(500)) },
  {
    name: 'endless memory',
    share: 1,
    run: program('hog = []\nwhile True: hog.append(bytearray(10_000_000))', { error: 'memory' }),
  },
  {
    name: 'crash',
    share: 1,
    run: program('print("before"); import os; os.abort()', {
      error: 'execution_error',
      stdout: /^before\n$/,
    }),
  },
  {
    name: 'deep recursion',
    share: 1,
    run: program('def f(n): return f(n + 1)\nf(0)', { error: 'execution_error' }),
  },
  { name: 'client that goes away', share: 2, run: goesAway },
  { name: 'nonsense', share: 1, run: nonsense },
  { name: 'burst', share: 1, run: burst },
  { name: 'client that does not read', share: 1, run: readsNothing },
  { name: 'print of another caller', share: 3, run: other },
]

function late(timeoutMs: number): Wanted {
  return { timeoutMs, error: 'timeout' }
}

function program(code: string, wanted: Wanted = {}): Task['run'] {
  return async (server) => {
    await server.clean(await execute(server, code, wanted))
  }
}

/** Gives the answer as it came. */
async function execute(server: Asked, code: string, wanted: Wanted): Promise<string> {
  const { timeoutMs = 30_000, fileIds = [], error = null, stdout = /^/, picture = false } = wanted
  const files = fileIds.map((id) => ({ file_id: id }))
  const text = await whole(
    await server.post('/v1/executions', { code, timeout_ms: timeoutMs, files }),
  )
  const answer: Answer = Answer.parse(JSON.parse(text))
  const ended = answer.error && `${answer.error.type} ${answer.error.name}`
  if ((answer.error?.type ?? null) !== error) throw new Error(`it ended with ${ended}`)
  if (!stdout.test(answer.stdout)) throw new Error(`it printed ${answer.stdout.slice(0, 100)}`)
  if (picture && !answer.results.some(({ png }) => png)) {
    throw new Error('it drew nothing')
  }
  return text
}

/** An upload, a program that reads it and writes another file, and that file read. */
async function passesFiles(server: Asked): Promise<void> {
  const uploaded = await server.upload('numbers.csv', `n\n${'7\n'.repeat(100_000)}`)
  const code = `import pandas as pd
pd.read_csv('numbers.csv').sum().to_csv('sum.csv', header=False)`
  const answer = await execute(server, code, { fileIds: [uploaded] })
  const [written = ''] = answer.match(/\bfile-[0-9a-z]{24}\b/) ?? []
  const content = await server.read(written)
  if (content !== 'n,700000\n') throw new Error(`the file says ${content.slice(0, 100)}`)
  await server.clean(`${uploaded} ${written}`)
}

/** A streamed answer of the demo model, with a program and its chart. */
async function conversation(server: Asked): Promise<void> {
  const response = await server.post('/v1/chat/completions', {
    model: 'demo',
    stream: true,
    messages: [{ role: 'user', content: 'Plot a sine wave.' }],
    tools: [{ type: 'code_interpreter' }],
  })
  const text = await whole(response)
  if (!text.endsWith('data: [DONE]\n\n')) throw new Error('the stream has no end')
  if (!text.includes('![')) throw new Error('the stream shows no chart')
  await server.clean(text)
}

/** A program that would go on for a minute, and a client that does not wait for it. */
async function goesAway(server: Asked): Promise<void> {
  const leaves = new AbortController()
  const code = 'import time\nwhile True: print(1, flush=True); time.sleep(0.01)'
  const body = { code, stream: true, timeout_ms: 60_000 }
  const response = await server.post('/v1/executions', body, leaves.signal)
  await response.body?.getReader().read()
  leaves.abort()
}

/** Thirty short programs at once, which two clients may ask for together, and somebody who asks for the server's health beside them. */
async function burst(server: Asked): Promise<void> {
  const print = program(programs.print, { stdout: /^1\n$/ })
  const all = Promise.all(Array.from({ length: 30 }, () => print(server)))
  const began = performance.now()
  await whole(await server.get('/healthz'))
  const ms = performance.now() - began
  await all
  if (ms > 2_000) throw new Error(`the health took ${Math.round(ms)} ms`)
}

/** A program that prints and shows as much as it may, for a client that takes nothing of it and stays. */
async function readsNothing(server: Asked): Promise<void> {
  const leaves = new AbortController()
  const code = 'while True: print("x" * 9999, flush=True); display("y" * 60_000)'
  const body = { code, stream: true, timeout_ms: 1_000 }
  await server.post('/v1/executions', body, leaves.signal)
  await sleep(5_000)
  leaves.abort()
}

/** What a caller waits for whose programs are few, whatever others do. */
async function other(server: Asked): Promise<void> {
  await program(programs.print, { stdout: /^1\n$/ })(server.asOther())
}

async function nonsense(server: Asked): Promise<void> {
  const { status, body } = await server.post('/v1/executions', { code: 1 })
  await body?.cancel()
  if (status !== 400) throw new Error(`status ${status}`)
}
