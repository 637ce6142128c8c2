import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureImage } from '../../scripts/image.ts'
import { startServer } from '../../scripts/serve.ts'
import { mebibytes, milliseconds, table } from '../format.ts'
import { summarize } from '../statistics.ts'
import { soakChart } from './chart.ts'
import { soak, type Done, type Soak } from './load.ts'

// `node bench/soak/soak.ts [--minutes 30] [--clients 2]`: a long load of everything that clients and programs do,
// good and bad. Draws `docs/soak.svg` and prints what came of it.
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    clients: { type: 'string', default: '2' },
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

async function measured(): Promise<Soak> {
  await using server = await startServer()
  return await soak(server.url, { clients, seconds: minutes * 60, restSeconds: 60 })
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

function faultsIn(done: Done[]): string[] {
  const faults = done.flatMap(({ task, fault }) => (fault === null ? [] : `${task}: ${fault}`))
  return [...new Set(faults)].slice(0, 50)
}
