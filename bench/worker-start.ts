import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildWorkerd } from '../scripts/workerd/build.ts'
import { table } from './format.ts'
import { quantile } from './statistics.ts'

// `node bench/worker-start.ts`, on Linux: the processor time of workerd until the Worker that is deployed has answered once,
// with all of its modules, with one at a time, and without; ROUNDS (5) is how often.
const rounds = Number(process.env['ROUNDS'] ?? 5)
const ticksPerSecond = 100
const isData = (name: string) => /\.(?:wasm|bin)$/.test(name)
const emptyModule = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)
const folder = await mkdtemp(join(tmpdir(), 'start-'))

try {
  await buildWorkerd(folder, [])
  await mkdir(join(folder, 'files'))
  const files = ['--directory-path=files=files']
  const isOfScience = await leaveOutScience()
  const rows = [['the Worker', await measure('config.capnp', files)]]
  const modules = (await readdir(folder)).filter((name) => {
    return name.endsWith('.wasm') && !isOfScience.has(name)
  })
  for (const name of modules) {
    await writeWorker(`import module from './${name}'`, [name])
    rows.push([`a Worker with nothing but \`${name.slice(41)}\``, await measure('one.capnp', [])])
  }
  await writeWorker('', [])
  rows.push(['a Worker with nothing', await measure('one.capnp', [])])
  for (const name of modules) await writeFile(join(folder, name), emptyModule)
  rows.push(['the Worker with empty modules', await measure('config.capnp', files)])
  process.stdout.write(`${table(['', 'processor time, median'], rows)}\n`)
} finally {
  await rm(folder, { recursive: true })
}

/** Empties the modules that no deployment has, and gives their names. */
async function leaveOutScience(): Promise<Set<string>> {
  const science = join(import.meta.dirname, '../python-runtime/dist/science')
  const names = (await readdir(science)).filter(isData)
  const contents = await Promise.all(names.map((name) => readFile(join(science, name))))
  const emptied = new Set<string>()
  for (const name of (await readdir(folder)).filter(isData)) {
    const bytes = await readFile(join(folder, name))
    if (!contents.some((content) => content.equals(bytes))) continue
    await writeFile(join(folder, name), name.endsWith('.wasm') ? emptyModule : '')
    emptied.add(name)
  }
  return emptied
}

async function writeWorker(imports: string, modules: readonly string[]): Promise<void> {
  await writeFile(
    join(folder, 'one.js'),
    `${imports}\nexport default { fetch: () => new Response('ok') }`,
  )
  const embedded = modules.map((name) => `(name = "${name}", wasm = embed "${name}")`)
  const all = ['(name = "one.js", esModule = embed "one.js")', ...embedded].join(', ')
  await writeFile(
    join(folder, 'one.capnp'),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "one", worker = (compatibilityDate = "2026-11-01", modules = [${all}]))],
  sockets = [(name = "http", address = "127.0.0.1:8787", http = (), service = "one")],
);`,
  )
}

async function measure(configuration: string, options: readonly string[]): Promise<string> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) times.push(await start(configuration, options))
  return `${quantile(times, 0.5)} ms`
}

async function start(configuration: string, options: readonly string[]): Promise<number> {
  const port = 8950
  const child = spawn(
    join(folder, 'workerd'),
    ['serve', '--experimental', configuration, ...options, `--socket-addr=http=127.0.0.1:${port}`],
    {
      cwd: folder,
      env: { AUTH: 'keys', API_KEYS: '0'.repeat(64), FILE_URL_SECRET: 'of no use to anyone' },
      stdio: 'ignore',
    },
  )
  try {
    while (!(await answers(`http://127.0.0.1:${port}/healthz`))) await sleep(5)
    return await processorTime(child)
  } finally {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}

/** In milliseconds, in user and kernel mode. */
async function processorTime({ pid }: ChildProcess): Promise<number> {
  const [, fields = ''] = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')
  const [user = 0, kernel = 0] = fields.split(' ').slice(11, 13).map(Number)
  return ((user + kernel) * 1000) / ticksPerSecond
}
