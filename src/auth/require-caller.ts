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

/** Lets a request on only when the door admits it and it is not one too many, and says who sent it. */
export function requireCaller({ door, rateLimiter }: Gate, judge: Judge) {
  return createMiddleware<{ Variables: CallerVariables }>(async (c, next) => {
    const caller = await door.admit(c.req.raw, judge)
    c.set('caller', caller)
    await countRequest(rateLimiter, caller.owner)
    await next()
  })
}
