import { setTimeout as sleep } from 'node:timers/promises'
import { mebibytes, milliseconds } from '../format.ts'
import { quantile } from '../statistics.ts'
import { type Deployment, Refusal, type Run } from './deployment.ts'

/** Something that only a deployment can answer. */
export interface Question {
  question: string
  expected: string
  /** Asks it, what is asked again and again so often. Rejects when something else goes wrong. */
  ask: (server: Deployment, repeats: number) => Promise<Reply>
}

interface Reply {
  found: string
  isExpected: boolean
}

const mebibyte = 1024 ** 2
const print = { code: 'print(1)' }

export const questions: readonly Question[] = [
  {
    question: 'the first program, which should be the first since the deployment',
    expected: 'it runs, within 10 s',
    async ask(server) {
      const { ms, stdout, usage } = await server.run(print)
      const found = `${milliseconds(ms)}, of which the sandbox took ${milliseconds(usage.start_ms)} to start`
      return { found, isExpected: stdout === '1\n' && ms < 10_000 }
    },
  },
  {
    question: '`print(1)` again and again',
    expected: 'all run; the median under 3 s, the 95th of a hundred under 10 s',
    async ask(server, repeats) {
      const runs = await inTurn(5 * repeats, () => server.run(print))
      const [median, p95] = [0.5, 0.95].map((share) =>
        quantile(
          runs.map(({ ms }) => ms),
          share,
        ),
      )
      const start = quantile(
        runs.map(({ usage }) => usage.start_ms),
        0.5,
      )
      return {
        found: `${runs.length} runs: median ${milliseconds(median ?? 0)} (start ${milliseconds(start)}), 95th of a hundred ${milliseconds(p95 ?? 0)}`,
        isExpected:
          runs.every(({ stdout }) => stdout === '1\n') &&
          (median ?? 0) < 3_000 &&
          (p95 ?? 0) < 10_000,
      }
    },
  },
  {
    question: 'ten programs in one chat',
    expected: 'ten run, none is refused by the platform',
    async ask(server) {
      const numbers = Array.from({ length: 10 }, (_, index) => index)
      const outcomes = await server.chat(numbers.map((number) => `print(${number})`))
      const printed = outcomes.filter(({ error }) => error === null).map(({ stdout }) => stdout)
      const errors = errorsOf(outcomes)
      return {
        found: `${printed.length} ran${errors}`,
        isExpected: printed.join('') === numbers.map((number) => `${number}\n`).join(''),
      }
    },
  },
  {
    question: 'programs that take 2, 4, 8, 16 and 32 MiB more',
    expected: 'each runs, or ends in a `MemoryError`; no isolate is ended',
    async ask(server, repeats) {
      const found: string[] = []
      let isExpected = true
      for (const size of [2, 4, 8, 16, 32]) {
        const code = `import numpy as np\nprint(int(np.ones(${size} << 20, np.uint8).sum()))`
        const runs = await inTurn(repeats, () => server.run({ code }))
        const done = runs.filter(({ stdout }) => stdout === `${size * mebibyte}\n`).length
        const refused = runs.filter(({ error }) => error?.type === 'memory').length
        const others = runs.length - done - refused
        found.push(`${size}: ${done} ran, ${refused} \`MemoryError\`, ${others} else`)
        isExpected &&= others === 0
      }
      return { found: found.join('; '), isExpected }
    },
  },
  endless('an endless loop in Python', 'while True: pass'),
  endless(
    'an endless loop in C: a regular expression, then NumPy',
    "import re, numpy as np\ntry: re.match('(a+)+b', 'a' * 60)\nfinally:\n  while True: np.sort(np.random.rand(100_000))",
  ),
  {
    question: '8 programs at once',
    expected: 'all run',
    ask: (server) => burst(server, 8, 0),
  },
  {
    question: '64 programs at once',
    expected: 'all run, or are refused with 429',
    ask: (server) => burst(server, 64, 64),
  },
  {
    question: "a program that computes: its time on the caller's clock and on its own",
    expected: 'the same, give or take a fifth and half a second',
    async ask(server) {
      const code =
        'import time\nbegan = time.monotonic()\nfor i in range(5_000_000): i * i\nprint(time.monotonic() - began)'
      const { ms, usage, stdout } = await server.run({ code, timeout_ms: 60_000 })
      const outside = ms - usage.start_ms
      const own = Number(stdout) * 1000
      return {
        found: `${milliseconds(outside)} and ${milliseconds(own)}, of which it says ${milliseconds(usage.cpu_ms)} were computed`,
        isExpected: Math.abs(outside - own) < outside / 5 + 500,
      }
    },
  },
  {
    question: 'what a program prints before it ends',
    expected: 'comes at least a second before its end',
    async ask(server) {
      const code = "import time\nprint('begun', flush=True)\ntime.sleep(2)"
      const response = await server.ask('/v1/executions', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code, stream: true }),
      })
      let first: number | undefined
      for await (const chunk of response.body ?? []) {
        if (Buffer.from(chunk).includes('begun')) first ??= performance.now()
      }
      const ahead = performance.now() - (first ?? performance.now())
      return { found: `${milliseconds(ahead)} before`, isExpected: ahead >= 1_000 }
    },
  },
  {
    question: 'a file of 20 MB up and down, and one of 3 MB through a program',
    expected: 'both come back as they were sent',
    async ask(server) {
      const large = await throughStore(server, pattern(20_000_000))
      const small = await throughProgram(server, pattern(3_000_000))
      return {
        found: `${mebibytes(20_000_000)} ${said(large)}, ${mebibytes(3_000_000)} ${said(small)}`,
        isExpected: large && small,
      }
    },
  },
  {
    question: 'a program whose client goes after a second',
    expected: 'the next one runs at once; the log says `cancelled` of it, and a `cpu_ms` near 1000',
    async ask(server) {
      const gone = AbortSignal.timeout(1_000)
      await server.run({ code: 'while True: pass', timeout_ms: 30_000 }, gone).catch(() => {})
      await sleep(200)
      const { ms, stdout } = await server.run(print)
      return {
        found: `the next one after ${milliseconds(ms)}`,
        isExpected: stdout === '1\n' && ms < 5_000,
      }
    },
  },
]

