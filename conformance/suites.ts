import { existsSync } from 'node:fs'
import { glob, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as z from 'zod'
import { science, type ImageName } from '../python-runtime/images.ts'
import type { NativePython } from '../scripts/native-python.ts'
import { plainSettings, type Part, type Runner, type Settings, type Zips } from './part.ts'

/** Tests of one upstream, ready to be run on both sides. */
export interface Suite {
  name: string
  runner: Runner
  /** The folder natively that files are named from. */
  root: string
  parts: readonly Part[]
  zips: Zips
}

interface Packages extends Partial<Settings> {
  /** Folders of packages, whose wheels for other machines have the tests in them. */
  packages: readonly string[]
  /** Folders of these whose tests are run; without, all are. */
  folders?: readonly string[]
  /** Folders of data that only the sources have, and that the tests ask for: empty, so that what needs none is run. */
  emptyFolders?: readonly string[]
}

interface SourceArchive extends Partial<Settings> {
  /** A package whose tests only its source archive has. */
  sdist: string
}

const suites: Record<string, Packages | SourceArchive | null> = {
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
    hookFunctions: ['get_fpu_mode'],
  },
  // Some of the data are not in the wheel.
  pandas: { packages: ['pandas'], options: ['--no-strict-data-files'] },
  matplotlib: {
    packages: ['matplotlib', 'mpl_toolkits'],
    emptyFolders: [
      'matplotlib/tests/baseline_images',
      'mpl_toolkits/axes_grid1/tests/baseline_images',
      'mpl_toolkits/axisartist/tests/baseline_images',
      'mpl_toolkits/mplot3d/tests/baseline_images',
    ],
  },
  networkx: { packages: ['networkx'] },
  sympy: { packages: ['sympy'] },
  mpmath: { packages: ['mpmath'] },
  pillow: { sdist: 'pillow', place: 'root' },
  scipy: {
    packages: ['scipy'],
    folders: [
      'scipy/integrate',
      'scipy/interpolate',
      'scipy/linalg',
      'scipy/ndimage',
      'scipy/optimize',
      'scipy/signal',
      'scipy/sparse',
      'scipy/spatial',
      'scipy/special',
      'scipy/stats',
    ],
    imports: ['scipy'],
    testExtensions: [
      'scipy._lib._test_ccallback',
      'scipy.integrate._test_multivariate',
      'scipy.ndimage._ctest',
      'scipy.ndimage._cytest',
      'scipy.special._test_internal',
    ],
  },
  sklearn: {
    packages: ['sklearn'],
    folders: [
      'sklearn/cluster',
      'sklearn/ensemble',
      'sklearn/linear_model',
      'sklearn/metrics',
      'sklearn/model_selection',
      'sklearn/preprocessing',
      'sklearn/tree',
    ],
    imports: ['sklearn'],
  },
  statsmodels: {
    packages: ['statsmodels'],
    folders: [
      'statsmodels/discrete',
      'statsmodels/duration',
      'statsmodels/formula',
      'statsmodels/genmod',
      'statsmodels/nonparametric',
      'statsmodels/regression',
      'statsmodels/robust',
      'statsmodels/stats',
      'statsmodels/tsa',
    ],
    imports: ['statsmodels'],
  },
}

export const suiteNames = Object.keys(suites)

/** The image that a suite's tests run in: the smallest that has what they import. */
export function imageOf(suite: string): ImageName {
  const { imports = [] } = suites[suite] ?? {}
  return imports.some((name) => science.modules.includes(name)) ? 'science' : 'standard'
}

const bundle = join(import.meta.dirname, 'bundle.py')
const sdists = join(import.meta.dirname, 'sdists.txt')
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
  if (row[1] === null) return prepareCpython(native, folder)
  const { options, testExtensions, hookFunctions, place, imports }: Settings = {
    ...plainSettings,
    ...row[1],
  }
  const settings = { options, testExtensions, hookFunctions, place, imports }
  await native.run([bundle, 'tools', tools, join(folder, 'tools.zip')])
  const prepared =
    'sdist' in row[1]
      ? await prepareArchive(row[1].sdist, native, folder)
      : await preparePackages(name, row[1], native, folder)
  return { name, runner: { kind: 'pytest', settings }, ...prepared }
}

type Prepared = Pick<Suite, 'root' | 'parts' | 'zips'>

async function preparePackages(
  name: string,
  { packages, folders = packages, emptyFolders = [] }: Packages,
  native: NativePython,
  folder: string,
): Promise<Prepared> {
  for (const empty of emptyFolders) {
    await mkdir(join(native.site, empty), { recursive: true })
    await writeFile(join(native.site, empty, '.empty'), '')
  }
  const zips = filesIn(folder, ['tools.zip', `${name}.zip`])
  await native.run([bundle, 'package', native.site, join(folder, `${name}.zip`), ...packages])
  const pattern = folders.map((path) => `${path}/**/{test,tests}/**/test_*.py`)
  const files = (await Array.fromAsync(glob(pattern, { cwd: native.site }))).toSorted()
  const parts = await partsOf(native.site, files)
  return {
    root: native.site,
    parts: parts.map((modules) => toPart(modules, [...zips.keys()])),
    zips,
  }
}

async function prepareArchive(
  name: string,
  native: NativePython,
  folder: string,
): Promise<Prepared> {
  const archive = await sourceArchive(name, native, folder)
  const unpacked = join(folder, archive.replace(/\.tar\.gz$/, ''))
  const files = Names.parse(
    JSON.parse(await native.run([bundle, 'sdist', join(folder, archive), folder])),
  )
  const shared = ['tools.zip', 'base.zip']
  const parts = await partsOf(unpacked, files)
  return {
    root: unpacked,
    parts: parts.map((modules) => toPart(modules, [...shared, ...modules.map(zipOf)])),
    zips: filesIn(folder, [...shared, ...files.map(zipOf)]),
  }
}

/** Fetches a package's source archive in the image's version, once, and gives its name in `folder`. */
async function sourceArchive(name: string, native: NativePython, folder: string): Promise<string> {
  const version = native.packages.find((one) => one.name === name)?.version
  const file = `${name}-${version}.tar.gz`
  if (!existsSync(join(folder, file))) {
    const pip = ['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--no-deps']
    const exact = ['--no-binary=:all:', '--require-hashes', '-r', sdists]
    await native.run([...pip, ...exact, '--dest', folder])
  }
  return file
}

function toPart(modules: readonly string[], zips: readonly string[]): Part {
  return { name: modules[0] ?? '', modules, zips }
}

function zipOf(file: string): string {
  return `${basename(file, '.py')}.zip`
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
    root: '',
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
async function partsOf(root: string, files: readonly string[]): Promise<string[][]> {
  const parts: { folder: string; bytes: number; modules: string[] }[] = []
  for (const file of files) {
    const folder = file.slice(0, file.lastIndexOf('/'))
    const { size } = await stat(join(root, file))
    const last = parts.at(-1)
    if (last && last.folder === folder && last.bytes + size <= partBytes) {
      last.bytes += size
      last.modules.push(file)
    } else parts.push({ folder, bytes: size, modules: [file] })
  }
  return parts.map(({ modules }) => modules)
}
