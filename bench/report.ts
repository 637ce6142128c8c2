import type { Breakdown } from './breakdown.ts'
import type { Computed } from './computing.ts'
import { mebibytes, milliseconds, percent, table } from './format.ts'
import type { Load, Soak } from './load.ts'
import type { Memory } from './memory.ts'
import type { Overhead } from './overhead.ts'
import type { Startup } from './startup.ts'
import { geometricMean, type Summary } from './statistics.ts'
import type { WholeTask } from './whole-task.ts'

export interface Measurements {
  /** What was measured on, and what was compared with. */
  conditions: string[]
  startup: Startup
  task: WholeTask
  computed: Computed[]
  breakdown: Breakdown[]
  memory: Memory
  loads: Load[]
  soak: Soak
  overheads: Overhead[]
}

/** The whole run as Markdown. */
export function report(measured: Measurements): string {
  const { conditions, startup, task, computed, breakdown, memory, loads, soak, overheads } =
    measured
  const sections = [
    '# Benchmark',
    'Written by `npm run bench`. Everything is measured in one run, in turns, on one machine; compare the ratios.',
    conditions.map((line) => `- ${line}`).join('\n'),
    '## From nothing to the answer',
    '![Time from nothing to the answer](benchmark.svg)',
    startupTable(startup, task),
    '## Bars',
    bars(measured),
    '## Computing',
    'The same programs in a fresh sandbox and in a new process of native CPython on one thread, in turns; the shortest ' +
      'time of each. Imports and data are there before the time starts, and both give the same result.',
    '![Computing, in times of native CPython](benchmark-computing.svg)',
    computingTable(computed),
    '## Where the milliseconds go',
    '`print(1)` in workerd, by a guest that takes the same steps and notes the time (`bench/phases/`). "Again" is ' +
      'one more execution in the same isolate, which the product never does.',
    breakdownTable(breakdown),
    '## Memory',
    memoryTable(memory),
    '## Under load',
    '`print(1)`, each in a fresh sandbox, by clients that ask again at once.',
    loadTable([...loads, soak]),
    '![Memory of workerd over time](benchmark-soak.svg)',
    '## Metering',
    'CPU-bound programs on CPython with and without the fuel checks, the shortest run of each in processor time.',
    overheadTable(overheads),
  ]
  return `${sections.join('\n\n')}\n`
}

function startupTable(
  { ours, warmChart, native, regression, pyodide }: Startup,
  task: WholeTask,
): string {
  const row = (name: string, summary: Summary) => [name, ...cells(summary), String(summary.count)]
  return table(
    ['', 'median', 'p95', 'runs'],
    [
      row('fresh sandbox over HTTP, `print(1)`', ours.print),
      row('fresh sandbox over HTTP, import NumPy, pandas, Matplotlib', ours.imports),
      row('native CPython in a new process, the same imports', native.imports),
      row('fresh sandbox over HTTP, chart', ours.chart),
      row('native CPython in a new process, the same chart', native.chart),
      row('the same chart again in a sandbox that has drawn it seven times', warmChart),
      row('fresh sandbox over HTTP, CSV of 100,000 lines to a chart', task.ours),
      row('native CPython in a new process, the same file and chart', task.native),
      ...(regression
        ? [
            row('fresh sandbox over HTTP, linear regression', regression.ours),
            row('native CPython in a new process, the same regression', regression.native),
          ]
        : []),
      row('Pyodide in a new Node process, the same imports and `print(1)`', pyodide),
    ],
  )
}

