import { randomBytes } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Begins with a dot, by which workerd does not show it to the Worker. */
const name = '.file-url-secret'

/** The secret that signs links to files: one for all who share the folder, made by the first. */
export async function fileUrlSecret(files: string): Promise<string> {
  const path = join(files, name)
  const own = join(files, `${name}-${randomBytes(8).toString('hex')}`)
  await writeFile(own, randomBytes(32).toString('hex'), { mode: 0o600 })
  try {
    // Whole or not at all, and never over another's.
    await link(own, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await rm(own)
  }
  return readFile(path, 'utf8')
}
