import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { unzipSync } from 'fflate'

/** Files of the image by their path from its root. */
export type Files = Map<string, Uint8Array>

const standardLibrary = 'lib/python3.14'
export const sitePackages = `${standardLibrary}/site-packages`

/**
 * Parts of the standard library that cannot work in a sandbox (other processes, graphics, installers) or
 * belong to Pyodide's bridge to JavaScript.
 */
const droppedModules = [
  '_pyodide',
  'pyodide',
  'pyodide_js',
  'ensurepip',
  'idlelib',
  'lib2to3',
  'tkinter',
  'turtle.py',
  'turtledemo',
  'venv',
  '__phello__',
  'test',
]

/** Parts of packages for other tools: compilers, font editors, galleries. */
const droppedPaths = [
  'fontTools/merge',
  'fontTools/mtiLib',
  'fontTools/ufoLib',
  'fontTools/varLib/avar',
  'fontTools/voltLib',
  'matplotlib/backends/qt_editor',
  'matplotlib/backends/web_backend',
  'matplotlib/mpl-data/images',
  'matplotlib/mpl-data/plot_directive',
  'matplotlib/mpl-data/sample_data',
  'matplotlib/sphinxext',
  // For other kinds of tables.
  'narwhals/_arrow',
  'narwhals/_dask',
  'narwhals/_duckdb',
  'narwhals/_ibis',
  'narwhals/_polars',
  'narwhals/_spark_like',
  'narwhals/_sql',
  'numpy/random/_examples',
  // Scripts for pages and notebooks: pages load them from Plotly's address.
  'plotly/labextension',
  'plotly/package_data/plotly.min.js',
  'plotly/package_data/widgetbundle.js',
  // Fonts, of which the image has others.
  'reportlab/fonts',
  'reportlab/graphics/samples',
  // Need the runtime of ANTLR, which is not in the image.
  'sympy/parsing/autolev',
  'sympy/parsing/latex/_antlr',
  // Overflows the compiler's stack.
  'sympy/polys/numberfields/resolvent_lookup.py',
]

/** Windows and notebooks, for which the sandbox has its own backend, and what compares font masters. */
const droppedFiles = [
  /^sympy\/plotting\/pygletplot\/(?!__init__)/,
  /^matplotlib\/backends\/(_?backend_(cairo|gtk|macosx|nbagg|qt|tk|webagg|wx)|qt_compat)/,
  /^fontTools\/varLib\/interpolat/,
]

/** Of Python's own prompt, what `help()` shows its pages with, and `pdb` its lines. */
const keptOfPrompt = /^_pyrepl\/(__init__|pager|trace|types|utils)\.py$/

/** Files of packages that no program reads at run time. */
const droppedSuffixes = ['.pyi', '.pxd', '.h', '.c', '.a', '.lib', '.ipynb']

/** The standard library of Pyodide; what lies in `folder` comes from CPython's own, and goes before. */
export async function standardLibraryFiles(zipPath: string, folder: string): Promise<Files> {
  const files: Files = new Map()
  for (const [path, bytes] of Object.entries(unzipSync(await readFile(zipPath)))) {
    const [top = ''] = path.split('/')
    if (path.endsWith('/') || droppedModules.includes(top)) continue
    if (top === '_pyrepl' && !keptOfPrompt.test(path)) continue
    files.set(`${standardLibrary}/${path}`, bytes)
  }
  return new Map([...files, ...(await folderFiles(folder, standardLibrary))])
}

/** Extension modules (`.so`) are left in; `extensions` takes them out. */
export function packageFiles(packages: { files: { path: string; bytes: Uint8Array }[] }[]): Files {
  const files: Files = new Map()
  for (const { path, bytes } of packages.flatMap((wheel) => wheel.files)) {
    if (isNeeded(path)) files.set(`${sitePackages}/${path}`, bytes)
  }
  return files
}

function isNeeded(path: string): boolean {
  const inTests = /(^|\/)(tests?|benchmarks)\//.test(path)
  const isRecord = path.endsWith('.dist-info/RECORD') || path.endsWith('.dist-info/WHEEL')
  const isDropped =
    droppedPaths.some((dropped) => path === dropped || path.startsWith(`${dropped}/`)) ||
    droppedFiles.some((pattern) => pattern.test(path)) ||
    droppedSuffixes.some((suffix) => path.endsWith(suffix))
  return !inTests && !isRecord && !isDropped
}

/** All files below a folder of this project, put at `target`. */
export async function folderFiles(folder: string, target: string): Promise<Files> {
  const files: Files = new Map()
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile() || path.includes('__pycache__')) continue
    files.set(`${target}/${relative(folder, path).split(sep).join('/')}`, await readFile(path))
  }
  return files
}

/** The fonts of the image, where a Debian has its own. */
export async function fontFiles(folder: string): Promise<Files> {
  const files = await folderFiles(folder, 'usr/share/fonts/truetype')
  return new Map([...files].filter(([path]) => path.endsWith('.ttf')))
}

/** Takes the extension modules out of the files, leaving empty ones for Python's finders to see. */
export function takeExtensions(files: Files): { name: string; bytes: Uint8Array }[] {
  const extensions = [...files]
    .filter(([path]) => path.endsWith('.so'))
    .map(([name, bytes]) => ({ name, bytes }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  for (const { name } of extensions) files.set(name, new Uint8Array(0))
  return extensions
}
