import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import type { NativePython } from './native.ts'
import { execute } from './ours.ts'
import { measuring, race } from './rounds.ts'

interface Program {
  /** What it does, in few words. */
  label: string
  /** The most that its time may be, of the native one. */
  bar?: number
}

/** Those whose geometric mean has a bar. */
const measured: Record<string, Program> = {
  matrix_product: { label: 'product of matrices, 800 × 800', bar: 5 },
  linear_systems: { label: '`solve` and `eigvalsh` of 500', bar: 4.5 },
  singular_values: { label: 'singular values of 300 × 300', bar: 4.5 },
  numpy_sort: { label: '`np.sort` of two million', bar: 3 },
  float_arithmetic: { label: 'float arithmetic, two million', bar: 1.5 },
  integer_arithmetic: { label: 'int32 arithmetic, two million', bar: 1.5 },
  transcendental: { label: 'exp, sin, log1p of a million' },
  fourier_transform: { label: 'Fourier transform of a million' },
  random_numbers: { label: 'random numbers' },
  bytecode_loop: { label: 'loops and branches' },
  n_body: { label: 'n-body in pure Python' },
  recursion: { label: 'recursion' },
  regular_expressions: { label: 'regular expressions' },
  big_integers: { label: 'big integers' },
  json_round_trip: { label: 'JSON, both ways' },
  strings_and_dicts: { label: 'strings and dictionaries' },
  sorting: { label: '`sorted`' },
  pandas_group_by: { label: 'pandas: group, merge, pivot' },
  read_csv: { label: 'pandas: CSV of 100,000 lines' },
  four_charts: { label: 'four charts' },
  symbolic: { label: 'SymPy' },
}

/** What models write besides. */
const further: Record<string, Program> = {
  csv_to_chart: { label: 'CSV of 30,000 lines to a chart' },
  least_squares: { label: 'regression by `lstsq`' },
  monte_carlo: { label: 'Monte Carlo of 5,000 paths' },
  prime_sieve: { label: 'primes below three million' },
  dynamic_programming: { label: 'dynamic programming' },
  text_statistics: { label: 'statistics of a text' },
  picture_filter: { label: 'filters on a picture' },
}

/** A program's shortest time in a fresh sandbox and in a new native process, in milliseconds. */
export interface Computed extends Program {
  ours: number
  native: number
  /** Whether it is one of those whose mean has a bar. */
  inMean: boolean
}

const Timed = z.object({ milliseconds: z.number(), result: z.string() })

/**
 * Every program in a fresh sandbox over HTTP and in a new process of native CPython, in turns. What is imported and
 * the data are there before the time starts. Rejects when the two results differ.
 */
export async function computing(
  url: string,
  native: NativePython,
  rounds: number,
  say: (line: string) => void,
): Promise<Computed[]> {
  const found: Computed[] = []
  for (const [name, program] of Object.entries({ ...measured, ...further })) {
    const code = await timedProgram(name)
    const results = new Set<string>()
    const side = (run: () => Promise<string>) =>
      measuring(async () => {
        const { milliseconds, result } = Timed.parse(JSON.parse(await run()))
        results.add(result)
        return milliseconds
      })
    const ours = side(async () => (await execute(url, code)).stdout)
    const theirs = side(() => native.run(code))
    await race([theirs, ours], rounds, () => undefined)
    if (results.size !== 1) throw new Error(`${name} differs: ${[...results].join(' and ')}.`)
    const shortest = {
      ours: Math.min(...ours.times),
      native: Math.min(...theirs.times),
      inMean: name in measured,
    }
    found.push({ ...program, ...shortest })
    say(`computing: ${name}: ${(shortest.ours / shortest.native).toFixed(2)} of native`)
  }
  return found
}

async function timedProgram(name: string): Promise<string> {
  const source = await readFile(join(import.meta.dirname, 'programs', `${name}.py`), 'utf8')
  return `${source}

import json
import time

began = time.perf_counter()
result = work()
milliseconds = (time.perf_counter() - began) * 1000
print(json.dumps({'milliseconds': milliseconds, 'result': repr(result)}))
`
}
