import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { attack, type Canary } from './attack.ts'
import { readPrograms } from './program.ts'
import { execute } from './server.ts'
import { startTarget, type Target } from './target.ts'

/** Two of each kind, the same each time: what all of them are tried for in minutes, in seconds. */
const sample = [...Map.groupBy(readPrograms(), ({ category }) => category).values()].flatMap(
  (programs) => [programs[0] ?? [], programs[Math.floor(programs.length / 2)] ?? []].flat(),
)
let target: Target
let canary: Canary

beforeAll(async () => {
  target = await startTarget()
  const code = readFileSync(join(import.meta.dirname, 'canary.py'), 'utf8')
  const { stdout: clean } = await execute(target.url, code, 30_000)
  canary = { code, clean }
})
afterAll(() => target[Symbol.asyncDispose]())

it('the sample has every kind of attack', () => {
  expect(new Set(sample.map(({ category }) => category)).size).toBeGreaterThanOrEqual(12)
})

it.each(sample)('$category/$name ends as promised, and nobody else notices', async (program) => {
  const { complaints } = await attack(target, program, canary)

  expect(complaints).toEqual([])
})
