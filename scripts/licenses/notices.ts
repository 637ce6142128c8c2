import { glob, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import * as z from 'zod'

const project = join(import.meta.dirname, '../..')

/** The file that the playground serves. */
export const noticesFile = 'src/routes/playground/public/playground/third-party-notices.txt'

/** Something that others have made: what it is and the text of its license. */
interface Notice {
  name: string
  version: string | null
  license: string
  /** What is to be said beside the license. */
  note?: string
  texts: string[]
}

const NpmLock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
    }),
  ),
})

const WheelsLock = z.array(
  z.object({ name: z.string(), version: z.string(), file: z.string(), license: z.string() }),
)

const OF_PYODIDE = (
  version: string,
) => `Of Pyodide the server has \`python.wasm\`, which is a changed copy of \`pyodide.asm.wasm\`: extension modules of the
packages below are linked into it, and checks of time are put into its loops. All that changes it is in the folder
python-runtime/build of this project, and makes it anew by \`npm run build:python\`. The source of Pyodide itself is
https://github.com/pyodide/pyodide/tree/${version}, the package it is taken from https://www.npmjs.com/package/pyodide/v/${version}.`

/** All of it, as one text. It follows from the locks alone. */
export async function thirdPartyNotices(): Promise<string> {
  const notices = [
    ...(await npmPackages()),
    await cpython(),
    ...(await wheels()),
    ...(await fonts()),
  ]
  const head = `Third-party notices

This server is under the MIT license (LICENSE). What it serves and runs has parts by others, under these licenses. This
file is written by \`npm run notices\`.
`
  return [head, contents(notices), ...notices.map(section)].join('\n')
}

function contents(notices: readonly Notice[]): string {
  return notices.map((notice) => `- ${titleOf(notice)}\n`).join('')
}

function section(notice: Notice): string {
  const { note, texts } = notice
  const parts = [titleOf(notice), ...(note === undefined ? [] : [note]), ...texts]
  return `${'='.repeat(100)}\n${parts.map((part) => part.trim()).join('\n\n')}\n`
}

function titleOf({ name, version, license }: Notice): string {
  return `${[name, version].filter(Boolean).join(' ')} (${license})`
}

/** The packages that are a part of the Worker, or of the image that it loads. */
async function npmPackages(): Promise<Notice[]> {
  const { packages } = NpmLock.parse(JSON.parse(await read('package-lock.json')))
  const shipped = Object.entries(packages).filter(
    ([path, { dev, devOptional }]) =>
      path !== '' && !dev && !devOptional && !path.includes('@types/'),
  )
  return Promise.all(
    shipped.map(async ([path, { version = '', license = '' }]): Promise<Notice> => {
      const name = path.replace(/^.*node_modules\//, '')
      const isPyodide = name === 'pyodide'
      const files = await Array.fromAsync(glob(`${path}/LICEN[CS]E*`, { cwd: project }))
      const texts = isPyodide ? ['scripts/licenses/MPL-2.0.txt'] : files.toSorted()
      return {
        name,
        version,
        license,
        ...(isPyodide && { note: OF_PYODIDE(version) }),
        texts: await Promise.all(texts.map(read)),
      }
    }),
  )
}

/** Pyodide's core is CPython, compiled. */
async function cpython(): Promise<Notice> {
  return {
    name: 'CPython',
    version: '3.14',
    license: 'PSF-2.0',
    note: 'It is in Pyodide, with the libraries that its own license names and musl (MIT), and its standard library is beside it as bytecode.',
    texts: [await read('scripts/licenses/CPython.txt')],
  }
}

async function wheels(): Promise<Notice[]> {
  const folder = 'python-runtime/wheels'
  const lock = WheelsLock.parse(JSON.parse(await read(`${folder}/wheels.lock.json`)))
  return Promise.all(
    lock.map(async ({ name, version, license, file }) => {
      const entries = unzipSync(await readFile(join(project, folder, file)), {
        filter: (entry) => isLicense(entry.name),
      })
      const texts = Object.entries(entries)
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([path, bytes]) => `${path}:\n\n${strFromU8(bytes)}`)
      return { name, version, license, texts }
    }),
  )
}

function isLicense(path: string): boolean {
  const isNamedSo = /(?:^|\/)(?:licen[cs]e|copying|notice)[^/]*$/i.test(path)
  return (isNamedSo || /\.dist-info\/licenses\//.test(path)) && !/\.py$|\/$/.test(path)
}

/** By the words of the table in `docs/packages.md`. */
async function fonts(): Promise<Notice[]> {
  const files = await Array.fromAsync(glob('python-runtime/fonts/*.ttf', { cwd: project }))
  return Promise.all(
    files.toSorted().map(async (file) => {
      const license = basename(file).startsWith('Noto') ? 'OFL-1.1' : 'Apache-2.0'
      const note = 'Cut down to what charts need (python-runtime/fonts/subset.py).'
      return {
        name: basename(file, '.ttf'),
        version: null,
        license,
        note,
        texts: [await read(`python-runtime/fonts/LICENSE-${license}.txt`)],
      }
    }),
  )
}

function read(path: string): Promise<string> {
  return readFile(join(project, path), 'utf8')
}
