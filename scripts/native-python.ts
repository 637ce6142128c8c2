import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import * as z from 'zod'
import { codeOf } from './steps.ts'

const project = join(import.meta.dirname, '..')
const cache = join(project, 'python-runtime/.cache')
const Lock = z.array(z.object({ name: z.string(), version: z.string() }))

/** CPython of this machine, of the image's version, with the image's packages in the image's versions. */
export interface NativePython {
  /** `CPython 3.14.2`, say. */
  description: string
  /** The packages, with their versions as the image's lock names them. */
  packages: readonly { name: string; version: string }[]
  /** The folder of the packages. */
  site: string
  /** Runs a program in a new process and gives what it printed; `input` is what it reads. Rejects when it fails. */
  run: (args: readonly string[], options?: RunOptions) => Promise<string>
  /** The same for what may fail: what it printed until its end, whatever that was. */
  attempt: (args: readonly string[], options?: RunOptions) => Promise<string>
}

interface RunOptions {
  input?: string
  env?: Record<string, string>
  cwd?: string
  /** The process is ended after this time. */
  timeoutMs?: number
}

/**
 * The Python that `CONFORMANCE_PYTHON` names, or `python3.14`. It needs pip; the packages are installed once, into a
 * folder of their own below `python-runtime/.cache`. Rejects when it is not there or has another version.
 */
export async function nativePython(): Promise<NativePython> {
  const python = process.env['CONFORMANCE_PYTHON'] || 'python3.14'
  const version = (
    await output(python, ['-c', 'import platform; print(platform.python_version())'])
  ).trim()
  if (!version.startsWith('3.14.')) throw new Error(`${python} is ${version}; 3.14 is needed.`)

  const lock = join(project, 'python-runtime/wheels/wheels.lock.json')
  const packages = Lock.parse(JSON.parse(await readFile(lock, 'utf8')))
  const site = await installPackages(python, packages)
  const within = ({ env, ...options }: RunOptions = {}) => {
    return { ...options, env: { ...process.env, ...quiet, PYTHONPATH: site, ...env } }
  }
  return {
    description: `CPython ${version}`,
    packages,
    site,
    run: (args, options) => output(python, args, within(options)),
    attempt: async (args, options) => (await ended(python, args, within(options))).printed,
  }
}

/** What makes its output the sandbox's: UTF-8, UTC, zones of the package `tzdata`, a backend without windows. */
const quiet = {
  PYTHONUTF8: '1',
  PYTHONTZPATH: '',
  PYTHONDONTWRITEBYTECODE: '1',
  MPLBACKEND: 'agg',
  TZ: 'UTC',
  LC_ALL: 'C.UTF-8',
}

async function installPackages(
  python: string,
  packages: NativePython['packages'],
): Promise<string> {
  const pinned = packages.map(({ name, version }) => `${name}==${version}`)
  const hash = createHash('sha256').update(pinned.join(' ')).digest('hex').slice(0, 12)
  const site = join(cache, `native-${hash}`)
  if (existsSync(site)) return site

  const unfinished = join(cache, `native-${process.pid}`)
  await mkdir(cache, { recursive: true })
  await rm(unfinished, { recursive: true, force: true })
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check']
  // A package that its index has as sources alone is among the image's wheels.
  const wheels = ['--find-links', join(project, 'python-runtime/wheels')]
  const options = ['--no-deps', '--only-binary=:all:', '--target', unfinished]
  await output(python, [...pip, ...wheels, ...options, ...pinned])
  await rename(unfinished, site)
  return site
}

async function output(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { code, printed, errors } = await ended(command, args, options)
  if (code !== 0) throw new Error(`${command} ended with code ${code}: ${errors.slice(-2000)}`)
  return printed
}

async function ended(
  command: string,
  args: readonly string[],
  { input = '', timeoutMs, ...place }: RunOptions,
): Promise<{ code: number; printed: string; errors: string }> {
  const child = spawn(command, args, {
    ...place,
    ...(timeoutMs === undefined ? {} : { timeout: timeoutMs, killSignal: 'SIGKILL' as const }),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.on('error', () => undefined).end(input)
  const [code, printed, errors] = await Promise.all([
    codeOf(child),
    text(child.stdout),
    text(child.stderr),
  ])
  return { code, printed, errors }
}
