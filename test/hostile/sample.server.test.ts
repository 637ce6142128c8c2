import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attack, type Canary } from './attack.ts'
import { readPrograms, type Program } from './program.ts'
import { execute } from './server.ts'
import { startTarget, type Target } from './target.ts'

const kinds = [...Map.groupBy(readPrograms(), ({ category }) => category).values()]

/** Two of each kind, the same each time: what all of them are tried for in minutes, in seconds. */
const sample = kinds.flatMap((programs) =>
  [programs[0] ?? [], programs[Math.floor(programs.length / 2)] ?? []].flat(),
)

/** One of each, which may also end for want of memory: most are written for more than a deployment has. */
const scarce = kinds.flatMap(([first]): Program[] =>
  first ? [{ ...first, endings: [...first.endings, { error: 'MemoryError' }], contents: [] }] : [],
)

it('the sample has every kind of attack', () => {
  expect(new Set(sample.map(({ category }) => category)).size).toBeGreaterThanOrEqual(12)
})

describe.each([
  { place: 'on a machine of its own', likeCloudflare: false, programs: sample },
  { place: 'where it is limited as on Cloudflare', likeCloudflare: true, programs: scarce },
])('$place', ({ likeCloudflare, programs }) => {
  let target: Target
  let canary: Canary
  beforeAll(async () => {
    target = await startTarget({ likeCloudflare })
    const code = readFileSync(join(import.meta.dirname, 'canary.py'), 'utf8')
    const { stdout: clean } = await execute(target.url, code, 30_000)
    canary = { code, clean }
  })
  afterAll(() => target[Symbol.asyncDispose]())

  it.each(programs)(
    '$category/$name ends as promised, and nobody else notices',
    async (program) => {
      const { complaints } = await attack(target, program, canary)

      expect(complaints).toEqual([])
    },
  )
})
