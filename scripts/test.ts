import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ensureImage } from './image.ts'

// `npm test [-- argument…]`: every test; the arguments are vitest's.
const vitest = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs')

await ensureImage((line) => process.stdout.write(`${line}\n`))
const tests = spawn(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => tests.kill(signal))
const [code] = await once(tests, 'exit')
process.exitCode = code ?? 1
