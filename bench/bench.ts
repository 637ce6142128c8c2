import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureImage } from '../scripts/image.ts'
import { startServer } from '../scripts/serve.ts'
import { breakdown } from './breakdown.ts'
import { barChart } from './charts/bars.ts'
import { lineChart } from './charts/line.ts'
import { ratioChart } from './charts/ratios.ts'
import { computing, type Computed } from './computing.ts'
import { load, soak, type Soak } from './load.ts'
import { memory } from './memory.ts'
import { nativePython } from './native.ts'
import { meteringOverhead } from './overhead.ts'
import { report } from './report.ts'
import { startup, type Startup } from './startup.ts'
import { wholeTask } from './whole-task.ts'

// `npm run bench`: everything that is said about speed and memory, measured; written to `docs/`. ROUNDS (15) is
// how often the contestants take turns, SECONDS (20) how long the clients of each load keep asking. With
// `-- --like-cloudflare` the server is limited like one on Cloudflare, and nothing is written.
const { values } = parseArgs({
  options: { 'like-cloudflare': { type: 'boolean', default: false } },
})
const likeCloudflare = values['like-cloudflare']
const docs = join(import.meta.dirname, '../docs')
const rounds = Number(process.env['ROUNDS'] ?? 15)
const seconds = Number(process.env['SECONDS'] ?? 20)
const computingRounds = 5
const meteringRounds = 7
const say = (line: string) => void process.stdout.write(`${line}\n`)

await ensureImage(say)
say('native: install the packages')
const native = await nativePython()
const idle = loadavg()[0]?.toFixed(1)

const served = await measureServer()
say('phases')
const phases = await breakdown(rounds)
const overheads = await meteringOverhead(meteringRounds, say)

const { model = 'unknown processor' } = cpus()[0] ?? {}
const conditions = [
  `${cpus().length} × ${model}; ${process.platform}, Node ${process.versions.node}; load average before: ${idle}`,
  `native: ${native.description}`,
  "Pyodide: the npm package that the image is made from, with its own JavaScript and the image's wheels",
]
const text = report({ conditions, ...served, breakdown: phases, overheads })
if (!likeCloudflare) {
  await mkdir(docs, { recursive: true })
  await writeFile(join(docs, 'benchmark.md'), text)
  await writeFile(join(docs, 'benchmark.svg'), startupChart(served.startup))
  await writeFile(join(docs, 'benchmark-computing.svg'), computingChart(served.computed))
  await writeFile(join(docs, 'benchmark-soak.svg'), soakChart(served.soak))
}
say(`\n${text}`)

async function measureServer() {
  await using server = await startServer({ log: say, likeCloudflare })
  const { url } = server
  const started = await startup(url, native, rounds, say, !likeCloudflare)
  say('whole task')
  const task = await wholeTask(url, native, computingRounds, say)
  const computed = await computing(url, native, computingRounds, say)
  say('memory')
  const used = await memory(url)
  const loads = []
  for (const clients of [1, 4, 16]) {
    say(`load: ${clients} clients`)
    loads.push(await load(url, clients, seconds))
  }
  say('soak: 16 clients')
  return {
    startup: started,
    task,
    computed,
    memory: used,
    loads,
    soak: await soak(url, 16, 3 * seconds),
  }
}

function startupChart({ ours, native: cpython, pyodide }: Startup): string {
  const bar = (name: string, color: 'first' | 'second' | 'third', summary: Startup['pyodide']) => {
    return { name, color, summary }
  }
  return barChart('From nothing to the answer', [
    {
      name: 'Import NumPy, pandas and Matplotlib',
      bars: [
        bar('fresh sandbox, HTTP', 'first', ours.imports),
        bar('native CPython', 'second', cpython.imports),
      ],
    },
    {
      name: 'Draw a chart',
      bars: [
        bar('fresh sandbox, HTTP', 'first', ours.chart),
        bar('native CPython', 'second', cpython.chart),
      ],
    },
    {
      name: 'The imports, and print(1)',
      bars: [
        bar('fresh sandbox, HTTP', 'first', ours.print),
        bar('Pyodide in Node', 'third', pyodide),
      ],
    },
  ])
}

function computingChart(computed: readonly Computed[]): string {
  return ratioChart(
    'Computing: times of native CPython',
    computed.map(({ label, ours, native: theirs, bar }) => {
      return { name: label.replaceAll('`', ''), ratio: ours / theirs, ...(bar ? { bar } : {}) }
    }),
  )
}

function soakChart({ memory: readings, clients, seconds: lasted }: Soak): string {
  return lineChart({
    title: `Memory of workerd: ${clients} clients for ${lasted} s, then rest`,
    unit: 'seconds',
    panels: [
      {
        label: 'MiB',
        lines: [
          {
            color: 'first',
            points: readings.map(({ second, bytes }) => ({ x: second, y: bytes / 1024 ** 2 })),
          },
        ],
      },
    ],
  })
}
