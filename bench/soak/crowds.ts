import { setTimeout as sleep } from 'node:timers/promises'
import { newKey } from '../../scripts/new-key.ts'
import { startServer } from '../../scripts/serve.ts'
import { timed, watchHealth } from './watch-health.ts'

/** What a server with its default limits takes at once: eight that run, and 64 that wait. */
const MOST = 72

export interface Burst {
  /** Of each answer. */
  statuses: number[]
  /** How many places each was answered before or after its turn, from the fewest on. */
  moved: number[]
  /** From the first request to the last answer. */
  allMs: number
  /** The longest that an answer to `/healthz` took meanwhile. */
  healthMs: number
}

/** Asks for as many short programs at once as the server takes, so many times. */
export async function bursts(times: number): Promise<Burst[]> {
  await using server = await startServer()
  await print(server.url)
  return inTurn(times, () => burst(server.url))
}

/** Asks for as many short programs at once as a server takes, and for its health meanwhile. */
export async function burst(url: string): Promise<Burst> {
  const answered: number[] = []
  const health = watchHealth(url)
  const began = performance.now()
  const statuses = await Promise.all(
    Array.from({ length: MOST }, async (_, index) => {
      const status = await print(url)
      answered.push(index)
      return status
    }),
  )
  const allMs = performance.now() - began
  const moved = answered.map((index, place) => Math.abs(index - place))
  return { statuses, moved: moved.toSorted((a, b) => a - b), allMs, healthMs: await health() }
}

export interface Flood {
  /** `print(1)` of a caller, in milliseconds: alone, and beside 16 clients of another that ask without a pause. */
  alone: number[]
  flooded: number[]
}

/** Has one caller ask without a pause, and another one now and then. */
export async function flood(times: number): Promise<Flood> {
  const [flooding, other] = [await newKey(), await newKey()]
  const vars = { AUTH: 'keys', API_KEYS: `${flooding.hash} ${other.hash}` }
  await using server = await startServer({ vars })
  const ask = async () => timed(() => print(server.url, other.key))
  await ask()
  const alone = await inTurn(times, ask)
  const over = new AbortController()
  const clients = Array.from({ length: 16 }, async () => {
    while (!over.signal.aborted) {
      const status = await print(server.url, flooding.key)
      if (status !== 200) throw new Error(`the flood is over: status ${status}`)
    }
  })
  await sleep(2_000)
  const flooded = await inTurn(times, ask)
  over.abort()
  await Promise.all(clients)
  return { alone, flooded }
}

async function inTurn<T>(times: number, task: () => Promise<T>): Promise<T[]> {
  const all: T[] = []
  for (let time = 0; time < times; time++) all.push(await task())
  return all
}

/** Runs a short program, and gives the status of the answer. */
export async function print(url: string, key = 'none'): Promise<number> {
  const response = await fetch(`${url}/v1/executions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ code: 'print(1)' }),
  })
  await response.text()
  return response.status
}
