import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import lock from '../../../python-runtime/wheels/wheels.lock.json'
import { runPython } from '../../support/run-python.ts'
import recorded from './native/values.json'

/** What a program computes is what it computes in native CPython, with the same exceptions and warnings. */
const rows = z.array(z.tuple([z.string(), z.string()])).parse(recorded.values)
let values: string[]

beforeAll(async () => {
  const program = await readFile(join(import.meta.dirname, 'native/evaluate.py'), 'utf8')
  const call = `report(${JSON.stringify(rows.map(([expression]) => expression))})`
  const { stdout, error } = await runPython(`${program}\n${call}`)
  if (error !== null) throw new Error(error.traceback)
  values = z.array(z.string()).length(rows.length).parse(JSON.parse(stdout))
})

it('is compared with the packages that the image has', () => {
  expect(recorded.packages).toEqual(lock.map(({ name, version }) => ({ name, version })))
})

/** What docs/packages.md says that differs: indices have as many bits as a pointer. */
const differing = new Map([
  ['np.argsort([3, 1, 2])', 'array([1, 2, 0], dtype=int32)'],
  ['np.searchsorted([1, 2, 3], 2).dtype', "dtype('int32')"],
  ['np.digitize([0.5, 2.5], [0, 1, 2]).dtype', "dtype('int32')"],
  [
    "pd.factorize(np.array(['b', 'a', 'b'], dtype=object))",
    "(array([0, 1, 0], dtype=int32), array(['b', 'a'], dtype=object))",
  ],
])

it.each([...differing])('differs from native CPython as documented: %s', (expression, value) => {
  const at = rows.findIndex(([row]) => row === expression)
  expect(values[at]).toBe(value)
  expect(rows[at]?.[1]).not.toBe(value)
})

const same = rows.map(([expression, value], at) => ({ expression, value, at }))
it.each(same.filter(({ expression }) => !differing.has(expression)))(
  'is what native CPython says: $expression',
  ({ value, at }) => {
    expect(values[at]).toBe(value)
  },
)
