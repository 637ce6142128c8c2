import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureImage } from '../scripts/image.ts'
import { buildWorkerd } from '../scripts/workerd/build.ts'
import { StartedPool } from '../test/support/pool.ts'
import { milliseconds, table } from './format.ts'
import { load } from './load.ts'
import { summarize } from './statistics.ts'

// `node bench/workers.ts`: executions per second of one workerd and of two behind one port, in turns. ROUNDS (5) is how
// often, SECONDS (10) how long the CLIENTS (8) keep asking each time.
const rounds = Number(process.env['ROUNDS'] ?? 5)
const seconds = Number(process.env['SECONDS'] ?? 10)
const clients = Number(process.env['CLIENTS'] ?? 8)
const counts = [1, 2]
const say = (line: string) => void process.stdout.write(`${line}\n`)

await ensureImage(say)
const folder = await mkdtemp(join(tmpdir(), 'workers-'))
try {
  await buildWorkerd(folder, [])
  const rows = await Promise.all(
    counts.map(async (count) => {
      const pool = await StartedPool.start(folder, { WORKERS: String(count) })
      // What is compiled once is not counted.
      await load(pool.url, clients, 3)
      return { count, pool, perSecond: Array<number>(), latency: Array<number>(), errors: 0 }
    }),
  )
  for (let round = 0; round < rounds; round++) {
    for (const row of rows) {
      const { perSecond, latency, errors } = await load(row.pool.url, clients, seconds)
      row.perSecond.push(perSecond)
      row.latency.push(latency.median)
      row.errors += errors
    }
  }
  await Promise.all(rows.map(({ pool }) => pool.end()))
  const [first = Number.NaN] = rows.map(({ perSecond }) => summarize(perSecond).median)
  const cells = rows.map(({ count, perSecond, latency, errors }) => {
    const { median } = summarize(perSecond)
    const times = (median / first).toFixed(2)
    const waited = milliseconds(summarize(latency).median)
    return [String(count), median.toFixed(1), times, waited, String(errors)]
  })
  say(table(['workerd', 'executions per second', 'times', 'median', 'errors'], cells))
} finally {
  await rm(folder, { recursive: true })
}
