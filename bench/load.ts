import { setTimeout as sleep } from 'node:timers/promises'
import { execute } from './ours.ts'
import { programs } from './programs.ts'
import { summarize, type Summary } from './statistics.ts'
import { watchMemory, type Reading } from './workerd-memory.ts'

export interface Load {
  clients: number
  seconds: number
  latency: Summary
  perSecond: number
  errors: number
}

/** Clients that each ask for `print(1)` again and again, without a pause, for a while. */
export async function load(url: string, clients: number, seconds: number): Promise<Load> {
  const began = performance.now()
  const end = began + seconds * 1000
  const latencies: number[] = []
  let errors = 0

  async function client(): Promise<void> {
    while (performance.now() < end) {
      const asked = performance.now()
      try {
        const { stdout } = await execute(url, programs.print)
        if (stdout !== '1\n') throw new Error('Another program answered.')
        latencies.push(performance.now() - asked)
      } catch {
        errors++
      }
    }
  }

  await Promise.all(Array.from({ length: clients }, client))
  const took = (performance.now() - began) / 1000
  return {
    clients,
    seconds,
    latency: summarize(latencies),
    perSecond: latencies.length / took,
    errors,
  }
}

export interface Soak extends Load {
  memory: Reading[]
}

/** The same with a look at the memory in each second, and in the ten seconds of rest that follow. */
export async function soak(url: string, clients: number, seconds: number): Promise<Soak> {
  const stop = watchMemory(1000)
  const result = await load(url, clients, seconds)
  await sleep(10_000)
  return { ...result, memory: await stop() }
}
