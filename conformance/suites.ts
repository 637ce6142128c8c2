import { glob, mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import type { NativePython } from '../scripts/native-python.ts'
import type { Part, Runner, Settings, Zips } from './part.ts'

/** Tests of one upstream, ready to be run on both sides. */
export interface Suite {
  name: string
  runner: Runner
  parts: readonly Part[]
  zips: Zips
}

interface Packages extends Partial<Settings> {
  /** Folders of packages, whose wheels for other machines have the tests in them. */
  packages: readonly string[]
}

const suites = {
  cpython: null,
  numpy: {
    packages: ['numpy'],
    testExtensions: [
      'numpy._core._multiarray_tests',
      'numpy._core._operand_flag_tests',
      'numpy._core._rational_tests',
      'numpy._core._struct_ufunc_tests',
      'numpy._core._umath_tests',
    ],
  },
  // Some of the data are not in the wheel.
  pandas: { packages: ['pandas'], options: ['--no-strict-data-files'] },
  matplotlib: { packages: ['matplotlib', 'mpl_toolkits'] },
  networkx: { packages: ['networkx'] },
  sympy: { packages: ['sympy'] },
  mpmath: { packages: ['mpmath'] },
} satisfies Record<string, Packages | null>

export const suiteNames = Object.keys(suites)

const bundle = join(import.meta.dirname, 'bundle.py')
/** A part has files of this many bytes, so that starting pytest is little beside running tests. */
const partBytes = 120_000
const Names = z.array(z.string())

/** Packs a suite's tests into `folder`; `tools` has pytest. Rejects for a name that is none. */
export async function prepareSuite(
  name: string,
  native: NativePython,
  tools: string,
  folder: string,
): Promise<Suite> {
  await mkdir(folder, { recursive: true })
  const row = Object.entries(suites).find(([key]) => key === name)
  if (row === undefined) throw new Error(`There is no suite ${name}, but ${suiteNames.join(', ')}.`)
  return row[1] === null ? prepareCpython(native, folder) : preparePackage(name, row[1])

  async function preparePackage(
    suite: string,
    { packages, options = [], testExtensions = [] }: Packages,
  ): Promise<Suite> {
    const zips = filesIn(folder, ['tools.zip', `${suite}.zip`])
    await native.run([bundle, 'tools', tools, join(folder, 'tools.zip')])
    await native.run([bundle, 'package', native.site, join(folder, `${suite}.zip`), ...packages])
    return {
      name: suite,
      runner: { kind: 'pytest', settings: { options, testExtensions } },
      parts: await partsOf(native.site, packages, [...zips.keys()]),
      zips,
    }
  }
}

async function prepareCpython(native: NativePython, folder: string): Promise<Suite> {
  const names = Names.parse(JSON.parse(await native.run([bundle, 'cpython', folder])))
  if (!names.includes('test_json')) {
    throw new Error('This Python has no tests; Debian has them in libpython3.14-testsuite.')
  }
  const zipNames = ['base.zip', ...names.map((name) => `${name}.zip`)]
  return {
    name: 'cpython',
    runner: { kind: 'unittest' },
    parts: names.map((name) => ({
      name,
      modules: [`test.${name}`],
      zips: ['base.zip', `${name}.zip`],
    })),
    zips: filesIn(folder, zipNames),
  }
}

function filesIn(folder: string, names: readonly string[]): Zips {
  return new Map(names.map((name) => [name, () => readFile(join(folder, name))]))
}

/** Test files in parts of about one size, none of them over two folders. */
async function partsOf(
  site: string,
  packages: readonly string[],
  zips: readonly string[],
): Promise<Part[]> {
  const pattern = packages.map((name) => `${name}/**/{test,tests}/**/test_*.py`)
  const files = (await Array.fromAsync(glob(pattern, { cwd: site }))).toSorted()
  const parts: { folder: string; bytes: number; modules: string[] }[] = []
  for (const file of files) {
    const folder = file.slice(0, file.lastIndexOf('/'))
    const { size } = await stat(join(site, file))
    const last = parts.at(-1)
    if (last && last.folder === folder && last.bytes + size <= partBytes) {
      last.bytes += size
      last.modules.push(file)
    } else parts.push({ folder, bytes: size, modules: [file] })
  }
  return parts.map(({ modules }) => ({ name: modules[0] ?? '', modules, zips }))
}
