import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { expect, inject, it } from 'vitest'
import * as z from 'zod'
import { summarize } from '../../conformance/compare.ts'
import { Outcomes } from '../../conformance/outcomes.ts'
import { readReasons } from '../../conformance/reasons.ts'
import { sampleRecord, sampleSuites } from '../../conformance/sample.ts'
import { Sandbox } from '../../conformance/sandbox.ts'
import { installTools } from '../../conformance/tools.ts'

const run = promisify(execFile)
const recorded = z
  .record(z.string(), Outcomes)
  .parse(JSON.parse(await readFile(sampleRecord, 'utf8')))
const suites = await sampleSuites(await installTools((args) => run('python3', args)))
const reasons = await readReasons()

it.each(suites)(
  "passes a sample of upstream's tests: $name",
  async ({ name, runner, parts, zips }) => {
    const native = recorded[name]
    if (native === undefined) throw new Error(`Nothing is recorded of ${name}.`)
    const sandbox = new Sandbox(inject('serverUrl'))
    for (const part of parts) {
      const here = await sandbox.run(part, runner, zips)
      const results = { image: '', python: '', here: { sample: here }, native: { sample: native } }

      const summary = summarize({ name, parts }, results, reasons)

      expect(summary.unexplained).toEqual([])
      expect(summary.here.passed).toBeGreaterThan(0.9 * summary.native.passed)
    }
  },
)
