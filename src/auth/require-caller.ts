import { createMiddleware } from 'hono/factory'
import type { Caller, Door, Judge } from './door.ts'

export interface CallerVariables {
  caller: Caller
}

/** Lets a request on only when the door admits it, and says who sent it. */
export function requireCaller(door: Door, judge: Judge) {
  return createMiddleware<{ Variables: CallerVariables }>(async (c, next) => {
    c.set('caller', await door.admit(c.req.raw, judge))
    await next()
  })
}
