import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'

const project = join(import.meta.dirname, '..')
const stamp = join(project, 'python-runtime/dist/inputs.sha256')

/** Everything that a build of the image reads, but for what `PYTHON_WHEELS_URL` holds. */
const inputs = [
  'python-runtime/*.ts',
  'python-runtime/{build,guest}/**/*.{ts,py,wat}',
  'python-runtime/stdlib/**/*.py',
  'python-runtime/fonts/*.ttf',
  'python-runtime/wheels/*.json',
]

/** What of the installed packages the build runs or has in the image; the others may change without a new one. */
export const imagePackages = [
  'binaryen',
  'esbuild',
  'fflate',
  'node',
  'pyodide',
  'wabt',
  'zod',
  'zstddec',
]

const Lockfile = z.object({
  packages: z.record(z.string(), z.object({ integrity: z.string().optional() })),
})

/** Builds the Python image unless it is there and made of what is there. */
export async function ensureImage(say: (line: string) => void): Promise<void> {
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === (await hashOfInputs())) return
  say('image: the Python image is missing or stale, and is built')
  await build(say)
}

export async function build(say: (line: string) => void): Promise<void> {
  // Loaded only now: a start with a fresh image needs none of it.
  const { buildImages } = await import('../python-runtime/build/build.ts')
  const hash = await hashOfInputs()
  const start = performance.now()
  await buildImages((line) => say(`image: ${line}`))
  await writeFile(stamp, hash)
  say(`image: built in ${((performance.now() - start) / 1000).toFixed(1)} s`)
}

async function hashOfInputs(): Promise<string> {
  const paths = await Array.fromAsync(glob(inputs, { cwd: project }))
  const hash = createHash('sha256').update(process.env['PYTHON_WHEELS_URL'] ?? '')
  for (const path of paths.toSorted()) {
    hash.update(`\0${path}\0`).update(await readFile(join(project, path)))
  }
  const { packages } = Lockfile.parse(
    JSON.parse(await readFile(join(project, 'package-lock.json'), 'utf8')),
  )
  for (const name of imagePackages) {
    const integrity = packages[`node_modules/${name}`]?.integrity
    if (integrity === undefined) throw new Error(`The lockfile has no package ${name}.`)
    hash.update(`\0${name}\0${integrity}`)
  }
  return hash.digest('hex')
}
