import { setTimeout as sleep } from 'node:timers/promises'
import { output } from './child.ts'

/** Resident memory of workerd, in bytes, with the second in which it was read. */
export interface Reading {
  second: number
  bytes: number
}

/** Reads the memory again and again. What is given ends that, and gives all that was read. */
export function watchMemory(everyMs: number): () => Promise<Reading[]> {
  const began = performance.now()
  const readings: Reading[] = []
  const stopped = new AbortController()

  async function watch(): Promise<void> {
    while (!stopped.signal.aborted) {
      const second = (performance.now() - began) / 1000
      readings.push({ second, bytes: await workerdMemory() })
      await sleep(everyMs)
    }
  }

  const watched = watch()
  return async () => {
    stopped.abort()
    await watched
    return readings
  }
}

interface Process {
  pid: number
  parent: number
  kibibytes: number
  command: string
}

/** Resident memory, in bytes, of the workerd processes that this process has started. */
export async function workerdMemory(): Promise<number> {
  return (await workerds()).reduce((sum, { kibibytes }) => sum + kibibytes * 1024, 0)
}

/** The workerd processes that this process has started. */
export async function workerds(): Promise<Process[]> {
  const processes = (await output('ps', ['-A', '-o', 'pid=,ppid=,rss=,comm=']))
    .split('\n')
    .map(read)
  const ours = new Set([process.pid])
  // A child may stand before its parent in the list: it is found in a later turn.
  for (let before = 0; before < ours.size;) {
    before = ours.size
    for (const { pid, parent } of processes) if (ours.has(parent)) ours.add(pid)
  }
  return processes.filter(({ pid, command }) => ours.has(pid) && command.includes('workerd'))
}

function read(line: string): Process {
  const [pid, parent, kibibytes, ...command] = line.trim().split(/\s+/)
  return {
    pid: Number(pid),
    parent: Number(parent),
    kibibytes: Number(kibibytes),
    command: command.join(' '),
  }
}
