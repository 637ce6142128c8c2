import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { deleteExpired } from '../../../scripts/workerd/clean-up.ts'
import { fileUrlSecret } from '../../../scripts/workerd/file-url-secret.ts'

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'files-'))
  onTestFinished(() => rm(path, { recursive: true }))
  return path
}

describe('the secret of links', () => {
  it('is one for all who share a folder, and for nobody else to read', async () => {
    const files = await folder()

    const secrets = await Promise.all(Array.from({ length: 8 }, () => fileUrlSecret(files)))

    expect(new Set(secrets).size).toBe(1)
    expect(secrets[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(await fileUrlSecret(files)).toBe(secrets[0])
    expect(await readdir(files)).toEqual(['.file-url-secret'])
    expect((await stat(join(files, '.file-url-secret'))).mode & 0o777).toBe(0o600)
  })

  it('is another in another folder', async () => {
    expect(await fileUrlSecret(await folder())).not.toBe(await fileUrlSecret(await folder()))
  })
})

describe('what has expired', () => {
  it('is deleted, and nothing else', async () => {
    const files = await folder()
    const secret = await fileUrlSecret(files)
    await mkdir(join(files, 'content/owner'), { recursive: true })
    await writeFile(join(files, 'content/owner/old'), 'old')
    await writeFile(join(files, 'content/owner/new'), 'new')
    const longAgo = Date.now() / 1000 - 61
    for (const name of ['content/owner/old', '.file-url-secret']) {
      await utimes(join(files, name), longAgo, longAgo)
    }

    expect(await deleteExpired(files, 60)).toBe(1)

    expect(await readdir(join(files, 'content/owner'))).toEqual(['new'])
    expect(await readFile(join(files, '.file-url-secret'), 'utf8')).toBe(secret)
  })
})
