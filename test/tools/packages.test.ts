import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { packages } from '../../src/tools/packages.ts'

const project = join(import.meta.dirname, '../..')
const Lock = z.array(z.object({ name: z.string(), version: z.string() }))
const lock = Lock.parse(
  JSON.parse(readFileSync(join(project, 'python-runtime/wheels/wheels.lock.json'), 'utf8')),
)

it('names packages that are in the image', () => {
  expect(lock.map(({ name }) => name)).toEqual(expect.arrayContaining([...packages]))
})
