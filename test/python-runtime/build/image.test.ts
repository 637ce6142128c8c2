import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { makeImages } from '../../../python-runtime/build/build.ts'
import { imageNames, type ImageName } from '../../../python-runtime/images.ts'

const dist = join(import.meta.dirname, '../../../python-runtime/dist')
const Entries = z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() }))
const Manifest = z.object({ total: z.int(), modules: Entries, parts: Entries.default([]) })

async function manifest(image: ImageName) {
  const folder = image === 'standard' ? dist : join(dist, image)
  return Manifest.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
}

function hashesOf(files: object): string[] {
  return Object.values(files).map((bytes) => createHash('sha256').update(bytes).digest('hex'))
}

describe('the images', () => {
  it('are made of the same bytes when they are built again', { timeout: 1_800_000 }, async () => {
    const again = await makeImages(() => {})

    for (const name of imageNames) {
      const { modules, parts } = await manifest(name)
      const made = again[name]
      expect(hashesOf(made.modules)).toEqual(modules.map(({ sha256 }) => sha256))
      expect(hashesOf(made.parts ?? {})).toEqual(parts.map(({ sha256 }) => sha256))
    }
  })

  it.each(imageNames)('%s fits into a dynamic Worker', async (name) => {
    const { total } = await manifest(name)

    expect(total).toBeLessThan(64 * 1024 * 1024)
  })
})
