import type { Outcome, Outcomes } from './outcomes.ts'
import { reasonOf, type Reason } from './reasons.ts'
import type { SuiteResults } from './results.ts'
import type { Suite } from './suites.ts'
import type { Counts, Summary } from './summary.ts'

/** A test that fails here and does not natively. */
interface Difference {
  test: string
  why: string
}

type Side = Record<string, Outcome>

/** Counts both sides of a suite and finds the reason of each difference; `skippedParts` counts in neither. */
export function summarize(
  { name, parts }: Pick<Suite, 'name' | 'parts'>,
  results: SuiteResults,
  reasons: readonly Reason[],
): Summary {
  const here = emptyCounts()
  const native = emptyCounts()
  const differences: Difference[] = []
  let skippedParts = 0
  for (const [part, outcomes] of Object.entries(results.here)) {
    const other = results.native[part]
    if (other === undefined) {
      skippedParts += 1
      continue
    }
    const completed = complete(outcomes, other)
    count(native, other.tests)
    count(here, completed)
    differences.push(...differencesOf(completed, other))
  }
  const { image, python } = results
  return {
    image,
    python,
    parts: parts.length,
    partsRun: Object.keys(results.here).length,
    skippedParts,
    here,
    native,
    ...explain(name, differences, reasons),
  }
}

/**
 * What came of each test here, those included that native CPython alone has: they share what became of their module.
 * A module that failed and has none is a test by itself.
 */
function complete(here: Outcomes, native: Outcomes): Side {
  const all: Side = { ...here.tests }
  const modules = Object.entries(here.modules)
  for (const test of Object.keys(native.tests)) {
    if (test in all) continue
    const module = modules.find(
      ([name]) => test.startsWith(`${name}.`) || test.startsWith(`${name}::`),
    )
    all[test] = module?.[1] ?? notRun
  }
  for (const [name, outcome] of modules) {
    const hasTests = Object.keys(all).some((test) => test.startsWith(name))
    if (outcome.outcome === 'failed' && !hasTests && !(name in native.modules)) all[name] = outcome
  }
  return all
}

/** Some have other names on other machines: a type's name is among a test's parameters, say. */
const notRun: Outcome = { outcome: 'skipped', why: 'has no test of this name here' }

function differencesOf(here: Side, native: Outcomes): Difference[] {
  return Object.entries(here)
    .filter(
      ([test, { outcome }]) => outcome === 'failed' && native.tests[test]?.outcome !== 'failed',
    )
    .map(([test, { why }]) => ({ test, why }))
}

function explain(
  suite: string,
  differences: readonly Difference[],
  reasons: readonly Reason[],
): Pick<Summary, 'reasons' | 'unexplained'> {
  const unexplained: Difference[] = []
  const counts = new Map<Reason, number>()
  for (const difference of differences) {
    const reason = reasonOf(reasons, { suite, ...difference })
    if (reason === undefined) unexplained.push(difference)
    else counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return {
    reasons: [...counts].map(([{ kind, reason }, tests]) => ({ kind, reason, tests })),
    unexplained,
  }
}

function emptyCounts(): Counts {
  return { passed: 0, failed: 0, skipped: 0 }
}

function count(counts: Counts, tests: Side): void {
  for (const { outcome } of Object.values(tests)) counts[outcome] += 1
}
