import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { Kind } from './reasons.ts'

const Counts = z.strictObject({ passed: z.int(), failed: z.int(), skipped: z.int() })
export type Counts = z.infer<typeof Counts>

/** What is said of a suite. */
export const Summary = z.strictObject({
  /** The first 12 digits of the SHA-256 of the image's `manifest.json`. */
  image: z.string(),
  python: z.string(),
  /** Modules of CPython's, or groups of files of a package's: all, and how many of them were run. */
  parts: z.int(),
  partsRun: z.int(),
  /** Of these, what was skipped here as a whole, and is not counted. */
  skippedParts: z.int(),
  here: Counts,
  native: Counts,
  reasons: z.array(z.strictObject({ kind: Kind, reason: z.string(), tests: z.int() })),
  unexplained: z.array(z.strictObject({ test: z.string(), why: z.string() })),
})
export type Summary = z.infer<typeof Summary>

const Summaries = z.record(z.string(), Summary)
export const summaryPath = join(import.meta.dirname, 'results.json')

/** The last of each suite. */
export async function readSummaries(): Promise<Record<string, Summary>> {
  const text = await readFile(summaryPath, 'utf8').catch(() => '{}')
  return Summaries.parse(JSON.parse(text))
}

/** Keeps them in git, so that the page has all suites whichever was run last. */
export async function writeSummaries(summaries: Record<string, Summary>): Promise<void> {
  await writeFile(summaryPath, JSON.stringify(summaries, null, 2))
}