function endless(question: string, code: string): Question {
  const timeoutMs = 5_000
  return {
    question,
    expected:
      'ends in time: within a tenth of its 5 s, and a second for clean-up and the way; the next one runs',
    async ask(server) {
      const { ms, error, usage } = await server.run({ code, timeout_ms: timeoutMs })
      const next = await server.run(print)
      const took = ms - usage.start_ms
      const late = Math.abs(took - timeoutMs)
      return {
        found: `\`${error?.type ?? 'no error'}\` after ${milliseconds(took)}; next: ${next.stdout.trim()}`,
        isExpected:
          error?.type === 'timeout' && late < timeoutMs / 10 + 1_000 && next.stdout === '1\n',
      }
    },
  }
}

async function burst(server: Deployment, count: number, mayRefuse: number): Promise<Reply> {
  const began = performance.now()
  const outcomes = await Promise.all(
    Array.from({ length: count }, () => server.run(print).catch((error: unknown) => error)),
  )
  const took = performance.now() - began
  const ran = outcomes.filter((run) => isRun(run) && run.stdout === '1\n').length
  const refused = outcomes.filter((run) => run instanceof Refusal && run.status === 429).length
  return {
    found: `${ran} ran and ${refused} were refused, in ${milliseconds(took)}`,
    isExpected: ran + refused === count && refused <= mayRefuse,
  }
}

function isRun(value: unknown): value is Run {
  return typeof value === 'object' && value !== null && 'stdout' in value
}

async function throughStore(
  server: Deployment,
  content: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const form = new FormData()
  form.append('purpose', 'user_data')
  form.append('file', new File([content], 'large.bin'))
  const uploaded = await server.ask('/v1/files', { method: 'POST', body: form })
  const { id }: { id?: unknown } = Object(await uploaded.json())
  const back = await server.ask(`/v1/files/${String(id)}/content`)
  const same = Buffer.compare(await back.bytes(), content) === 0
  await server.ask(`/v1/files/${String(id)}`, { method: 'DELETE' })
  return same
}

async function throughProgram(server: Deployment, content: Uint8Array): Promise<boolean> {
  const { results } = await server.run({
    code: "open('copy.bin', 'wb').write(open('given.bin', 'rb').read())",
    files: [{ name: 'given.bin', data: Buffer.from(content).toString('base64') }],
  })
  const url = results.find(({ file }) => file?.name === 'copy.bin')?.file?.url
  if (url === undefined) return false
  return Buffer.compare(await (await fetch(url)).bytes(), content) === 0
}

/** Bytes that are no two times the same within a kilobyte. */
function pattern(length: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(length).map((_, index) => (index * 2_654_435_761) >>> 24)
}

function said(isSame: boolean): string {
  return isSame ? 'the same' : 'not the same'
}

function errorsOf(outcomes: readonly { error: { type: string } | null }[]): string {
  const types = outcomes.flatMap(({ error }) => error?.type ?? [])
  return types.length === 0 ? '' : `, others ended with ${types.join(', ')}`
}

async function inTurn<T>(count: number, run: () => Promise<T>): Promise<T[]> {
  const all: T[] = []
  for (let index = 0; index < count; index++) all.push(await run())
  return all
}
