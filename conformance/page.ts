import type { Counts, Summary } from './summary.ts'

const kinds = {
  impossible: 'impossible in a sandbox',
  webassembly: 'known of WebAssembly',
  later: 'of a later CPython',
  ours: 'ours',
} as const
const maxUnexplained = 50

/** `docs/conformance.md`, of the last results of each suite. */
export function page(summaries: Record<string, Summary>, suiteNames: readonly string[]): string {
  const run = suiteNames.flatMap((name) => {
    const summary = summaries[name]
    return summary === undefined ? [] : [{ name, ...summary }]
  })
  const missing = suiteNames.filter((name) => !(name in summaries))
  const lines = [
    '# Conformance',
    '',
    "`npm run conformance` runs upstream's own tests twice: in fresh sandboxes over HTTP, as any client's programs, and in",
    'native CPython with the same packages on the same machine. It writes this page, and fails when a test fails here that',
    'does not natively and that `conformance/reasons.json` has no reason for.',
    '',
    "CPython's tests are the native Python's (`Lib/test`, run as `python -m test` does without `-u`); those of the packages",
    "are in their wheels for Linux, and Pillow's in its source archive; pytest runs them. Matplotlib's wheel lacks the",
    'pictures that tests compare with, which then fail on both sides. Tests are counted by the outcomes that upstream knows:',
    'what it skips where there are no threads, processes or sockets is skipped here, not passed, and an expected failure is',
    'passed. A test that ends its program has failed, and the rest of its module goes on in another sandbox.',
    '',
    '| suite | passed | failed | skipped | native: passed | failed | skipped | run | skipped as a whole | image |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |',
    ...run.map(row),
    '',
    `The image is named by the first 12 digits of the SHA-256 of its \`manifest.json\`. What is run at once is a module`,
    "of CPython's tests or some files of a package's; what of these was skipped here as a whole is in none of the counts.",
    'Where less than all was run, it is a sample: every second, third or so in the order of names (`--every`), up to where the',
    'run was ended.',
    ...(missing.length > 0 ? ['', `Not run: ${missing.join(', ')}.`] : []),
    ...run.flatMap(section),
  ]
  return `${lines.join('\n')}\n`
}

function row({
  name,
  here,
  native,
  parts,
  partsRun,
  skippedParts,
  image,
}: Summary & { name: string }): string {
  const counts = ({ passed, failed, skipped }: Counts) => `${passed} | ${failed} | ${skipped}`
  return `| ${name} | ${counts(here)} | ${counts(native)} | ${partsRun} of ${parts} | ${skippedParts} | \`${image}\` |`
}

function section({ name, python, reasons, unexplained }: Summary & { name: string }): string[] {
  if (reasons.length + unexplained.length === 0) return []
  const rows = reasons.toSorted((a, b) =>
    a.kind === b.kind ? b.tests - a.tests : a.kind < b.kind ? -1 : 1,
  )
  return [
    '',
    `## ${name}`,
    '',
    `What fails here and not in ${python}:`,
    '',
    '| tests | kind | reason |',
    '| ---: | --- | --- |',
    ...rows.map(({ tests, kind, reason }) => `| ${tests} | ${kinds[kind]} | ${reason} |`),
    ...(unexplained.length > 0
      ? [
          '',
          `Without a reason: ${unexplained.length}.`,
          '',
          ...unexplained.slice(0, maxUnexplained).map(({ test }) => `- \`${test}\``),
        ]
      : []),
  ]
}
