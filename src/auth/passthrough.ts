import { ApiError } from '../errors.ts'
import { bearerKey, CHALLENGE } from './bearer.ts'
import { ownerOf } from './digest.ts'
import type { Door } from './door.ts'

/** What a service says to a key: that it is one, that it is none, or nothing of the kind. */
export type Verdict = 'yes' | 'no' | 'unclear'

/** Asks the upstream about a key. Rejects with `ApiError` when it cannot be asked. */
export type KeyCheck = (key: string, signal: AbortSignal) => Promise<Verdict>

/** How long a key that the upstream has accepted is not asked about again. */
const TRUST_MS = 5 * 60_000
const MAX_TRUSTED = 1_000

/**
 * Lets in whoever brings a key, and leaves it to the upstream to judge it: by answering the request, or, where this
 * server answers by itself, by being asked first. Only a yes is one, and only of a service that says no to a key that
 * nobody has.
 */
export function passthroughDoor(check: KeyCheck, now: () => number = Date.now): Door {
  const trustedUntil = new Map<string, number>()

  return {
    async admit(request, judge) {
      const key = bearerKey(request)
      const owner = await ownerOf(key)
      if (judge === 'here' && !isTrusted(owner)) {
        await ask(key, request.signal)
        trust(owner)
      }
      return { owner, key }
    },
  }

  function isTrusted(owner: string): boolean {
    return (trustedUntil.get(owner) ?? -Infinity) >= now()
  }

  function trust(owner: string): void {
    if (trustedUntil.size >= MAX_TRUSTED) trustedUntil.clear()
    trustedUntil.set(owner, now() + TRUST_MS)
  }

  async function ask(key: string, signal: AbortSignal): Promise<void> {
    const verdict = await check(key, signal)
    if (verdict === 'no') throw unknownKey()
    if (verdict === 'unclear') throw unclear()
    if (isTrusted(DISTINGUISHES)) return
    if ((await check(`nobody-${crypto.randomUUID()}`, signal)) !== 'no') throw acceptsAnything()
    trust(DISTINGUISHES)
  }
}

/** Stands beside the owners for the service itself: that it tells keys apart. */
const DISTINGUISHES = 'the service'

function unknownKey(): ApiError {
  return new ApiError('The model service does not know this API key.', {
    status: 401,
    code: 'invalid_api_key',
    headers: CHALLENGE,
  })
}

function unclear(): ApiError {
  return new ApiError('The model service does not say that this API key is a valid one.', {
    status: 403,
    code: 'key_not_verified',
  })
}

function acceptsAnything(): ApiError {
  return new ApiError(
    'The model service accepts any API key, so that it cannot tell who may come in: its operator sets AUTH to `keys`.',
    { status: 403, code: 'key_not_verified' },
  )
}
