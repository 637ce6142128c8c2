import * as z from 'zod'
import { ApiError } from '../errors.ts'
import { bearerKey, CHALLENGE } from './bearer.ts'
import { ownerOf, sha256 } from './digest.ts'
import type { Door } from './door.ts'

/** SHA-256 hashes of keys in hexadecimal, separated by commas or spaces. */
export const KeyHashes = z
  .string()
  .transform((list) =>
    list
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
  )
  .pipe(
    z.array(z.string().regex(/^[0-9a-f]{64}$/, 'expected SHA-256 hashes in hexadecimal')).min(1),
  )

/** Lets in whoever presents a key that hashes to one of `hashes`, in time that does not depend on which. */
export function keysDoor(hashes: readonly string[]): Door {
  return {
    async admit(request) {
      const key = bearerKey(request)
      const presented = await sha256(key)
      const known = hashes.reduce((found, hash) => isEqual(hash, presented) || found, false)
      if (!known) {
        throw new ApiError('The API key is not one of this server.', {
          status: 401,
          code: 'invalid_api_key',
          headers: CHALLENGE,
        })
      }
      return { owner: await ownerOf(key), key: null }
    },
  }
}

function isEqual(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let index = 0; index < a.length; index++) {
    difference |= a.charCodeAt(index) ^ b.charCodeAt(index)
  }
  return difference === 0
}
