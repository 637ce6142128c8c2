import type { NativePython } from '../scripts/native-python.ts'
import type { Outcomes } from './outcomes.ts'
import type { Part } from './part.ts'
import type { SuiteResults } from './results.ts'
import { runNative } from './run-native.ts'
import type { Sandbox } from './sandbox.ts'
import type { Suite } from './suites.ts'

interface Options {
  suite: Suite
  /** Whether one of the parts is to be run, and which it is of them. */
  isWanted: (part: Part, at: number) => boolean
  sandboxes: readonly Sandbox[]
  native: NativePython
  /** The folder that has pytest. */
  tools: string
  /** What is there from before, to which this adds. */
  results: SuiteResults
  keep: (results: SuiteResults) => void
  say: (line: string) => void
}

/** Runs the parts of a suite that were not run before, one in each sandbox at a time. */
export async function runSuite(options: Options): Promise<void> {
  const { suite, isWanted, sandboxes, native, tools, results, keep, say } = options
  const parts = suite.parts.filter((part, at) => isWanted(part, at) && !(part.name in results.here))
  const total = parts.length
  const run = async (sandbox: Sandbox): Promise<void> => {
    for (let part = parts.shift(); part; part = parts.shift()) {
      const start = performance.now()
      const here = await sandbox.run(part, suite.runner, suite.zips)
      const other = isSkipped(here)
        ? undefined
        : (results.native[part.name] ??= await runNative(part, suite.runner, native, {
            root: suite.root,
            paths: [native.site, tools],
          }))
      results.here[part.name] = here
      keep(results)
      const seconds = ((performance.now() - start) / 1000).toFixed(0)
      const count = `${total - parts.length}/${total}`
      say(`${suite.name} ${count} ${part.name}: ${summary(here, other)} (${seconds} s)`)
    }
  }
  await Promise.all(sandboxes.map(run))
}

/** Whether nothing was run, because all of it was skipped. */
function isSkipped({ tests, modules }: Outcomes): boolean {
  const outcomes = Object.values(modules)
  return (
    Object.keys(tests).length === 0 &&
    outcomes.length > 0 &&
    outcomes.every(({ outcome }) => outcome === 'skipped')
  )
}

function summary(here: Outcomes, native: Outcomes | undefined): string {
  const of = (outcomes: Outcomes) => {
    const all = [...Object.values(outcomes.tests), ...Object.values(outcomes.modules)]
    const count = (wanted: string) => all.filter(({ outcome }) => outcome === wanted).length
    return `${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`
  }
  return native === undefined ? 'skipped' : `${of(here)}; natively ${of(native)}`
}
