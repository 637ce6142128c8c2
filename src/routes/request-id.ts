import { createMiddleware } from 'hono/factory'
import type { Variables } from './context.ts'

/** Gives every request a name, and every answer the name of its request. */
export const requestId = createMiddleware<{ Variables: Variables }>(async (c, next) => {
  const id = `req_${crypto.randomUUID().replaceAll('-', '')}`
  c.set('requestId', id)
  await next()
  c.res.headers.set('x-request-id', id)
})
