import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { constantExpression } from '../python-runtime/build/link/constants.ts'
import { startPython } from '../python-runtime/build/node-python.ts'
import { linkProgram } from '../python-runtime/build/program.ts'
import { packageFiles, takeExtensions } from '../python-runtime/build/python-files.ts'
import { compile } from '../python-runtime/build/wasm/compile.ts'
import { importedCount } from '../python-runtime/build/wasm/module.ts'
import { readModule } from '../python-runtime/build/wasm/read-module.ts'
import { ValueType } from '../python-runtime/build/wasm/types.ts'
import { writeModule } from '../python-runtime/build/wasm/write-module.ts'
import { readWheels } from '../python-runtime/build/wheels.ts'
import type { ImageRecord } from '../python-runtime/guest/image.ts'

const project = join(import.meta.dirname, '..')
const core = join(project, 'node_modules/pyodide/pyodide.asm.wasm')
const dist = join(project, 'python-runtime/dist')
const folder = join(import.meta.dirname, 'programs')
const programs = [
  'big_integers.py',
  'bytecode_loop.py',
  'json_round_trip.py',
  'n_body.py',
  'numpy_arrays.py',
  'pandas_group_by.py',
  'recursion.py',
  'regular_expressions.py',
  'sorting.py',
  'strings_and_dicts.py',
]

/** One program's shortest run, in milliseconds of this thread's processor time. */
export interface Overhead {
  program: string
  bare: number
  metered: number
}

/**
 * What the fuel checks cost CPU-bound programs: both variants of CPython in this process, on the kernel of the
 * sandbox, taking turns. The shortest of the runs counts, as others on the machine only ever add to it.
 *
 * V8 reads branch hints for good since they are standard, as in workerd, and in Node 24 on demand only.
 */
export async function meteringOverhead(
  rounds: number,
  say: (line: string) => void,
): Promise<Overhead[]> {
  setFlagsFromString('--experimental-wasm-branch-hinting')
  say('metering: link both variants')
  const extensions = takeExtensions(packageFiles(await readWheels()))
  const bare = await python(await linkProgram(core, extensions, withoutChecks))
  const metered = await python(await linkProgram(core, extensions))

  const overheads: Overhead[] = []
  for (const program of programs) {
    const code = await readFile(join(folder, program), 'utf8')
    const shortest = { program, bare: Infinity, metered: Infinity }
    for (let round = 0; round < rounds; round++) {
      const first = await timed(bare, code)
      const second = await timed(metered, code)
      if (first.printed !== second.printed) throw new Error(`The variants differ in ${program}.`)
      shortest.bare = Math.min(shortest.bare, first.took)
      shortest.metered = Math.min(shortest.metered, second.took)
    }
    overheads.push(shortest)
    say(`metering: ${program}`)
  }
  return overheads
}

type Python = Awaited<ReturnType<typeof startPython>>

/** Started from nothing, with the image's files. */
async function python(linked: Awaited<ReturnType<typeof linkProgram>>): Promise<Python> {
  const { wasm, libraries, trampolineSlot } = linked
  const record = await readFile(join(dist, 'image.json.txt'), 'utf8')
  const { files }: ImageRecord = JSON.parse(record)
  const archive = compile(await readFile(join(dist, 'files.wasm')))
  const started = await startPython({
    program: compile(wasm),
    libraries,
    trampolineSlot,
    archive,
    files,
  })
  await started.run('import numpy, pandas')
  return started
}

async function timed(on: Python, code: string): Promise<{ took: number; printed: string }> {
  const before = process.threadCpuUsage()
  const printed = await on.run(`${code}\nprint(work())`)
  const { user, system } = process.threadCpuUsage(before)
  return { took: (user + system) / 1000, printed }
}

/** The fuel that the kernel wants to find, and nothing that uses it. */
function withoutChecks(wasm: Uint8Array): Uint8Array<ArrayBuffer> {
  const module = readModule(wasm)
  const index = importedCount(module, 'global') + module.globals.length
  const type = { value: ValueType.i32, mutable: true }
  module.globals.push({ type, value: constantExpression(0) })
  module.exports.push({ name: '__fuel', kind: 'global', index })
  return writeModule(module)
}
