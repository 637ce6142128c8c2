import { mimeTypeOf, safeName } from './file-name.ts'
import type { FileDetails, Intake, NewFile, StoredFile } from './store.ts'

/** What every store notes of a file that it keeps from `now` on, and never for longer than `mostSeconds`. */
export function noteOf(
  { name: givenName, purpose, ttlSeconds }: FileDetails,
  now: number,
  mostSeconds: number,
): Omit<StoredFile, 'id' | 'bytes'> {
  const name = safeName(givenName)
  const createdAt = Math.floor(now / 1000)
  const expiresAt = createdAt + Math.min(ttlSeconds ?? mostSeconds, mostSeconds)
  return { name, mimeType: mimeTypeOf(name), purpose, createdAt, expiresAt }
}

/** Keeps a file that comes in one piece. */
export async function keepWhole(
  intake: Intake,
  { content, ...details }: NewFile,
): Promise<StoredFile> {
  try {
    await intake.write(content)
    return await intake.keep(details)
  } catch (error) {
    // Why it failed says more than why nothing is left of it.
    await intake.drop().catch(() => {})
    throw error
  }
}
