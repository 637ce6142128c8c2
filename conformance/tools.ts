import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

const cache = join(import.meta.dirname, '../python-runtime/.cache')
const requirements = join(import.meta.dirname, 'requirements.txt')

/** Installs pytest and what it needs, once, by the pip of a Python, and gives their folder; all are in pure Python. */
export async function installTools(
  python: (args: readonly string[]) => Promise<unknown>,
): Promise<string> {
  const hash = createHash('sha256').update(await readFile(requirements))
  const folder = join(cache, `pytest-${hash.digest('hex').slice(0, 12)}`)
  if (existsSync(folder)) return folder

  const unfinished = join(cache, `pytest-${process.pid}`)
  await rm(unfinished, { recursive: true, force: true })
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-compile']
  const exact = ['--no-deps', '--require-hashes', '--only-binary=:all:']
  await python([...pip, ...exact, '--target', unfinished, '-r', requirements])
  await rename(unfinished, folder)
  return folder
}
