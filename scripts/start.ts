import { createServer } from 'node:net'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureImage } from './image.ts'
import { startServer } from './serve.ts'
import { supervise } from './supervise.ts'
import { workerVariables } from './variables.ts'

// `npm start [-- --like-cloudflare]`: the Worker on this machine, until Ctrl-C or SIGTERM.
const state = join(import.meta.dirname, '../.wrangler/state')
const say = (line: string) => process.stdout.write(`${line}\n`)

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => stopping.abort())
}

try {
  const { values } = parseArgs({
    options: { 'like-cloudflare': { type: 'boolean', default: false } },
  })
  const port = readPort(process.env['PORT'])
  await refuseTaken(port)
  await ensureImage(say)
  await supervise(
    // Programs give the thread back every few dozen milliseconds: ten seconds of silence are a hang.
    {
      start: () => start(port, values['like-cloudflare']),
      everyMs: 1_000,
      patienceMs: 10_000,
      say,
    },
    stopping.signal,
  )
} catch (error) {
  if (!stopping.signal.aborted) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}

async function start(port: number, likeCloudflare: boolean) {
  say('server: start')
  const server = await startServer({
    port,
    vars: workerVariables(process.env),
    keep: { state },
    likeCloudflare,
    log: say,
    signal: stopping.signal,
  })
  say(`\nready  ${server.url}\n\nTry it:\n\n${example(server.url)}\n`)
  return server
}

function example(url: string): string {
  const request = {
    model: 'demo',
    messages: [{ role: 'user', content: 'Calculate the first 20 Fibonacci numbers.' }],
    tools: [{ type: 'code_interpreter' }],
  }
  return [
    `curl ${url}/v1/chat/completions`,
    `-H 'content-type: application/json'`,
    `-d '${JSON.stringify(request)}'`,
  ].join(' \\\n  ')
}

function readPort(text = '8787'): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`PORT is ${text}, and must be a number from 1 to 65535.`)
  }
  return port
}

/** Found out before the image is built: what takes the port would take it after that too. */
async function refuseTaken(port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const probe = createServer()
  probe.once('error', reject)
  probe.listen({ port, host: 'localhost' }, () => probe.close(() => resolve()))
  await promise.catch(() => {
    throw new Error(
      `Port ${port} is taken. Stop what listens there, or choose another: PORT=${port + 1} npm start`,
    )
  })
}
