import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attack, type Attempt, type Canary } from './attack.ts'
import { readPrograms } from './program.ts'
import { lateness, quantile, writeReport } from './report.ts'
import { execute } from './server.ts'
import { startTarget, type Target } from './target.ts'

const programs = readPrograms()
const attempts: Attempt[] = []
let target: Target
let canary: Canary

beforeAll(async () => {
  target = await startTarget()
  const code = readFileSync(join(import.meta.dirname, 'canary.py'), 'utf8')
  const { stdout: clean } = await execute(target.url, code, 30_000)
  canary = { code, clean }
})

afterAll(async () => {
  writeReport(attempts)
  await target[Symbol.asyncDispose]()
})

it('There are at least two hundred hostile programs', () => {
  expect(programs.length).toBeGreaterThanOrEqual(200)
})

describe('a hostile program', () => {
  it.each(programs)(
    '$category/$name ends as promised, and nobody else notices',
    async (program) => {
      const attempt = await attack(target, program, canary)
      attempts.push(attempt)

      expect(attempt.complaints).toEqual([])
    },
    300_000,
  )
})

describe('the programs whose time is up', () => {
  it('end within half a second of it, in the median', () => {
    expect(quantile(lateness(attempts), 0.5)).toBeLessThanOrEqual(500)
  })
})
