import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { runNative } from '../conformance/run-native.ts'
import { sampleFolder, sampleRecord, sampleSuites } from '../conformance/sample.ts'
import { installTools } from '../conformance/tools.ts'
import { readProgram } from '../test/programs/read-program.ts'
import { NativeOutcome, recordProgram } from '../test/programs/record-program.ts'
import { nativePython, type NativePython } from './native-python.ts'
import { runTool, say } from './steps.ts'

// `npm run record:native`: asks native CPython what the tests in `test/python-runtime/guest` compare the sandbox with.
const folder = join(import.meta.dirname, '../test/python-runtime/guest/native')
const programs = join(import.meta.dirname, '../test/programs/science')
const Groups = z.record(z.string(), z.array(z.string()))
const Values = z.array(z.string())
const Failures = z.record(z.string(), z.string())

const native = await nativePython()
await record('imports', await imports(native))
await record('values', await values(native))
await write(sampleRecord, await sample(native))
await recordPrograms(native)

async function record(name: string, content: object): Promise<void> {
  await write(join(folder, `${name}.json`), { python: native.description, ...content })
}

async function write(path: string, content: object): Promise<void> {
  await writeFile(path, JSON.stringify(content, null, 2))
  await runTool('oxfmt', path)
  say(`recorded: ${path}`)
}

/** Every module, by the package that has it, and what the import of those says that cannot be imported. */
async function imports({ run, site, packages }: NativePython): Promise<object> {
  const program = await readFile(join(folder, 'import_all.py'), 'utf8')
  const groups = Groups.parse(JSON.parse(await run([join(folder, 'list_modules.py'), site])))
  const recorded: Record<string, object> = {}
  for (const [group, modules] of Object.entries(groups)) {
    const code = `${program}\nreport(${JSON.stringify(modules)})`
    // Without the place of the packages, which is another on each machine.
    const printed = (await run(['-c', code])).replaceAll(`${site}/`, '')
    recorded[group] = { modules, failures: Failures.parse(JSON.parse(printed)) }
  }
  return { packages, groups: recorded }
}

/** What each of the expressions is, in order. */
async function values({ run, packages }: NativePython): Promise<object> {
  const expressions = readExpressions(await readFile(join(folder, 'expressions.txt'), 'utf8'))
  const program = await readFile(join(folder, 'evaluate.py'), 'utf8')
  const printed = await run(['-'], {
    input: `${program}\nreport(${JSON.stringify(expressions)})`,
  })
  const shown = Values.parse(JSON.parse(printed))
  return { packages, values: expressions.map((expression, at) => [expression, shown[at]]) }
}

/** One in each line; a line that begins with `#` is a heading. */
function readExpressions(text: string): string[] {
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
}

/** What came of the tests of the sample, by suite. */
async function sample(python: NativePython): Promise<object> {
  const tools = await installTools(python.run)
  const paths = [join(sampleFolder, 'cpython'), python.site, tools]
  const outcomes: Record<string, object> = {}
  for (const { name, runner, parts } of await sampleSuites(tools)) {
    for (const part of parts)
      outcomes[name] = await runNative(part, runner, python, { root: python.site, paths })
  }
  return outcomes
}

/** What each program of `test/programs/science` prints, shows and leaves, but for those that must fail in a sandbox. */
async function recordPrograms({ run }: NativePython): Promise<void> {
  const runner = await readFile(join(folder, 'run_program.py'), 'utf8')
  // Otherwise joblib counts the machine's processors, and warns where it cannot.
  const env = { LOKY_MAX_CPU_COUNT: '1' }
  for (const name of await readdir(programs)) {
    const path = join(programs, name)
    const text = await readFile(path, 'utf8')
    const { code, expected } = readProgram(text)
    if (expected.error !== null) continue
    const input = `${runner}\nreport(${JSON.stringify(code)})`
    const outcome = NativeOutcome.parse(JSON.parse(await run(['-'], { input, env })))
    await writeFile(path, recordProgram(text, outcome))
    say(`recorded: ${path}`)
  }
}