/** What was promised, as ratios of one run. The times in milliseconds are meant for a quiet machine. */
function bars({ startup, computed, loads, soak, overheads }: Measurements): string {
  const { ours, warmChart, native, regression, pyodide } = startup
  const imports = ours.imports.median / native.imports.median
  const regressed = regression && regression.ours.median / regression.native.median
  const print = ours.print.median / pyodide.median
  const chart = ours.chart.median / (ours.print.median + 1.5 * warmChart.median)
  const mean = meanOf(computed.filter(({ inMean }) => inMean))
  const worst = Math.max(...computed.map(timesOfNative))
  const metering = overheadOf(overheads)
  const errors = [...loads, soak].reduce((sum, { errors: count }) => sum + count, 0)
  const row = (name: string, value: string, bar: string, passes: boolean) => {
    return [name, value, bar, passes ? 'pass' : 'fail']
  }
  return table(
    ['', 'measured', 'bar', ''],
    [
      row('imports, of native CPython', ratio(imports), '≤ 0.30', imports <= 0.3),
      ...(regressed === null
        ? []
        : [
            row(
              'linear regression, of native CPython',
              ratio(regressed),
              '≤ 0.50',
              regressed <= 0.5,
            ),
          ]),
      row('`print(1)`, of Pyodide from scratch', ratio(print), '≤ 0.04', print <= 0.04),
      row('`print(1)`', milliseconds(ours.print.median), '≤ 150 ms', ours.print.median <= 150),
      row('chart', milliseconds(ours.chart.median), '≤ 500 ms', ours.chart.median <= 500),
      row('chart, of the start and 1.5 warm drawings', ratio(chart), '≤ 1', chart <= 1),
      ...computed.flatMap(({ label, ours: time, native: theirs, bar }) => {
        const times = time / theirs
        return bar ? [row(`${label}, of native`, times.toFixed(2), `≤ ${bar}`, times <= bar)] : []
      }),
      row('computing, geometric mean of the 21', mean.toFixed(2), '≤ 1.9', mean <= 1.9),
      row('computing, the slowest program', worst.toFixed(2), '≤ 5', worst <= 5),
      row('metering, geometric mean', percent(metering), '≤ 8 %', metering <= 0.08),
      row('errors under load', String(errors), '0', errors === 0),
    ],
  )
}

function computingTable(computed: Computed[]): string {
  const rows = computed.map((program) => {
    const { label, ours, native } = program
    return [label, milliseconds(ours), milliseconds(native), timesOfNative(program).toFixed(2)]
  })
  const means = [
    [
      'geometric mean of the first 21',
      '',
      '',
      meanOf(computed.filter(({ inMean }) => inMean)).toFixed(2),
    ],
    ['geometric mean of all', '', '', meanOf(computed).toFixed(2)],
  ]
  return table(['', 'sandbox', 'native', 'of native'], [...rows, ...means])
}

function meanOf(computed: readonly Computed[]): number {
  return geometricMean(computed.map(timesOfNative))
}

function timesOfNative({ ours, native }: Computed): number {
  return ours / native
}

function breakdownTable(phases: Breakdown[]): string {
  const rows = phases.map(({ phase, fresh, again }) => {
    return [phase, ...cells(fresh), again ? milliseconds(again.median) : '–']
  })
  return table(['', 'median', 'p95', 'again, median'], rows)
}

function memoryTable(memory: Memory): string {
  const rows = [
    ['linear memory and files after `print(1)`', memory.afterPrint],
    ['linear memory and files after a chart', memory.afterChart],
    ['workerd, resident', memory.residentBefore],
    [`workerd, resident, ${memory.executions} executions later`, memory.residentAfter],
    ...memory.modules.map(({ name, bytes }) => [`module \`${name}\``, bytes] as const),
  ] as const
  return table(
    ['', 'size'],
    rows.map(([name, bytes]) => [name, mebibytes(bytes)]),
  )
}

function loadTable(loads: Load[]): string {
  const rows = loads.map(({ clients, seconds, perSecond, latency, errors }) => {
    return [`${clients} for ${seconds} s`, perSecond.toFixed(1), ...cells(latency), String(errors)]
  })
  return table(['clients', 'executions per second', 'median', 'p95', 'errors'], rows)
}

function overheadTable(overheads: Overhead[]): string {
  const rows = overheads.map(({ program, bare, metered }) => {
    return [
      `\`${program}\``,
      milliseconds(bare),
      milliseconds(metered),
      percent(metered / bare - 1),
    ]
  })
  const mean = ['geometric mean', '', '', percent(overheadOf(overheads))]
  return table(['', 'without', 'metered', 'overhead'], [...rows, mean])
}

function overheadOf(overheads: Overhead[]): number {
  return geometricMean(overheads.map(({ bare, metered }) => metered / bare)) - 1
}

function cells({ median, p95 }: Summary): [median: string, p95: string] {
  return [milliseconds(median), milliseconds(p95)]
}

function ratio(value: number): string {
  return value.toFixed(3)
}
