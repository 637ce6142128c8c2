import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'

/** What the image takes from a folder of wheels: `wheels.lock.json` in it. */
export const WheelLock = z.array(
  z.strictObject({
    name: z.string(),
    version: z.string(),
    file: z.string(),
    bytes: z.int().positive(),
    sha256: z.hash('sha256'),
    /** Where it comes from: `PyPI`, or the script of the recipe that builds it. */
    source: z.string(),
    /** An SPDX expression. */
    license: z.string(),
  }),
)
export type WheelLock = z.infer<typeof WheelLock>
export type LockedWheel = WheelLock[number]

export const lockName = 'wheels.lock.json'

export async function readLock(folder: string): Promise<WheelLock> {
  return WheelLock.parse(JSON.parse(await readFile(join(folder, lockName), 'utf8')))
}
