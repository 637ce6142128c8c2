import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { makeRelease } from '../../scripts/release/make.ts'

const run = promisify(execFile)
const Manifest = z.object({
  modules: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })),
})

let folder: string
let assets: string

/** Unpacks the asset with that word in its name. */
async function unpacked(word: string): Promise<string> {
  const name = (await readdir(assets)).find((file) => file.includes(word)) ?? ''
  const into = join(folder, word)
  await mkdir(into)
  await run('tar', ['-xzf', join(assets, name), '-C', into])
  return into
}

// Releases are made on Linux, by GNU's tar.
describe.runIf(process.platform === 'linux')('a release', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'release-test-'))
    assets = join(folder, 'assets')
    await makeRelease(folder, '1.2.3', 'What is new.')
  }, 300_000)
  afterAll(() => rm(folder, { recursive: true }))

  it('has its notes, and the hash of each of its files', async () => {
    const { stdout } = await run('sha256sum', ['-c', 'SHA256SUMS'], { cwd: assets })

    expect(stdout.trim().split('\n')).toEqual(
      [
        'open-code-interpreter-1.2.3-client.tgz',
        'open-code-interpreter-1.2.3-image.tar.gz',
        `open-code-interpreter-1.2.3-workerd-${process.platform}-${process.arch}.tar.gz`,
      ].map((name) => `${name}: OK`),
    )
    expect(await readFile(join(folder, 'notes.md'), 'utf8')).toBe('What is new.\n')
  })

  it('has the image that its manifest speaks of', async () => {
    const image = await unpacked('image')
    const manifest = await readFile(join(image, 'manifest.json'), 'utf8')
    const { modules } = Manifest.parse(JSON.parse(manifest))

    for (const { name, bytes, sha256 } of modules) {
      const content = await readFile(join(image, name))
      expect(content).toHaveLength(bytes)
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
    }
    expect(modules).toHaveLength(5)
  })

  it('has a server for this platform, with its configuration and the playground', async () => {
    const server = await unpacked('workerd')

    const { stdout } = await run(join(server, 'workerd'), ['--version'])
    expect(stdout).toContain('workerd')
    const files = await readdir(server)
    expect(files).toEqual(expect.arrayContaining(['config.capnp', 'public', 'workerd.js']))
  })
})
