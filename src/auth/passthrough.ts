import { ApiError } from '../errors.ts'
import { bearerKey } from './bearer.ts'
import { ownerOf } from './digest.ts'
import type { Door } from './door.ts'

/** Whether the upstream accepts a key. Rejects with `ApiError` when it cannot be asked. */
export type KeyCheck = (key: string, signal: AbortSignal) => Promise<boolean>

/** How long a key that the upstream has accepted is not asked about again. */
const TRUST_MS = 5 * 60_000
const MAX_TRUSTED = 1_000

/**
 * Lets in whoever brings a key, and leaves it to the upstream to judge it: by answering the request, or,
 * where this server answers by itself, by being asked first.
 */
export function passthroughDoor(upstreamAccepts: KeyCheck, now: () => number = Date.now): Door {
  const trustedUntil = new Map<string, number>()

  return {
    async admit(request, judge) {
      const key = bearerKey(request)
      const owner = await ownerOf(key)
      if (judge === 'here' && (trustedUntil.get(owner) ?? 0) < now()) {
        await ask(key, request.signal)
        if (trustedUntil.size >= MAX_TRUSTED) trustedUntil.clear()
        trustedUntil.set(owner, now() + TRUST_MS)
      }
      return { owner, key }
    },
  }

  async function ask(key: string, signal: AbortSignal): Promise<void> {
    if (!(await upstreamAccepts(key, signal))) {
      throw new ApiError('The model service does not know this API key.', {
        status: 401,
        code: 'invalid_api_key',
      })
    }
  }
}
