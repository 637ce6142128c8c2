import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Server } from './serve.ts'
import { complaintOf, ENDED } from './server/health.ts'

export interface Supervision {
  start: () => Promise<Server>
  /** How often the server is asked for its health. */
  everyMs: number
  /** How long it may give no good answer. */
  patienceMs: number
  say: (line: string) => void
  /** Asks a server for its health. */
  ask?: typeof complaintOf
}

/**
 * Keeps a server running until `signal` says that it is enough: one that hangs or dies is started anew.
 * Rejects when it cannot be started.
 */
export async function supervise(supervision: Supervision, signal: AbortSignal): Promise<void> {
  const enough = once(signal, 'abort').then(() => null)
  while (!signal.aborted) {
    const server = await supervision.start()
    const complaint = await Promise.race([enough, firstComplaint(server, supervision)])
    await server.stop()
    if (complaint !== null) supervision.say(`The server ${complaint}. It is started again.`)
  }
}

/** Waits until there is something wrong with the server, and tells what. One that is silent and does much is busy. */
async function firstComplaint(server: Server, supervision: Supervision): Promise<string> {
  const { everyMs, patienceMs, ask = complaintOf } = supervision
  const ended = server.gone.then(() => ENDED)
  let wellAt = performance.now()
  let progress = server.progress()
  for (;;) {
    const complaint = await Promise.race([ended, ask(server.url, patienceMs)])
    const now = performance.now()
    const isBusy = complaint?.kind === 'silent' && server.progress() > progress
    progress = server.progress()
    if (complaint === null || isBusy) wellAt = now
    else if (complaint.kind === 'ended' || now - wellAt >= patienceMs) return complaint.text
    await Promise.race([ended, sleep(everyMs, undefined, { ref: false })])
  }
}
