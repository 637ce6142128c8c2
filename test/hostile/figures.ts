import { lateness, quantile, readReport } from './report.ts'

/** Prints the last run's figures as a table: `node test/hostile/figures.ts`. */

const attempts = readReport()
const categories = [...new Set(attempts.map(({ category }) => category))].toSorted()

const header = [
  'category',
  'programs',
  'as promised',
  'timed out',
  'late: median',
  'p95',
  'most',
] as const

function row(name: string, some: typeof attempts): string[] {
  const late = lateness(some)
  return [
    name,
    `${some.length}`,
    `${some.filter(({ complaints }) => complaints.length === 0).length}`,
    `${late.length}`,
    ...[0.5, 0.95, 1].map((share) => (late.length > 0 ? `${quantile(late, share)} ms` : '–')),
  ]
}

const rows = [
  ...categories.map((name) =>
    row(
      name,
      attempts.filter(({ category }) => category === name),
    ),
  ),
  row('all', attempts),
]
const lines = [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
const failures = attempts.flatMap(({ category, name, outcome, complaints }) =>
  complaints.map((complaint) => `- ${category}/${name} (${outcome}): ${complaint.slice(0, 300)}`),
)
process.stdout.write(`${[...lines, '', ...failures].join('\n')}\n`)
