import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ensureBrowser } from './browser.ts'
import { ensureImage } from './image.ts'
import { say } from './steps.ts'

// `npm test [-- argument…]`: every test but the attacks of `test/hostile`; the arguments are vitest's.
const vitest = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs')

await ensureImage(say)
const tests = spawn(
  process.execPath,
  [vitest, 'run', '--project=!hostile', ...(await browserArgs()), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => tests.kill(signal))
const [code] = await once(tests, 'exit')
process.exitCode = code ?? 1

/** Where there is no browser and none may be installed, the tests of the page are left out, and it is said. */
async function browserArgs(): Promise<string[]> {
  try {
    await ensureBrowser()
    return []
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    say(`browser: ${reason} Without it the tests of the playground are left out.`)
    return ['--exclude', 'test/playground/**']
  }
}
