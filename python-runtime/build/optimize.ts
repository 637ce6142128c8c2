import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Binaryen's program, itself WebAssembly that Node runs. */
const wasmOpt = fileURLToPath(import.meta.resolve('binaryen/bin/wasm-opt'))

/** What the program has and the engine knows; more would let Binaryen write what `readModule` does not know. */
const features = [
  'bulk-memory',
  'bulk-memory-opt',
  'call-indirect-overlong',
  'exception-handling',
  'extended-const',
  'gc',
  'multivalue',
  'mutable-globals',
  'nontrapping-float-to-int',
  'reference-types',
  'relaxed-simd',
  'sign-ext',
  'simd',
]

/**
 * The passes that take off much for their time. Merging functions that differ in constants or in what they call
 * gives most: compilers of templates write thousands of them.
 */
const passes = [
  'duplicate-function-elimination',
  'optimize-instructions',
  'merge-similar-functions',
  'code-folding',
  'reorder-functions',
]

/** What was made of a program before: it takes minutes, and most changes of an image are none of its code. */
const cache = join(import.meta.dirname, '../.cache/optimized')

/** Makes a linked program smaller; what it does stays the same. The same input gives the same bytes. */
export async function optimize(wasm: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const kept = join(cache, `${await hashOf(wasm)}.wasm`)
  if (existsSync(kept)) return new Uint8Array(await readFile(kept))
  const optimized = await optimizeAnew(wasm)
  await mkdir(cache, { recursive: true })
  await writeFile(`${kept}.${process.pid}`, optimized)
  await rename(`${kept}.${process.pid}`, kept)
  return optimized
}

/** Of all that the result depends on. */
async function hashOf(wasm: Uint8Array): Promise<string> {
  const hash = createHash('sha256').update(wasm)
  hash.update(await readFile(wasmOpt)).update(JSON.stringify([features, passes]))
  return hash.digest('hex')
}

async function optimizeAnew(wasm: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'optimize-'))
  try {
    const [from, to] = [join(folder, 'from.wasm'), join(folder, 'to.wasm')]
    await writeFile(from, wasm)
    const enabled = ['--mvp-features', ...features.map((feature) => `--enable-${feature}`)]
    const steps = passes.map((pass) => `--${pass}`)
    await run(process.execPath, [wasmOpt, ...enabled, ...steps, from, '-o', to])
    return new Uint8Array(await readFile(to))
  } finally {
    await rm(folder, { recursive: true })
  }
}
