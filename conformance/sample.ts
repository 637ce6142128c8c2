import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { zipSync, type Zippable } from 'fflate'
import { plainSettings, type Part, type Runner } from './part.ts'
import type { Suite } from './suites.ts'

/** The fixed part of the suites that `npm test` runs: copies of upstream's files, and what native CPython made of them. */
export const sampleFolder = join(import.meta.dirname, 'sample')
/** What native CPython made of it, which `npm run record:native` writes. */
export const sampleRecord = join(sampleFolder, 'native.json')

/** The sample's suites; `tools` is the folder that has pytest. */
export async function sampleSuites(tools: string): Promise<Suite[]> {
  const packages = join(sampleFolder, 'packages')
  return [
    await suiteOf('cpython', { kind: 'unittest' }, await modulesOf('cpython/test', toModule), [
      ['cpython.zip', join(sampleFolder, 'cpython'), ''],
    ]),
    await suiteOf(
      'numpy',
      { kind: 'pytest', settings: plainSettings },
      await modulesOf('packages', (path) => path),
      [
        ['tools.zip', tools, 'site-packages/'],
        ['numpy.zip', packages, 'site-packages/'],
      ],
    ),
  ]
}

async function suiteOf(
  name: string,
  runner: Runner,
  modules: string[],
  zips: [name: string, folder: string, prefix: string][],
): Promise<Suite> {
  const part: Part = { name: 'sample', modules, zips: zips.map(([zip]) => zip) }
  return {
    name,
    runner,
    root: '',
    parts: [part],
    zips: new Map(zips.map(([zip, folder, prefix]) => [zip, () => pack(folder, prefix)])),
  }
}

/** Test files of a folder of the sample, as the runner wants them named. */
async function modulesOf(folder: string, name: (path: string) => string): Promise<string[]> {
  const files = await filesBelow(join(sampleFolder, folder))
  return files.filter((path) => /(^|\/)test_\w+\.py$/.test(path)).map((path) => name(path))
}

function toModule(path: string): string {
  return `test.${path.replace(/\.py$/, '').replaceAll('/', '.')}`
}

async function pack(folder: string, prefix: string): Promise<Uint8Array<ArrayBuffer>> {
  const files: Zippable = {}
  for (const path of await filesBelow(folder)) {
    files[prefix + path] = await readFile(join(folder, path))
  }
  return new Uint8Array(zipSync(files, { level: 1 }))
}

/** Of what pytest brings along, what the sample's tests do without: unpacking takes time. */
const needless = /\.pyc$|^_?hypothesis|^pygments\/lexers\/(?!__init__|_mapping|python|diff)/

/** Paths from the folder, with slashes. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !needless.test(path))
    .toSorted()
}
