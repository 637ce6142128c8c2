import { randomBytes } from 'node:crypto'
import { ownerOf, sha256 } from '../src/auth/digest.ts'

/** A new key, the hash that lets it in, and its name in logs. Nothing of it is kept. */
export async function newKey(): Promise<{ key: string; hash: string; nameInLogs: string }> {
  const key = `oci-${randomBytes(32).toString('base64url')}`
  return { key, hash: await sha256(key), nameInLogs: (await ownerOf(key)).slice(0, 8) }
}
