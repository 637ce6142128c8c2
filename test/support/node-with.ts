import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { moveOnce } from './move-once.ts'

const run = promisify(execFile)
const cache = join(import.meta.dirname, '../../node_modules/.cache')

/** Installs packages (`name@version`) once, and returns the folder in which programs find them. */
export async function nodeWith(...packages: string[]): Promise<string> {
  const folder = join(cache, `node-${packages.join('-').replaceAll('/', '+')}`)
  if (!existsSync(folder)) {
    const unfinished = join(cache, `node-${process.pid}`)
    await rm(unfinished, { recursive: true, force: true })
    await mkdir(unfinished, { recursive: true })
    await writeFile(join(unfinished, 'package.json'), '{"private":true,"type":"module"}')
    const quietly = ['--no-audit', '--no-fund', '--no-progress', '--ignore-scripts']
    await run('npm', ['install', '--save-exact', ...quietly, ...packages], { cwd: unfinished })
    await moveOnce(unfinished, folder)
  }
  return folder
}
