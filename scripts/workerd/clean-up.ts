import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const hourMs = 3_600_000

/** Deletes what has expired, again and again until `signal` says that it is enough. */
export async function cleanUp(
  files: string,
  ttlSeconds: number,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const count = await deleteExpired(files, ttlSeconds)
      if (count > 0) say(`files: ${count} had expired and are deleted`)
    } catch (error) {
      say(`files: ${error instanceof Error ? error.message : String(error)}`)
    }
    await sleep(hourMs, undefined, { signal, ref: false }).catch(() => undefined)
  }
}

/** Deletes all files of a folder that were written longer ago, and tells how many. */
export async function deleteExpired(files: string, ttlSeconds: number): Promise<number> {
  const before = Date.now() - ttlSeconds * 1000
  let count = 0
  for (const entry of await readdir(files, { withFileTypes: true, recursive: true })) {
    // The secret of links stays.
    if (!entry.isFile() || entry.name.startsWith('.')) continue
    const path = join(entry.parentPath, entry.name)
    // Another server may be faster, and has deleted it then.
    const written = await stat(path).catch(() => null)
    if (written === null || written.mtimeMs >= before) continue
    await rm(path, { force: true })
    count++
  }
  return count
}
