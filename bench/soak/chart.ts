import { lineChart } from '../charts/line.ts'
import { quantile } from '../statistics.ts'
import type { Done, Soak } from './load.ts'

const secondsPerPoint = 60

/** Memory, the time that `print(1)` takes, and what was done, over the minutes. */
export function soakChart(title: string, { done, memory }: Soak): string {
  const minutes = inMinutes(done)
  const perMinute = (value: (some: Done[]) => number) =>
    minutes.map((some, minute) => ({ x: minute + 0.5, y: value(some) }))
  const latency = (share: number) =>
    perMinute((some) =>
      quantile(
        some.filter(isPrint).map(({ ms }) => ms),
        share,
      ),
    )

  return lineChart({
    title,
    unit: 'minutes',
    panels: [
      {
        label: 'memory of workerd, MiB',
        lines: [
          {
            color: 'first',
            points: memory.map(({ second, bytes }) => ({ x: second / 60, y: bytes / 1024 ** 2 })),
          },
        ],
      },
      {
        label: 'print(1) among all that, ms',
        lines: [
          { color: 'second', name: 'p95', points: latency(0.95) },
          { color: 'first', name: 'median', points: latency(0.5) },
        ],
      },
      {
        label: 'per minute',
        lines: [
          { color: 'first', name: 'requests', points: perMinute((some) => some.length) },
          {
            color: 'third',
            name: 'faults',
            points: perMinute((some) => some.filter(isFault).length),
          },
        ],
      },
    ],
  })
}

function inMinutes(done: Done[]): Done[][] {
  const minutes: Done[][] = []
  for (const one of done) (minutes[Math.floor(one.second / secondsPerPoint)] ??= []).push(one)
  return Array.from(minutes, (some) => some ?? [])
}

const isPrint = ({ task, fault }: Done) => task === 'print' && fault === null
const isFault = ({ fault }: Done) => fault !== null
