import { setTimeout as sleep } from 'node:timers/promises'
import { watchMemory, type Reading } from '../workerd-memory.ts'
import { asked } from './server.ts'
import { tasks, type Task } from './tasks.ts'

export interface Done {
  task: string
  /** When it began, and how long it took. */
  second: number
  ms: number
  fault: string | null
}

/** All that was done, and the memory meanwhile. */
export interface Soak {
  done: Done[]
  memory: Reading[]
}

interface SoakOptions {
  /** One of each caller. Each task is another's, and the first one's programs are measured beside them. */
  keys: readonly string[]
  clients: number
  seconds: number
  /** How long is looked on after the last request. */
  restSeconds: number
}

const readEveryMs = 5_000

/** Clients that each go through all tasks again and again, in an order of its own for each round. */
export async function soak(
  url: string,
  { keys: [first = '', ...others], clients, seconds, restSeconds }: SoakOptions,
): Promise<Soak> {
  const began = performance.now()
  const now = () => (performance.now() - began) / 1000
  const done: Done[] = []

  async function client(): Promise<void> {
    for (;;) {
      for (const task of shuffled()) {
        if (now() >= seconds) return
        done.push(await perform(task))
      }
    }
  }

  async function perform({ name, run }: Task): Promise<Done> {
    const second = now()
    const key = others[done.length % others.length] ?? first
    const fault = await run(asked(url, [key, first])).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    )
    return { task: name, second, ms: (now() - second) * 1000, fault }
  }

  const stop = watchMemory(readEveryMs)
  await Promise.all(Array.from({ length: clients }, client))
  await sleep(restSeconds * 1000)
  return { done, memory: await stop() }
}

/** Every task as often as its share says, in any order. */
function shuffled(): Task[] {
  return tasks
    .flatMap((task) => Array.from({ length: task.share }, () => ({ task, at: Math.random() })))
    .toSorted((a, b) => a.at - b.at)
    .map(({ task }) => task)
}
