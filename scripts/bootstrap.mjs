// Runs one of the project's scripts on a machine that has nothing but Node 20 and npm:
//
//   node scripts/bootstrap.mjs scripts/start.ts [argument…]
//
// It installs what the lockfile names, the project's own Node among it, and hands over to that. It is plain
// JavaScript without imports from packages because it runs before any of them is there.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const project = join(dirname(fileURLToPath(import.meta.url)), '..')
const windows = process.platform === 'win32'

if (!isInstalled()) install()
run(projectNode(), process.argv.slice(2))

/** Whether what npm says it installed is what the lockfile asks for. */
function isInstalled() {
  const record = join(project, 'node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const installed = packages(record)
  return Object.entries(packages(join(project, 'package-lock.json'))).every(
    ([path, { version, optional }]) =>
      path === '' || installed[path]?.version === version || (optional && !installed[path]),
  )
}

function packages(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages
}

function install() {
  process.stdout.write('packages: install\n')
  const { status, error } = spawnSync(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: project,
      stdio: 'inherit',
      shell: windows,
    },
  )
  if (error) fail(`npm could not be run: ${error.message}`)
  if (status !== 0) fail('The packages could not be installed; npm says why above.')
}

/** The Node that the scripts are written for, which runs TypeScript as it is. */
function projectNode() {
  const own = join(project, 'node_modules/node/bin', windows ? 'node.exe' : 'node')
  if (existsSync(own)) return own
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  fail(
    'The package `node` brought no Node 24, as when npm runs no install scripts. ' +
      'Allow them (`npm rebuild node`), or use Node 24 or newer.',
  )
}

/** Runs a program in this one's place: signals go to it, and its end is this one's end. */
function run(program, args) {
  const child = spawn(program, args, { cwd: project, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event) whenOrphaned(() => child.kill('SIGTERM'))
  child.on('error', (error) => fail(`${program} could not be run: ${error.message}`))
  child.on('exit', (code) => process.exit(code ?? 1))
}

/** A signal to npm ends the shell between npm and this program, and is not told to it. */
function whenOrphaned(act) {
  const shell = process.ppid
  setInterval(() => process.ppid === shell || act(), 250).unref()
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
