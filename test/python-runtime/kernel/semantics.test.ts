import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { py } from '../../support/py.ts'
import { python } from './python.ts'

const folder = join(import.meta.dirname, 'semantics')
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.py'))
  .map((name) => ({ name, source: readFileSync(join(folder, name), 'utf8') }))

/** Python's own idea of files, pipes and clocks, on the kernel. The same tests pass on Linux. */
describe.each(sources.filter(({ name }) => name !== 'support.py'))('$name', ({ name, source }) => {
  let interpreter: Awaited<ReturnType<typeof python>>

  beforeAll(async () => {
    interpreter = await python()
    for (const file of sources) {
      interpreter.kernel.writeFile(`/tests/${file.name}`, new TextEncoder().encode(file.source))
    }
    await interpreter.run('import os, sys, tempfile; sys.path.insert(0, "/tests")')
  })

  const tests = [...source.matchAll(/^def (test_(\w+))/gm)].map(([, test = '', words = '']) => ({
    test,
    sentence: words.replaceAll('_', ' '),
  }))

  it.each(tests)('$sentence', async ({ test }) => {
    const code = py`
      os.chdir(tempfile.mkdtemp())
      import ${name.replace('.py', '')} as tests
      tests.${test}()
    `
    await expect(interpreter.run(code)).resolves.toBe('')
  })
})
