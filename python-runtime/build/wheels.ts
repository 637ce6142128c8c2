import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lockName, readLock, type LockedWheel } from './wheels/lock.ts'
import { otherSource } from './wheels/other-source.ts'
import { sha256, unpackWheel, type Wheel } from './wheels/wheel-file.ts'

interface WheelSources {
  /** Holds the wheels and their lock. */
  folder: string
  /** An index or a folder whose wheels are taken in place of those of the same name. */
  wheelsUrl: string | undefined
  log: (line: string) => void
}

/** The project's own wheels, or those of `PYTHON_WHEELS_URL` in their place. */
const ownSources: WheelSources = {
  folder: join(import.meta.dirname, '../wheels'),
  wheelsUrl: process.env['PYTHON_WHEELS_URL'],
  log: (line) => process.stdout.write(`${line}\n`),
}

/**
 * The Python packages of the image. Every wheel is what a lock says it is; the one exception, a wheel
 * from a folder that has no lock, is told to `log` with its hash.
 */
export async function readWheels(sources: Partial<WheelSources> = {}): Promise<Wheel[]> {
  const { folder, wheelsUrl, log } = { ...ownSources, ...sources }
  const lock = await readLock(folder)
  await refuseUnlocked(folder, lock)
  const other = wheelsUrl ? await otherSource(wheelsUrl) : null

  const wheels: Wheel[] = []
  for (const locked of lock) {
    const replacement = await other?.(locked.name)
    if (replacement) {
      const { file, bytes, verified } = replacement
      const note = verified ? '' : `, not verified by a lock: sha256 ${sha256(bytes)}`
      log(`wheels: ${file} from PYTHON_WHEELS_URL${note}`)
      wheels.push(unpackWheel(file, bytes))
    } else {
      wheels.push(unpackWheel(locked.file, await readVerified(folder, locked)))
    }
  }
  return wheels
}

async function readVerified(folder: string, locked: LockedWheel): Promise<Uint8Array> {
  const bytes = await readFile(join(folder, locked.file))
  const found = sha256(bytes)
  if (found !== locked.sha256) {
    throw new Error(
      `${locked.file} has the sha256 ${found}, but ${lockName} says ${locked.sha256}. ` +
        'If the new file is meant, run `npm run wheels:lock`.',
    )
  }
  return bytes
}

/** A wheel that was put there and forgotten in the lock would silently not be in the image. */
async function refuseUnlocked(folder: string, lock: LockedWheel[]): Promise<void> {
  const locked = new Set(lock.map(({ file }) => file))
  const wheels = (await readdir(folder)).filter((file) => file.endsWith('.whl'))
  const unlocked = wheels.filter((file) => !locked.has(file))
  if (unlocked.length > 0) {
    throw new Error(`${unlocked.join(', ')}: not in ${lockName}. Run \`npm run wheels:lock\`.`)
  }
}
