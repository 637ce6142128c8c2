import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'

/** One package, with its files as they lie in `site-packages`. */
export interface Wheel {
  name: string
  version: string
  files: { path: string; bytes: Uint8Array }[]
}

/** What a wheel's file name says of it. */
export interface WheelName {
  name: string
  version: string
  tag: string
}

/** CPython 3.14 on the ABI of Pyodide 314, under both names that it has had, and Python without an ABI. */
const fittingTags = [
  'cp314-cp314-pyemscripten_2026_0_wasm32',
  'cp314-cp314-pyodide_2026_0_wasm32',
  'py3-none-any',
  'py2.py3-none-any',
]

export function readWheelName(file: string): WheelName {
  const [name, version, ...rest] = file.replace(/\.whl$/, '').split('-')
  // A build number may stand before the three parts of the tag.
  const tag = rest.slice(-3).join('-')
  if (!file.endsWith('.whl') || !name || !version || rest.length < 3) {
    throw new Error(`${file} is not named as a wheel: name-version-python-abi-platform.whl.`)
  }
  return { name: canonicalName(name), version, tag }
}

export function fits({ tag }: WheelName): boolean {
  return fittingTags.includes(tag)
}

/** The one spelling of a package's name, as the package index compares them. */
export function canonicalName(name: string): string {
  return name.replace(/[-_.]+/g, '-').toLowerCase()
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Installs a wheel: what lies in its data folder goes to its place, or away when a sandbox has no use for it. */
export function unpackWheel(file: string, bytes: Uint8Array): Wheel {
  const { name, version } = readWheelName(file)
  const files = Object.entries(unzipSync(bytes))
    .filter(([path]) => !path.endsWith('/'))
    .flatMap(([path, content]) => {
      const installed = installedPath(path)
      return installed === null ? [] : [{ path: installed, bytes: content }]
    })
  return { name, version, files }
}

/** Only modules of a `.data` folder are for `site-packages`; scripts, headers and manual pages are not. */
function installedPath(path: string): string | null {
  const [top = '', kind = '', ...rest] = path.split('/')
  if (!top.endsWith('.data')) return path
  return kind === 'purelib' || kind === 'platlib' ? rest.join('/') : null
}
