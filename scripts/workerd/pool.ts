import { setTimeout as sleep } from 'node:timers/promises'
import type { Server } from '../serve.ts'
import type { Backend, Front } from '../server/front.ts'
import { complaintOf } from '../server/health.ts'
import { supervise } from '../supervise.ts'

export interface Pool {
  /** How many servers there are. */
  size: number
  start: () => Promise<Server>
  /** Hands requests on to them. */
  front: Pick<Front, 'add' | 'remove'>
  say: (line: string) => void
  /** Is called once, when all of them serve. */
  onReady?: () => void
  everyMs?: number
  patienceMs?: number
}

/** After so long without an answer about its health, others are asked before a server. */
const silentMs = 1_000
const leastPauseMs = 1_000
const mostPauseMs = 30_000

/**
 * Keeps so many servers running behind one front until `signal` says that it is enough. Each is watched by itself: one
 * that hangs or dies gets nothing more and is started anew, while the others serve. Rejects when one cannot be started
 * at first; later it is tried again.
 */
export async function runPool(pool: Pool, signal: AbortSignal): Promise<void> {
  const failed = new AbortController()
  const enough = AbortSignal.any([signal, failed.signal])
  let starting = pool.size
  const onFirst = () => {
    if (--starting === 0) pool.onReady?.()
  }
  const members = Array.from({ length: pool.size }, async (_, index) => {
    try {
      await runMember(pool, index + 1, onFirst, enough)
    } catch (error) {
      failed.abort()
      throw error
    }
  })
  const [failure] = (await Promise.allSettled(members)).filter(
    ({ status }) => status === 'rejected',
  )
  if (failure?.status === 'rejected') throw failure.reason
}

async function runMember(
  pool: Pool,
  number: number,
  onFirst: () => void,
  signal: AbortSignal,
): Promise<void> {
  const { everyMs = 1_000, patienceMs = 10_000 } = pool
  const say = (line: string) => pool.say(`workerd ${number}: ${line}`)
  let asked: number | null = null
  let hasServed = false

  async function start(): Promise<Server> {
    const server = hasServed ? await startAgain() : await pool.start()
    const { hostname, port } = new URL(server.url)
    const isSilent = () => asked !== null && performance.now() - asked > silentMs
    const backend: Backend = { hostname, port, isSilent }
    const leave = () => pool.front.remove(backend)
    pool.front.add(backend)
    void server.gone.then(leave)
    if (!hasServed) onFirst()
    hasServed = true
    const stop = () => {
      leave()
      return server.stop()
    }
    return { ...server, stop, [Symbol.asyncDispose]: stop }
  }

  /** What hinders it may pass, such as a lack of memory; the others serve meanwhile. */
  async function startAgain(): Promise<Server> {
    for (let pauseMs = leastPauseMs; ; pauseMs = Math.min(2 * pauseMs, mostPauseMs)) {
      try {
        return await pool.start()
      } catch (error) {
        if (signal.aborted) throw error
        say(`${error instanceof Error ? error.message : String(error)} It is tried again.`)
        await sleep(pauseMs, undefined, { signal })
      }
    }
  }

  async function ask(url: string, timeoutMs: number) {
    asked = performance.now()
    try {
      return await complaintOf(url, timeoutMs)
    } finally {
      asked = null
    }
  }

  try {
    await supervise({ start, everyMs, patienceMs, say, ask }, signal)
  } catch (error) {
    if (!signal.aborted) throw error
  }
}
