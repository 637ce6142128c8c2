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

it.each(rows.map(([expression, value], at) => ({ expression, value, at })))(
  'is what native CPython says: $expression',
  ({ value, at }) => {
    expect(values[at]).toBe(value)
  },
)
