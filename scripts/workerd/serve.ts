import { mkdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { Front } from '../server/front.ts'
import { KeyLimit } from '../server/rate-limit.ts'
import { localDefaults, workerVariables } from '../variables.ts'
import { cleanUp } from './clean-up.ts'
import { fileUrlSecret } from './file-url-secret.ts'
import { runPool } from './pool.ts'
import { startWorkerd } from './process.ts'
import { readSettings, type Settings } from './settings.ts'

// `node serve.mjs`, in the folder that `npm run build:workerd` has made: several workerd behind one port, until SIGTERM.
const folder = import.meta.dirname
const say = (line: string) => process.stdout.write(`${line}\n`)
const stopping = new AbortController()
/** When what was asked is answered, or may wait no longer. */
const drained = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => (stopping.signal.aborted ? drained : stopping).abort())
}

try {
  await serve()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

async function serve(): Promise<void> {
  const settings = readSettings(process.env)
  const { PORT, HOST, WORKERS = availableParallelism(), FILE_TTL_SECONDS } = settings
  const files = resolve(folder, settings.FILES)
  await mkdir(files, { recursive: true })
  const vars = { ...localDefaults, ...workerVariables(process.env) }
  vars['FILE_URL_SECRET'] ||= await fileUrlSecret(files)

  const front = frontOf(settings)
  const port = await front.listen(PORT)
  say(`server: ${WORKERS} workerd behind http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${port}`)
  stopping.signal.addEventListener('abort', () => {
    say('server: stop')
    void front.drain(settings.DRAIN_SECONDS * 1000).then(() => drained.abort())
  })
  void cleanUp(files, FILE_TTL_SECONDS, say, drained.signal)
  const start = () => startWorkerd({ folder, files, vars, log: say, signal: drained.signal })
  try {
    const onReady = () => say('server: ready')
    await runPool({ size: WORKERS, start, front, say, onReady }, drained.signal)
  } finally {
    front.close()
  }
}

function frontOf({ HOST, AUTH, RATE_LIMIT }: Settings): Front {
  // Without keys there is nobody to count.
  const limit = AUTH !== 'open' && RATE_LIMIT > 0 ? new KeyLimit(RATE_LIMIT) : null
  return new Front({
    ...(HOST !== 'localhost' && { hosts: [HOST] }),
    ...(limit && { waitFor: (request) => limit.waitFor(request) }),
  })
}
