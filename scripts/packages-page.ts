import * as z from 'zod'

/** What the lock of the wheels says of a package. */
export const LockedPackages = z.array(
  z.object({
    name: z.string(),
    version: z.string(),
    bytes: z.int(),
    license: z.string(),
  }),
)
type LockedPackage = z.infer<typeof LockedPackages>[number]

const Counts = z.object({ passed: z.int() })
/** What came of upstream's tests, by suite. */
export const Conformance = z.record(z.string(), z.object({ here: Counts, native: Counts }))
type Conformance = z.infer<typeof Conformance>

/** Suites that are named by what is imported. */
const suitePrefixes: Record<string, string> = { 'scikit-learn': 'sklearn' }

/**
 * The page with its tables of packages as they are now: what people wrote in them stays, and versions, sizes, licenses
 * and counts of tests are those of the locks. Rejects a package that no table has.
 */
export function packagesPage(
  page: string,
  packages: readonly LockedPackage[],
  conformance: Conformance,
): string {
  const left = new Map(packages.map((one) => [one.name, one]))
  let columns: string[] | null = null
  const lines = page.split('\n').map((line) => {
    const cells = cellsOf(line)
    if (cells === null) columns = null
    else if (cells[0] === 'package') columns = cells
    const one = columns && left.get(cells?.[0] ?? '')
    if (!one || !cells || !columns) return line
    left.delete(one.name)
    const now = { ...one, size: sizeOf(one.bytes), tests: testsOf(one.name, conformance) }
    return `| ${columns.map((column, at) => cellOf(column, now) ?? cells[at]).join(' | ')} |`
  })
  if (left.size > 0)
    throw new Error(`docs/packages.md has no row for ${[...left.keys()].join(', ')}.`)
  return lines.join('\n')
}

/** What of a row follows from the locks. */
function cellOf(column: string, row: LockedPackage & { size: string; tests: string }) {
  switch (column) {
    case 'version':
    case 'license':
    case 'size':
    case 'tests':
      return row[column]
    default:
      return null
  }
}

function cellsOf(line: string): string[] | null {
  return line.startsWith('|')
    ? line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
    : null
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** Of how many tests that pass natively pass in the sandbox. */
function testsOf(name: string, conformance: Conformance): string {
  const prefix = suitePrefixes[name] ?? name
  const suites = Object.entries(conformance).filter(
    ([suite]) => suite === prefix || suite.startsWith(`${prefix}.`),
  )
  if (suites.length === 0) return ''
  const sum = (side: 'here' | 'native') =>
    suites.reduce((total, [, counts]) => total + counts[side].passed, 0)
  return `${sum('here')} of ${sum('native')}`
}
