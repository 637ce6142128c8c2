import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { output } from './child.ts'

const project = join(import.meta.dirname, '..')
const venv = join(project, 'node_modules/.cache/bench-venv')
const packages = ['numpy', 'pandas', 'matplotlib', 'pillow', 'sympy', 'scipy', 'scikit-learn']
const Lock = z.array(z.object({ name: z.string(), version: z.string() }))

/** CPython of this machine, with the same packages as the image, on one thread as a sandbox is. */
export interface NativePython {
  /** What is compared with: the versions of Python and the packages. */
  description: string
  /** Runs a program in a new process; gives what it printed. */
  run: (code: string) => Promise<string>
  /** The same, and the open figure is saved as PNG. */
  runChart: (code: string) => Promise<void>
}

/** Makes a virtual environment with the packages, once, and leaves it for the next time. */
export async function nativePython(): Promise<NativePython> {
  const folder = join(venv, process.platform === 'win32' ? 'Scripts' : 'bin')
  const python = join(folder, process.platform === 'win32' ? 'python.exe' : 'python')
  if (!existsSync(python)) await output('python3', ['-m', 'venv', venv])
  await install(python)

  const fixed = { MPLBACKEND: 'agg', PYTHONUTF8: '1', OPENBLAS_NUM_THREADS: '1' }
  const run = (code: string) => output(python, ['-c', code], { ...process.env, ...fixed })
  const describe = [
    'import sys, importlib.metadata as m',
    `print('CPython', sys.version.split()[0], *[n + ' ' + m.version(n) for n in ${JSON.stringify(packages)}])`,
  ].join('\n')
  return {
    description: (await run(describe)).trim(),
    run,
    async runChart(code) {
      const target = await mkdtemp(join(tmpdir(), 'bench-'))
      const path = join(target, 'figure.png')
      try {
        await run(`${code}\nplt.savefig(${JSON.stringify(path)})`)
        if (!existsSync(path)) throw new Error('The native chart was not drawn.')
      } finally {
        await rm(target, { recursive: true })
      }
    },
  }
}

/** The image's versions, or what there is where this Python is too old for them. */
async function install(python: string): Promise<void> {
  const lockFile = join(project, 'python-runtime/wheels/wheels.lock.json')
  const lock = Lock.parse(JSON.parse(await readFile(lockFile, 'utf8')))
  const pinned = lock
    .filter(({ name }) => packages.includes(name))
    .map(({ name, version }) => `${name}==${version}`)
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check']
  try {
    await output(python, [...pip, '--only-binary', ':all:', ...pinned])
  } catch {
    await output(python, [...pip, ...packages])
  }
}
