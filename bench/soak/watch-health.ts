import { setTimeout as sleep } from 'node:timers/promises'

/** How many milliseconds a task takes. */
export async function timed(task: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await task()
  return performance.now() - began
}

/** Asks for the health again and again; gives the longest that an answer took. */
export function watchHealth(url: string): () => Promise<number> {
  const over = new AbortController()
  let slowestMs = 0
  const watched = (async () => {
    while (!over.signal.aborted) {
      const ms = await timed(async () => (await fetch(`${url}/healthz`)).text())
      slowestMs = Math.max(slowestMs, ms)
      await sleep(20)
    }
  })()
  return async () => {
    over.abort()
    await watched
    return slowestMs
  }
}
