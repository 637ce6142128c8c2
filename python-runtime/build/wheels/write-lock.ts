import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { lockName, readLock, type LockedWheel } from './lock.ts'
import { readWheelName, sha256 } from './wheel-file.ts'

/** Licenses whose old-style `License` field is an SPDX identifier rather than prose. */
const plainLicenses = ['Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'MPL-2.0']

/**
 * Writes the lock of a folder anew from the wheels in it.
 *
 * Old METADATA does not name its license so that a program can read it. Then `licenses` does, by the
 * package's name, and after that the lock that was there before.
 */
export async function writeLock(
  folder: string,
  licenses: ReadonlyMap<string, string> = new Map(),
): Promise<LockedWheel[]> {
  const before = existsSync(join(folder, lockName)) ? await readLock(folder) : []
  const known = new Map([
    ...before.map(({ name, license }) => [name, license] as const),
    ...licenses,
  ])

  const files = (await readdir(folder)).filter((file) => file.endsWith('.whl')).toSorted()
  const lock: LockedWheel[] = []
  for (const file of files) {
    const bytes = await readFile(join(folder, file))
    const { name, version } = readWheelName(file)
    const license = licenses.get(name) ?? licenseOf(bytes) ?? known.get(name)
    if (!license) {
      throw new Error(
        `${file}: its METADATA names no license by its SPDX identifier. ` +
          `Read its license file and run \`npm run wheels:lock -- ${name}=IDENTIFIER\`.`,
      )
    }
    const source = sourceOf(folder, name)
    lock.push({ name, version, file, bytes: bytes.length, sha256: sha256(bytes), source, license })
  }
  await writeFile(join(folder, lockName), `${JSON.stringify(lock, null, 2)}\n`)
  return lock
}

function sourceOf(folder: string, name: string): string {
  const script = `recipe/inside/${name}.sh`
  return existsSync(join(folder, script)) ? script : 'PyPI'
}

function licenseOf(wheel: Uint8Array): string | undefined {
  const [metadata] = Object.values(
    unzipSync(wheel, { filter: ({ name }) => name.endsWith('.dist-info/METADATA') }),
  )
  const header = metadata ? (strFromU8(metadata).split(/\r?\n\r?\n/)[0] ?? '') : ''
  const expression = header.match(/^License-Expression: (.+?)\r?$/m)?.[1]
  const plain = header.match(/^License: (.+?)\r?$/m)?.[1]
  return expression ?? plainLicenses.find((license) => license === plain)
}
