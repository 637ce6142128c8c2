import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as z from 'zod'
import { Outcomes } from './outcomes.ts'

/** All that came of one suite so far, by part. */
export const SuiteResults = z.strictObject({
  /** The image's hash, and the native Python. */
  image: z.string(),
  python: z.string(),
  here: z.record(z.string(), Outcomes),
  /** Not of parts that were skipped here as a whole. */
  native: z.record(z.string(), Outcomes),
})
export type SuiteResults = z.infer<typeof SuiteResults>

/** What an earlier run kept, as far as it holds: what came of another image is forgotten. */
export async function readResults(
  path: string,
  { image, python }: Pick<SuiteResults, 'image' | 'python'>,
): Promise<SuiteResults> {
  const kept = await readFile(path, 'utf8').then(
    (text) => SuiteResults.parse(JSON.parse(text)),
    () => null,
  )
  const isOfPython = kept?.python === python
  return {
    image,
    python,
    here: isOfPython && kept.image === image ? kept.here : {},
    native: isOfPython ? kept.native : {},
  }
}

/** At once: two writers at a time would be in each other's way. */
export function writeResults(path: string, results: SuiteResults): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.new`, JSON.stringify(results))
  renameSync(`${path}.new`, path)
}
