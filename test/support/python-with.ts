import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { moveOnce } from './move-once.ts'

const run = promisify(execFile)

/** What stands for the clients of others: OpenAI's SDK, and a command line that is built on it. */
export const openaiClients = ['openai==3.57.0', 'llm==0.36']

const cache = join(import.meta.dirname, '../../node_modules/.cache')

/** Installs packages (`name==version`) once, and returns the Python that has them as modules. */
export async function pythonWith(...packages: string[]): Promise<string> {
  const folder = join(cache, `python-${packages.join('-')}`)
  if (!existsSync(folder)) {
    const unfinished = join(cache, `python-${process.pid}`)
    await mkdir(cache, { recursive: true })
    await rm(unfinished, { recursive: true, force: true })
    await run('python3', ['-m', 'venv', unfinished])
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check']
    await run(join(unfinished, 'bin/python'), [...pip, ...packages])
    await moveOnce(unfinished, folder)
  }
  return join(folder, 'bin/python')
}
