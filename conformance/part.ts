import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What is run at once: a few modules of a suite. */
export interface Part {
  name: string
  /** Names for `unittest`, or paths from the folder of packages for pytest. */
  modules: readonly string[]
  /** ZIP files that are unpacked into `/lib/python3.14`, by name. */
  zips: readonly string[]
}

/** ZIP files by name. */
export type Zips = ReadonlyMap<string, () => Promise<Uint8Array<ArrayBuffer>>>

/** How a suite's tests are run. */
export type Runner = { kind: 'unittest' } | { kind: 'pytest'; settings: Settings }

/** What `guest/run_pytest.py` is told. */
export interface Settings {
  /** Of the command line. */
  options: readonly string[]
  /** C extensions that only tests use; the image has none of them, so what calls them is skipped. */
  testExtensions: readonly string[]
  /** Of these extensions, functions that hooks of pytest call and not tests: they give `None`. */
  hookFunctions: readonly string[]
  /** Where they run: in the folder that they are named from, if they read data by names from there. */
  place: 'root' | 'empty'
  /** Modules that the program imports where it begins: a sandbox is of the image that has what its program imports. */
  imports: readonly string[]
}

/** What holds for a suite that asks for nothing else. */
export const plainSettings: Settings = {
  options: [],
  testExtensions: [],
  hookFunctions: [],
  place: 'empty',
  imports: [],
}

const folder = join(import.meta.dirname, 'guest')
const source = (name: string) => readFile(join(folder, name), 'utf8')

/** The program that runs a part but for its first `done` tests, where `root` is the folder of packages. */
export async function programOf(
  part: Part,
  runner: Runner,
  { root, done, isHere }: { root: string; done: number; isHere: boolean },
): Promise<string> {
  return [
    'import sys, types',
    ...(isHere ? importsOf(runner) : []),
    `sys.modules['outcomes'] = outcomes = types.ModuleType('outcomes')`,
    `exec(${py(await source('outcomes.py'))}, outcomes.__dict__)`,
    ...(isHere ? [await source('unpack.py'), `unpack(${py(part.zips)})`] : []),
    ...(await runnerOf(part, runner, root, done)),
  ].join('\n')
}

function importsOf(runner: Runner): string[] {
  return runner.kind === 'pytest' ? runner.settings.imports.map((name) => `import ${name}`) : []
}

async function runnerOf(part: Part, runner: Runner, root: string, done: number): Promise<string[]> {
  switch (runner.kind) {
    case 'unittest':
      return [await source('run_unittest.py'), `run(${py(part.modules)}, ${done})`]
    case 'pytest': {
      const call = [root, part.modules, done, runner.settings].map((value) => py(value))
      return [await source('run_pytest.py'), `run(${call.join(', ')})`]
    }
  }
}

/** JSON's strings, numbers, lists and objects are Python's too. */
function py(value: string | number | object): string {
  return JSON.stringify(value)
}
