import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

const path = join(import.meta.dirname, 'report.json')

const Report = z.array(
  z.object({
    category: z.string(),
    name: z.string(),
    timeoutMs: z.number(),
    elapsedMs: z.number(),
    outcome: z.string(),
    complaints: z.array(z.string()),
  }),
)
type Report = z.infer<typeof Report>

export function writeReport(attempts: Report): void {
  writeFileSync(path, JSON.stringify(attempts, null, 2))
}

export function readReport(): Report {
  return Report.parse(JSON.parse(readFileSync(path, 'utf8')))
}

/** How long after their time the programs ended that were ended by it. */
export function lateness(attempts: Report): number[] {
  return attempts
    .filter(({ outcome }) => outcome.startsWith('timeout'))
    .map(({ elapsedMs, timeoutMs }) => elapsedMs - timeoutMs)
    .toSorted((a, b) => a - b)
}

/** The value below which the given share of the sorted values lies. */
export function quantile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
