import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NativePython } from './native.ts'
import { executeChart } from './ours.ts'
import { contestant, race } from './rounds.ts'
import { summarize, type Summary } from './statistics.ts'

/** Milliseconds from a file of CSV to the picture of a chart. */
export interface WholeTask {
  /** A fresh sandbox, the file sent with the request over HTTP, the picture in its answer. */
  ours: Summary
  /** A new process of native CPython, the file on its disk. */
  native: Summary
}

const regions = ['North', 'South', 'East', 'West']
const csv = [
  'day,region,amount',
  ...Array.from({ length: 100_000 }, (_, i) => {
    const day = `2026-${pad((i % 12) + 1)}-${pad((i % 28) + 1)}`
    return `${day},${regions[i % 4]},${((i * 7919) % 10_007) / 100}`
  }),
].join('\n')

const program = `
import pandas as pd
import matplotlib.pyplot as plt

sales = pd.read_csv('sales.csv', parse_dates=['day'])
by_month = sales.groupby([sales['day'].dt.month, 'region'])['amount'].sum().unstack()
by_month.plot(kind='bar', figsize=(9, 5), title='Sales by month')
plt.tight_layout()
`

/** A file of 100,000 lines in, a chart out, by both in turns. */
export async function wholeTask(
  url: string,
  native: NativePython,
  rounds: number,
  say: (line: string) => void,
): Promise<WholeTask> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  try {
    await writeFile(join(folder, 'sales.csv'), csv)
    const files = [{ name: 'sales.csv', data: Buffer.from(csv).toString('base64') }]
    const here = `import os\nos.chdir(${JSON.stringify(folder)})\n`
    const ours = contestant(() => executeChart(url, `${program}plt.show()`, files))
    const theirs = contestant(() => native.runChart(here + program))
    await race([ours, theirs], rounds, say)
    return { ours: summarize(ours.times), native: summarize(theirs.times) }
  } finally {
    await rm(folder, { recursive: true })
  }
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
