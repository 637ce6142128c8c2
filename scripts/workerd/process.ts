import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import type { Server } from '../serve.ts'
import { untilWell } from '../server/health.ts'
import { isKnownNote } from '../server/known-note.ts'

export interface WorkerdProcess {
  /** What `npm run build:workerd` has made. */
  folder: string
  /** Where files are kept. */
  files: string
  /** The Worker's variables. */
  vars: Record<string, string>
  log: (line: string) => void
  /** Stops the server, also while it starts. */
  signal?: AbortSignal
}

/** What workerd writes when it takes connections. */
const Listening = z.object({ event: z.literal('listen'), port: z.int() })

/** Where it writes that. */
const CONTROL = 3
/** What serves may finish what it writes. */
const graceMs = 2_000

/** Starts a workerd by itself, at a port of its own, and waits until it answers well; rejects when it does not. */
export async function startWorkerd(options: WorkerdProcess): Promise<Server> {
  const { folder, files, vars, log, signal } = options
  const places = [
    `--directory-path=files=${files}`,
    '--socket-addr=http=127.0.0.1:0',
    `--control-fd=${CONTROL}`,
  ]
  const child = spawn(
    join(folder, 'workerd'),
    ['serve', '--experimental', 'config.capnp', ...places],
    { cwd: folder, env: vars, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
  )
  const gone = ended(child)
  let lines = 0
  for (const stream of [child.stdout, child.stderr].filter(isReadable)) {
    createInterface(stream).on('line', (line) => {
      lines++
      if (!isKnownNote(line)) log(line)
    })
  }
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= end(child, gone))
  const onAbort = () => void stop()
  signal?.addEventListener('abort', onAbort)
  void gone.then(() => signal?.removeEventListener('abort', onAbort))
  try {
    const url = `http://127.0.0.1:${await portOf(child, gone)}`
    await untilWell(url, gone)
    return { url, progress: () => lines, gone, stop, [Symbol.asyncDispose]: stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Also one that could not be run has ended. */
async function ended(child: ChildProcess): Promise<void> {
  await once(child, 'close').catch(() => undefined)
}

async function portOf({ stdio }: ChildProcess, gone: Promise<void>): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const control = stdio[CONTROL]
  if (!isReadable(control)) throw new Error('workerd has no way to tell its port.')
  createInterface(control).on('line', (line) => {
    resolve(Listening.parse(JSON.parse(line)).port)
  })
  void gone.then(() => reject(new Error('The server ended while it started.')))
  return promise
}

function isReadable(stream: ChildProcess['stdio'][number] | undefined): stream is Readable {
  return typeof stream === 'object' && stream !== null && 'read' in stream
}

/** What does not end in time is made to. */
async function end(child: ChildProcess, gone: Promise<void>): Promise<void> {
  child.kill('SIGTERM')
  const isGone = await Promise.race([gone.then(() => true), sleep(graceMs, false, { ref: false })])
  if (!isGone) child.kill('SIGKILL')
  await gone
}
