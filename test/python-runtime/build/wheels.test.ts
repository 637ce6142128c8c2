import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strFromU8 } from 'fflate'
import { afterEach, describe, expect, it } from 'vitest'
import { readWheels } from '../../../python-runtime/build/wheels.ts'
import type { Wheel } from '../../../python-runtime/build/wheels/wheel-file.ts'
import { writeLock } from '../../../python-runtime/build/wheels/write-lock.ts'
import { pyodideLock, tinyWheel } from '../../support/tiny-wheel.ts'

type Contents = Record<string, Uint8Array | string>

const wasm = 'cp314-cp314-pyemscripten_2026_0_wasm32'
const ours = tinyWheel('spam')
const theirs = tinyWheel('spam', { says: 'elsewhere' })

const cleanUps: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp()
})

describe('the wheels of the project', () => {
  it('are what their lock says', async () => {
    const wheels = await readWheels({ wheelsUrl: undefined })

    expect(wheels.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'numpy',
        'pandas',
        'matplotlib',
        'pillow',
        'kiwisolver',
        'contourpy',
      ]),
    )
    expect(paths(wheels)).toContain('numpy/__init__.py')
  })
})

describe('reading wheels', () => {
  it('puts files where they lie in site-packages, and leaves manual pages away', async () => {
    const folder = await lockedFolder({ [ours.file]: ours.bytes })

    const wheels = await readWheels({ folder, wheelsUrl: undefined })

    expect(wheels).toMatchObject([{ name: 'spam', version: '1.0' }])
    expect(paths(wheels)).toEqual(['spam.py', 'spam_more.py', 'spam-1.0.dist-info/METADATA'])
  })

  it('refuses a wheel whose bytes are others, with both hashes', async () => {
    const folder = await lockedFolder({ [ours.file]: ours.bytes })
    await writeFile(join(folder, ours.file), theirs.bytes)

    const reading = readWheels({ folder, wheelsUrl: undefined })

    await expect(reading).rejects.toThrow(
      `${ours.file} has the sha256 ${theirs.sha256}, but wheels.lock.json says ${ours.sha256}.`,
    )
  })

  it('refuses a folder with a wheel that is not in the lock', async () => {
    const folder = await lockedFolder({ [ours.file]: ours.bytes })
    const other = tinyWheel('eggs')
    await writeFile(join(folder, other.file), other.bytes)

    const reading = readWheels({ folder, wheelsUrl: undefined })

    await expect(reading).rejects.toThrow('eggs-1.0-py3-none-any.whl: not in wheels.lock.json')
  })
})

describe('PYTHON_WHEELS_URL', () => {
  it('may be a folder: its wheel is taken, and its hash told', async () => {
    const wheelsUrl = await folderOf({ [theirs.file]: theirs.bytes })

    const { origin, log } = await readSpam(wheelsUrl)

    expect(origin).toBe('elsewhere')
    expect(log).toEqual([
      `wheels: ${theirs.file} from PYTHON_WHEELS_URL, not verified by a lock: sha256 ${theirs.sha256}`,
    ])
  })

  it('may be a file: URL of a folder with a lock: its hash is verified', async () => {
    const folder = await folderOf({
      [theirs.file]: theirs.bytes,
      'pyodide-lock.json': pyodideLock(theirs),
    })

    const { origin, log } = await readSpam(pathToFileURL(folder).href)

    expect(origin).toBe('elsewhere')
    expect(log).toEqual([`wheels: ${theirs.file} from PYTHON_WHEELS_URL`])
  })

  it('may be an index on a server', async () => {
    const url = await serverOf({
      [`/full/${theirs.file}`]: theirs.bytes,
      '/full/pyodide-lock.json': pyodideLock(theirs),
    })

    expect(await readSpam(`${url}/full`)).toMatchObject({ origin: 'elsewhere' })
  })

  it('takes a compiled wheel for the ABI of the image', async () => {
    const compiled = tinyWheel('spam', { says: 'elsewhere', tag: wasm })
    const wheelsUrl = await folderOf({ [compiled.file]: compiled.bytes })

    expect(await readSpam(wheelsUrl)).toMatchObject({ origin: 'elsewhere' })
  })

  it('leaves a wheel for another ABI alone', async () => {
    const native = tinyWheel('spam', {
      says: 'elsewhere',
      tag: 'cp314-cp314-manylinux_2_28_x86_64',
    })
    const wheelsUrl = await folderOf({
      [native.file]: native.bytes,
      'pyodide-lock.json': pyodideLock(native),
    })

    expect(await readSpam(wheelsUrl)).toEqual({ origin: 'the project', log: [] })
  })

  it('leaves wheels of other names alone', async () => {
    const other = tinyWheel('eggs')
    const wheelsUrl = await folderOf({ [other.file]: other.bytes })

    expect(await readSpam(wheelsUrl)).toEqual({ origin: 'the project', log: [] })
  })

  it('refuses a wheel whose bytes are not those of the index', async () => {
    const url = await serverOf({
      [`/${theirs.file}`]: ours.bytes,
      '/pyodide-lock.json': pyodideLock(theirs),
    })

    await expect(readSpam(url)).rejects.toThrow(
      `${url}/${theirs.file} has the sha256 ${ours.sha256}, but pyodide-lock.json says ${theirs.sha256}.`,
    )
  })

  it('refuses a server that does not say which wheels it has', async () => {
    const url = await serverOf({ [`/${theirs.file}`]: theirs.bytes })

    await expect(readSpam(url)).rejects.toThrow(`There is no pyodide-lock.json at ${url}/`)
  })
})

