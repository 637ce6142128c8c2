import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { untilWell } from './server/health.ts'
import { Report, type Start } from './server/messages.ts'

/** The Worker on the local platform, in a process of its own. */
export interface Server extends AsyncDisposable {
  url: string
  /** Grows with what the server does: lines that the Worker has written to its console, as it does for each request. */
  progress: () => number
  /** Resolves when it no longer runs, whether it was stopped or died. */
  gone: Promise<void>
  /** Ends it and every process below it. */
  stop(): Promise<void>
}

export interface ServerOptions {
  /** Without one, a free port is found. */
  port?: number
  /** The Worker's variables. */
  vars?: Record<string, string>
  /** Keeps files and reads variables of files, as a user wants it; else nothing is left and nothing is inherited. */
  keep?: { state: string }
  /** Has it refuse and end what Cloudflare would. */
  likeCloudflare?: boolean
  /** Takes what the Worker writes to its console. */
  log?: (line: string) => void
  /** Stops the server, also while it starts. */
  signal?: AbortSignal
}

/** A server that serves may finish what it writes. */
const graceMs = 5_000
const processFile = join(import.meta.dirname, 'server/process.ts')
/** Hooks on what the process loads. */
const hooks = ['large-modules.ts', 'closed-doors.ts'].flatMap((file) => [
  '--import',
  pathToFileURL(join(import.meta.dirname, 'server', file)).href,
])

/** Starts the Worker and waits until it answers; rejects when it does not. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const { port = 0, vars = {}, keep, likeCloudflare = false, signal } = options
  const { log = () => undefined } = options
  const state = keep?.state ?? (await mkdtemp(join(tmpdir(), 'open-code-interpreter-')))

  // In a group of its own, it can be ended with all that it started.
  const child = fork(processFile, { detached: true, execArgv: hooks })
  const gone = once(child, 'exit').then(async () => {
    endGroup(child)
    if (!keep) await rm(state, { recursive: true, force: true })
  })
  let serves = false
  let lines = 0
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= end(child, gone, serves ? graceMs : 0))
  signal?.addEventListener('abort', () => void stop(), { once: true })

  try {
    const start: Start = { port, vars, state, inherit: keep !== undefined, likeCloudflare }
    const url = await started(child, start, (line) => {
      lines++
      log(line)
    })
    await untilWell(url, gone)
    serves = true
    return { url, progress: () => lines, gone, stop, [Symbol.asyncDispose]: stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function started(child: ChildProcess, start: Start, log: (line: string) => void): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  child.on('message', (message) => {
    const report = Report.parse(message)
    switch (report.type) {
      case 'log':
        return log(report.line)
      case 'started':
        return resolve(report.url)
      case 'failed':
        return reject(new Error(report.reason))
    }
  })
  child.once('exit', () => reject(new Error('The server ended while it started.')))
  child.send(start)
  return promise
}

/** It ends by itself when nobody listens to it; what does not in time is made to. */
async function end(child: ChildProcess, gone: Promise<void>, withinMs: number): Promise<void> {
  if (child.connected) child.disconnect()
  if (!(await within(withinMs, gone))) endGroup(child)
  await gone
}

async function within(ms: number, event: Promise<void>): Promise<boolean> {
  return Promise.race([event.then(() => true), sleep(ms, false, { ref: false })])
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended already, with all that was in it.
  }
}
