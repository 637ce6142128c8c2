import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'

/** Gives a folder its place, or throws it away where another has taken it: two tests may install the same at once. */
export async function moveOnce(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if (!existsSync(to)) throw error
    await rm(from, { recursive: true, force: true })
  }
}
