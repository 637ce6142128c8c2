import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureImage } from '../../scripts/image.ts'
import { newKey } from '../../scripts/new-key.ts'
import { startServer } from '../../scripts/serve.ts'
import { mebibytes, milliseconds, table } from '../format.ts'
import { quantile, summarize } from '../statistics.ts'
import { soakChart } from './chart.ts'
import { bursts, flood, type Burst, type Flood } from './crowds.ts'
import { soak, type Done, type Soak } from './load.ts'
import { fullDisk, restarts, type FullDisk, type Restart } from './mishaps.ts'

// `node bench/soak/soak.ts [--minutes 30] [--clients 2] [--small-disk FOLDER]`: a long load of everything that clients and
// programs do, good and bad. Draws `docs/soak.svg` and prints what came of it. Then the server is killed on its clients,
// again and again, and, in a folder on a disk of less than 100 MB, fills that disk. Last, more come at once than are served.
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    clients: { type: 'string', default: '2' },
    'small-disk': { type: 'string' },
  },
})
const minutes = Number(values.minutes)
const clients = Number(values.clients)
const say = (line: string) => void process.stdout.write(`${line}\n`)

await ensureImage(say)
const result = await measured()
const title = `${clients} clients for ${minutes} minutes, then rest`
await writeFile(join(import.meta.dirname, '../../docs/soak.svg'), soakChart(title, result))
say(`${taskTable(result.done)}\n\n${memoryTable(result)}\n`)
for (const line of faultsIn(result.done)) say(line)
say(`\n${restartTable(await restarts(5))}\n`)
const smallDisk = values['small-disk']
if (smallDisk !== undefined) say(`${diskTable(await fullDisk(smallDisk))}\n`)
say(`${burstTable(await bursts(5))}\n\n${floodTable(await flood(20))}`)

async function measured(): Promise<Soak> {
  // No key asks as often as one may.
  const owners = await Promise.all(Array.from({ length: 40 }, newKey))
  const hashes = owners.map(({ hash }) => hash).join(' ')
  await using server = await startServer({ vars: { AUTH: 'keys', API_KEYS: hashes } })
  const keys = owners.map(({ key }) => key)
  return await soak(server.url, { keys, clients, seconds: minutes * 60, restSeconds: 60 })
}

function taskTable(done: Done[]): string {
  const names = [...new Set(done.map(({ task }) => task))].toSorted()
  const row = (name: string, some: Done[]) => {
    const { count, median, p95 } = summarize(some.map(({ ms }) => ms))
    const faults = some.filter(({ fault }) => fault !== null).length
    return [name, String(count), String(faults), milliseconds(median), milliseconds(p95)]
  }
  return table(
    ['', 'requests', 'faults', 'median', 'p95'],
    [
      ...names.map((name) =>
        row(
          name,
          done.filter(({ task }) => task === name),
        ),
      ),
      row('all', done),
    ],
  )
}

/** Of each quarter of the load, and at rest: memory that leaks is more in each. */
function memoryTable({ memory }: Soak): string {
  const seconds = minutes * 60
  const row = (name: string, from: number, to: number) => {
    const some = memory.filter(({ second }) => second >= from && second < to)
    const { median } = summarize(some.map(({ bytes }) => bytes))
    return [name, mebibytes(median), mebibytes(Math.max(...some.map(({ bytes }) => bytes)))]
  }
  const quarter = (index: number) => (seconds / 4) * index
  return table(
    ['memory of workerd', 'median', 'most'],
    [
      ...[0, 1, 2, 3].map((index) =>
        row(`quarter ${index + 1}`, quarter(index), quarter(index + 1)),
      ),
      row('at rest', seconds + 30, Infinity),
    ],
  )
}

function restartTable(all: Restart[]): string {
  const sum = (of: (one: Restart) => number) =>
    String(all.reduce((total, one) => total + of(one), 0))
  const backAfter = summarize(all.map(({ backMs }) => backMs))
  return table(
    ['restarts', 'requests then', '503 in the envelope', 'anything else', 'back after, median'],
    [
      [
        String(all.length),
        sum(({ asked }) => asked),
        sum(({ told }) => told),
        sum(({ asked, told }) => asked - told),
        milliseconds(backAfter.median),
      ],
    ],
  )
}

function diskTable({ programs, stored, unstored, uploads, refused, faults }: FullDisk): string {
  return table(
    [
      'a full disk',
      'programs',
      'files kept',
      'files not kept',
      'uploads',
      'refused with 503',
      'faults',
    ],
    [['', programs, stored, unstored, uploads, refused, faults].map(String)],
  )
}

function burstTable(all: Burst[]): string {
  return table(
    ['72 programs at once', 'answered', 'out of turn, median', 'all after', 'slowest /healthz'],
    all.map(({ statuses, moved, allMs, healthMs }, index) => [
      String(index + 1),
      String(statuses.filter((status) => status === 200).length),
      String(quantile(moved, 0.5)),
      milliseconds(allMs),
      milliseconds(healthMs),
    ]),
  )
}

function floodTable({ alone, flooded }: Flood): string {
  const row = (name: string, all: number[]) => {
    const { median, p95 } = summarize(all)
    return [name, milliseconds(median), milliseconds(p95)]
  }
  return table(
    ['print(1) of one caller', 'median', 'p95'],
    [row('alone', alone), row('beside 16 clients of another', flooded)],
  )
}

function faultsIn(done: Done[]): string[] {
  const faults = done.flatMap(({ task, fault }) => (fault === null ? [] : `${task}: ${fault}`))
  return [...new Set(faults)].slice(0, 50)
}
