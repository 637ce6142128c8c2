import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { startServer, type Server } from '../../scripts/serve.ts'
import { workerds } from '../workerd-memory.ts'

/** What became of the requests that a server was killed on. */
export interface Restart {
  asked: number
  /** Answered by an error in the envelope, with a time to come back. */
  told: number
  /** From the kill until a program was run again. */
  backMs: number
}

const Told = z.object({ error: z.object({ code: z.literal('server_restarting') }) })

/** Kills workerd on requests that wait for it, so many times, as if `npm start` supervised it. */
export async function restarts(times: number): Promise<Restart[]> {
  const all: Restart[] = []
  let server = await startServer()
  for (let time = 0; time < times; time++) {
    const { url } = server
    const waiting = Array.from({ length: 4 }, () => run(url, 'import time; time.sleep(60)'))
    await sleep(2_000)
    const began = performance.now()
    for (const { pid } of await workerds()) process.kill(pid, 'SIGKILL')
    const told = (await Promise.all(waiting)).filter(isTold).length
    server = await backAgain(server)
    all.push({ asked: waiting.length, told, backMs: performance.now() - began })
  }
  await server.stop()
  return all
}

/** The server when it runs programs again, or another one where it has ended. */
async function backAgain(server: Server): Promise<Server> {
  const gone = server.gone.then(() => 'gone' as const)
  for (;;) {
    const answer = await Promise.race([gone, run(server.url, 'print(1)')])
    if (answer === 'gone') return startServer()
    if (answer?.status === 200) return server
    await sleep(100)
  }
}

interface Answer {
  status: number
  text: string
  retryAfter: string | null
}

function isTold(answer: Answer | null): boolean {
  if (answer?.status !== 503 || answer.retryAfter === null) return false
  return Told.safeParse(JSON.parse(answer.text)).success
}

/** What came of a server that has nowhere to keep anything any more. */
export interface FullDisk {
  programs: number
  stored: number
  unstored: number
  uploads: number
  refused: number
  /** Answers that were none of these. */
  faults: number
}

const Executed = z.object({
  stdout: z.literal('done\n'),
  results: z.array(
    z.union([
      z.object({ file: z.object({ id: z.string() }) }),
      z.object({ unstored_file: z.object({ reason: z.string() }) }),
    ]),
  ),
})

/** Has programs and uploads fill the disk that a folder is on, and goes on asking when it is full. */
export async function fullDisk(folder: string): Promise<FullDisk> {
  const sums = { programs: 0, stored: 0, unstored: 0, uploads: 0, refused: 0, faults: 0 }
  await using server = await startServer({ keep: { state: folder } })
  const code = `import os
for name in 'abc': open(name, 'wb').write(os.urandom(8_000_000))
print('done')`
  for (let time = 0; time < 8; time++) {
    const answer = await run(server.url, code)
    const executed = answer?.status === 200 ? Executed.safeParse(JSON.parse(answer.text)) : null
    sums.programs++
    if (!executed?.success) sums.faults++
    for (const result of executed?.data?.results ?? []) {
      if ('file' in result) sums.stored++
      else sums.unstored++
    }
    const { status } = await upload(server.url)
    sums.uploads++
    if (status === 503) sums.refused++
    else if (status !== 200) sums.faults++
  }
  return sums
}

async function run(url: string, code: string): Promise<Answer | null> {
  try {
    const response = await fetch(`${url}/v1/executions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, timeout_ms: 60_000 }),
    })
    const { status, headers } = response
    return { status, text: await response.text(), retryAfter: headers.get('retry-after') }
  } catch {
    return null
  }
}

async function upload(url: string): Promise<Response> {
  const body = new FormData()
  body.append('purpose', 'user_data')
  body.append('file', new File([new Uint8Array(1_000_000)], 'zeros.bin'))
  return fetch(`${url}/v1/files`, { method: 'POST', body })
}
