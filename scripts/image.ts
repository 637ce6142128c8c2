import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const project = join(import.meta.dirname, '..')
const stamp = join(project, 'python-runtime/dist/inputs.sha256')

/** Everything that a build of the image reads, but for what `PYTHON_WHEELS_URL` holds. */
const inputs = [
  'package-lock.json',
  'python-runtime/*.ts',
  'python-runtime/{build,guest}/**/*.{ts,py,wat}',
  'python-runtime/stdlib/**/*.py',
  'python-runtime/fonts/*.ttf',
  'python-runtime/wheels/*.json',
]

/** Builds the Python image unless it is there and made of what is there. */
export async function ensureImage(say: (line: string) => void): Promise<void> {
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === (await hashOfInputs())) return
  say('image: the Python image is missing or stale, and is built')
  await build(say)
}

export async function build(say: (line: string) => void): Promise<void> {
  // Loaded only now: a start with a fresh image needs none of it.
  const { buildImage } = await import('../python-runtime/build/build.ts')
  const hash = await hashOfInputs()
  const start = performance.now()
  await buildImage((line) => say(`image: ${line}`))
  await writeFile(stamp, hash)
  say(`image: built in ${((performance.now() - start) / 1000).toFixed(1)} s`)
}

async function hashOfInputs(): Promise<string> {
  const paths = await Array.fromAsync(glob(inputs, { cwd: project }))
  const hash = createHash('sha256').update(process.env['PYTHON_WHEELS_URL'] ?? '')
  for (const path of paths.toSorted()) {
    hash.update(`\0${path}\0`).update(await readFile(join(project, path)))
  }
  return hash.digest('hex')
}
