import type { NativePython } from './native.ts'
import { execute, executeChart } from './ours.ts'
import { programs } from './programs.ts'
import { runPyodide } from './pyodide.ts'
import { contestant, measuring, race } from './rounds.ts'
import { summarize, type Summary } from './statistics.ts'

/** Milliseconds from nothing to the answer. */
export interface Startup {
  /** A fresh sandbox, over HTTP. */
  ours: { print: Summary; imports: Summary; chart: Summary }
  /** The last of several equal charts in one sandbox, from the first statement to the result that is sent. */
  warmChart: Summary
  /** CPython of this machine, in a new process. */
  native: { imports: Summary; chart: Summary }
  /** A linear regression with scikit-learn, by both; null on a server without the image that has it. */
  regression: { ours: Summary; native: Summary } | null
  /** Pyodide in a new process of Node: `print(1)` after the imports. */
  pyodide: Summary
}

/** Pyodide takes so long that it does not run in every round. */
const pyodideEvery = 3

/** Everyone starts something new and runs a program in it. */
export async function startup(
  url: string,
  native: NativePython,
  rounds: number,
  say: (line: string) => void,
  hasScience: boolean,
): Promise<Startup> {
  const { print, imports, chart, regression, warmCharts } = programs
  const ours = {
    print: contestant(async () => expectOne((await execute(url, print)).stdout)),
    imports: contestant(() => execute(url, imports)),
    chart: contestant(() => executeChart(url, chart)),
  }
  const cpython = {
    imports: contestant(() => native.run(imports)),
    chart: contestant(() => native.runChart(chart)),
  }
  const pyodide = contestant(
    async () => expectOne(await runPyodide(`${imports}\n${print}`)),
    pyodideEvery,
  )
  const warmChart = measuring(async () => {
    const { stdout } = await execute(url, warmCharts)
    return Number(stdout.trim().split('\n').at(-1))
  })
  const scientific = hasScience
    ? {
        ours: contestant(() => execute(url, regression)),
        native: contestant(() => native.run(regression)),
      }
    : null
  const turns = [
    ours.print,
    cpython.imports,
    ours.imports,
    cpython.chart,
    ours.chart,
    warmChart,
    pyodide,
    ...Object.values(scientific ?? {}),
  ]
  await race(turns, rounds, say)

  return {
    ours: {
      print: summarize(ours.print.times),
      imports: summarize(ours.imports.times),
      chart: summarize(ours.chart.times),
    },
    warmChart: summarize(warmChart.times),
    native: {
      imports: summarize(cpython.imports.times),
      chart: summarize(cpython.chart.times),
    },
    regression: scientific && {
      ours: summarize(scientific.ours.times),
      native: summarize(scientific.native.times),
    },
    pyodide: summarize(pyodide.times),
  }
}

function expectOne(printed: string): void {
  if (printed !== '1\n') throw new Error(`print(1) printed ${JSON.stringify(printed)}.`)
}
