import { createMiddleware } from 'hono/factory'
import type { Caller, Door, Judge } from './door.ts'
import { countRequest, type RateLimiter } from './rate-limit.ts'

export interface CallerVariables {
  caller: Caller
}

interface Gate {
  door: Door
  rateLimiter: RateLimiter
}

/** More than this is not read for someone whom only the upstream would turn away. */
const MAX_UNJUDGED_BYTES = 1024 * 1024

/** Lets a request on only when the door admits it and it is not one too many, and says who sent it. */
export function requireCaller({ door, rateLimiter }: Gate, judge: Judge) {
  return createMiddleware<{ Variables: CallerVariables }>(async (c, next) => {
    const request = c.req.raw
    const caller = await door.admit(request, mayBeLarge(request) ? 'here' : judge)
    c.set('caller', caller)
    await countRequest(rateLimiter, caller.owner)
    await next()
  })
}

function mayBeLarge({ body, headers }: Request): boolean {
  const length = headers.get('content-length')
  return body !== null && (length === null || Number(length) > MAX_UNJUDGED_BYTES)
}
