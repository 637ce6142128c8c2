import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { makeImage } from '../../../python-runtime/build/build.ts'

const dist = join(import.meta.dirname, '../../../python-runtime/dist')
const Manifest = z.object({
  total: z.int(),
  modules: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })),
})

async function manifest() {
  return Manifest.parse(JSON.parse(await readFile(join(dist, 'manifest.json'), 'utf8')))
}

describe('the image', () => {
  it('is made of the same bytes when it is built again', { timeout: 900_000 }, async () => {
    const { modules } = await manifest()

    const again = await makeImage(() => {})

    const hashes = Object.entries(again).map(([name, bytes]) => {
      return [name, createHash('sha256').update(bytes).digest('hex')]
    })
    expect(hashes).toEqual(modules.map(({ name, sha256 }) => [name, sha256]))
  })

  it('fits into a dynamic Worker', async () => {
    const { total } = await manifest()

    expect(total).toBeLessThan(64 * 1024 * 1024)
  })
})
