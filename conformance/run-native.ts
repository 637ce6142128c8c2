import { tmpdir } from 'node:os'
import { delimiter } from 'node:path'
import type { NativePython } from '../scripts/native-python.ts'
import { readOutcomes, type Outcomes } from './outcomes.ts'
import { programOf, type Part, type Runner } from './part.ts'

const timeoutMs = 600_000

/**
 * Runs a part in native CPython, which finds modules in `paths` first, with files named from `root`; what takes too long
 * is cut short.
 */
export async function runNative(
  part: Part,
  runner: Runner,
  native: NativePython,
  { root, paths }: { root: string; paths: readonly string[] },
): Promise<Outcomes> {
  const program = await programOf(part, runner, { root, done: 0, isHere: false })
  const printed = await native.attempt(['-'], {
    input: program,
    cwd: tmpdir(),
    env: { PYTHONPATH: paths.join(delimiter) },
    timeoutMs,
  })
  const { tests, modules } = readOutcomes(printed)
  return { tests, modules }
}