describe('writing the lock', () => {
  it('writes the same for the same wheels', async () => {
    const folder = await folderOf({ [ours.file]: ours.bytes })

    expect(await writeLock(folder)).toEqual(await writeLock(folder))
    expect(await writeLock(folder)).toEqual([
      {
        name: 'spam',
        version: '1.0',
        file: 'spam-1.0-py3-none-any.whl',
        bytes: ours.bytes.length,
        sha256: ours.sha256,
        source: 'PyPI',
        license: 'MIT',
      },
    ])
  })

  it('asks for a license that the wheel does not name, once', async () => {
    const vague = tinyWheel('spam', { metadata: 'License: see the file' })
    const folder = await folderOf({ [vague.file]: vague.bytes })

    await expect(writeLock(folder)).rejects.toThrow('npm run wheels:lock -- spam=IDENTIFIER')
    await writeLock(folder, new Map([['spam', 'ISC']]))
    expect(await writeLock(folder)).toMatchObject([{ license: 'ISC' }])
  })

  it('names the script of the recipe that builds a wheel', async () => {
    const folder = await folderOf({ [ours.file]: ours.bytes })
    await mkdir(join(folder, 'recipe/inside'), { recursive: true })
    await writeFile(join(folder, 'recipe/inside/spam.sh'), '')

    expect(await writeLock(folder)).toMatchObject([{ source: 'recipe/inside/spam.sh' }])
  })
})

async function readSpam(wheelsUrl: string) {
  const folder = await lockedFolder({ [ours.file]: ours.bytes })
  const log: string[] = []
  const wheels = await readWheels({ folder, wheelsUrl, log: (line) => log.push(line) })
  const module = wheels[0]?.files.find(({ path }) => path === 'spam.py')
  return { origin: module && strFromU8(module.bytes).match(/"(.*)"/)?.[1], log }
}

function paths(wheels: Wheel[]): string[] {
  return wheels.flatMap(({ files }) => files.map(({ path }) => path))
}

async function lockedFolder(contents: Contents): Promise<string> {
  const folder = await folderOf(contents)
  await writeLock(folder)
  return folder
}

async function folderOf(contents: Contents): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wheels-'))
  cleanUps.push(() => rm(folder, { recursive: true }))
  for (const [name, content] of Object.entries(contents)) {
    await writeFile(join(folder, name), content)
  }
  return folder
}

async function serverOf(contents: Contents): Promise<string> {
  const server = createServer(({ url = '' }, response) => {
    const content = contents[url]
    response.writeHead(content === undefined ? 404 : 200).end(content)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cleanUps.push(() => new Promise((resolve) => server.close(resolve)))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('Not listening.')
  return `http://127.0.0.1:${address.port}`
}
