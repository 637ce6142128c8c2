import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { unzipSync } from 'fflate'

/** Files of the image by their path from its root. */
export type Files = Map<string, Uint8Array>

export const standardLibrary = 'lib/python3.14'
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

/** Parts of packages for other tools: compilers, font editors, graphical windows, galleries. */
const droppedFolders = [
  'fontTools/merge',
  'fontTools/mtiLib',
  'fontTools/ufoLib',
  'fontTools/voltLib',
  'matplotlib/mpl-data/images',
  'matplotlib/mpl-data/plot_directive',
  'matplotlib/mpl-data/sample_data',
  'matplotlib/sphinxext',
  'numpy/_pyinstaller',
  'numpy/distutils',
  'numpy/f2py',
  'numpy/random/_examples',
  // `tzdata` has the same zones (PYTZ_TZDATADIR in the environment).
  'pytz/zoneinfo',
]

/** Files of packages that no program reads at run time. */
const droppedSuffixes = ['.pyi', '.pxd', '.h', '.c', '.a', '.lib', '.ipynb']

export async function standardLibraryFiles(zipPath: string): Promise<Files> {
  const files: Files = new Map()
  for (const [path, bytes] of Object.entries(unzipSync(await readFile(zipPath)))) {
    const [top = ''] = path.split('/')
    if (path.endsWith('/') || droppedModules.includes(top)) continue
    files.set(`${standardLibrary}/${path}`, bytes)
  }
  return files
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
  const isDropped = droppedFolders.some((folder) => path.startsWith(`${folder}/`))
  return (
    !inTests && !isRecord && !isDropped && !droppedSuffixes.some((suffix) => path.endsWith(suffix))
  )
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

/** Takes the extension modules out of the files, leaving empty ones for Python's finders to see. */
export function takeExtensions(files: Files): { name: string; bytes: Uint8Array }[] {
  const extensions = [...files]
    .filter(([path]) => path.endsWith('.so'))
    .map(([name, bytes]) => ({ name, bytes }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  for (const { name } of extensions) files.set(name, new Uint8Array(0))
  return extensions
}
