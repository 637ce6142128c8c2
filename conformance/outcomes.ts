import * as z from 'zod'

/** How one test ended. */
export const Outcome = z.strictObject({
  outcome: z.enum(['passed', 'failed', 'skipped']),
  /** Why it was skipped or failed, in one line. */
  why: z.string(),
})
export type Outcome = z.infer<typeof Outcome>

/** What came of a part of a suite. */
export const Outcomes = z.strictObject({
  /** By the test's name. */
  tests: z.record(z.string(), Outcome),
  /** Modules that were skipped as a whole, or could not be loaded. */
  modules: z.record(z.string(), Outcome),
})
export type Outcomes = z.infer<typeof Outcomes>

/** What one run said, which may not have come to its end. */
export interface Told extends Outcomes {
  /** Tests that began, in order. */
  begun: string[]
  finished: boolean
}

const Line = z.union([
  z.tuple([z.literal('begins'), z.string()]),
  z.tuple([z.enum(['passed', 'failed', 'skipped']), z.string(), z.string()]),
  z.tuple([z.enum(['module failed', 'module skipped']), z.string(), z.string()]),
  z.tuple([z.literal('finished')]),
])
const mark = '\x1e'
/** A test that meets the time limit of its program says so, if it can, and ends as one that failed. */
const timeLimit = /^ExecutionTimeout\b/

/** Reads what `guest/outcomes.py` wrote among whatever else was printed; stops at the time limit. */
export function readOutcomes(printed: string): Told {
  const told: Told = { tests: {}, modules: {}, begun: [], finished: false }
  for (const text of printed.split('\n')) {
    const line = text.startsWith(mark) ? read(text.slice(1)) : null
    if (line === null) continue
    if (line[0] === 'finished') told.finished = true
    else if (line[0] === 'begins') told.begun.push(line[1])
    else if (timeLimit.test(line[2] ?? '')) break
    else if (line[0] === 'module failed')
      told.modules[line[1]] = { outcome: 'failed', why: line[2] }
    else if (line[0] === 'module skipped') {
      told.modules[line[1]] = { outcome: 'skipped', why: line[2] }
    } else told.tests[line[1]] = { outcome: line[0], why: line[2] }
  }
  return told
}

function read(json: string): z.infer<typeof Line> | null {
  try {
    return Line.parse(JSON.parse(json))
  } catch {
    return null
  }
}
