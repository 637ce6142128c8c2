import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL, URL } from 'node:url'
import * as z from 'zod'
import { canonicalName, fits, readWheelName, sha256 } from './wheel-file.ts'

/** A wheel from elsewhere that stands in for one of the project's own. */
interface OtherWheel {
  file: string
  bytes: Uint8Array
  /** Whether a lock at its source said what its bytes are. */
  verified: boolean
}

/** The wheel of that name, or null when the source has none whose tag fits. */
export type OtherSource = (name: string) => Promise<OtherWheel | null>

/** The part of Pyodide's lock that says where a package is. */
const PyodideLock = z.object({
  packages: z.record(
    z.string(),
    z.object({ name: z.string(), file_name: z.string(), sha256: z.hash('sha256') }),
  ),
})

/** Wheels from a folder or an index: a path, or a `file:`, `http:` or `https:` URL. */
export async function otherSource(location: string): Promise<OtherSource> {
  const base = folderUrl(location)
  const lock = await readBytes(new URL('pyodide-lock.json', base))
  if (lock) return lockedSource(base, PyodideLock.parse(JSON.parse(new TextDecoder().decode(lock))))
  if (base.protocol === 'file:') return plainFolder(fileURLToPath(base))
  throw new Error(`There is no pyodide-lock.json at ${base.href} that says which wheels are there.`)
}

function lockedSource(base: URL, { packages }: z.infer<typeof PyodideLock>): OtherSource {
  const byName = new Map(Object.values(packages).map((entry) => [canonicalName(entry.name), entry]))
  return async (name) => {
    const entry = byName.get(name)
    const url = entry && new URL(entry.file_name, base)
    const file = url?.pathname.split('/').at(-1)
    if (!entry || !url || !file?.endsWith('.whl') || !fits(readWheelName(file))) return null

    const bytes = await readBytes(url)
    if (!bytes) throw new Error(`${url.href} is in pyodide-lock.json, and is not there.`)
    const found = sha256(bytes)
    if (found !== entry.sha256) {
      throw new Error(
        `${url.href} has the sha256 ${found}, but pyodide-lock.json says ${entry.sha256}.`,
      )
    }
    return { file, bytes, verified: true }
  }
}

async function plainFolder(folder: string): Promise<OtherSource> {
  const wheels = (await readdir(folder)).filter((file) => file.endsWith('.whl')).toSorted()
  return async (name) => {
    const matching = wheels.filter((file) => {
      const wheel = readWheelName(file)
      return wheel.name === name && fits(wheel)
    })
    if (matching.length > 1) {
      throw new Error(`${folder} has more than one wheel for ${name}: ${matching.join(', ')}.`)
    }
    const [file] = matching
    return file ? { file, bytes: await readFile(join(folder, file)), verified: false } : null
  }
}

function folderUrl(location: string): URL {
  const url = /^(https?|file):/.test(location)
    ? new URL(location)
    : pathToFileURL(resolve(location))
  if (!url.pathname.endsWith('/')) url.pathname += '/'
  return url
}

/** The bytes at a URL, or null when there is nothing. */
async function readBytes(url: URL): Promise<Uint8Array | null> {
  if (url.protocol === 'file:') {
    return readFile(url).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
      throw error
    })
  }
  const response = await fetch(url.href)
  if (response.status === 404) return null
  if (!response.ok) throw new Error(`${url.href} answers with status ${response.status}.`)
  return response.bytes()
}
