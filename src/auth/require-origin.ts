import { createMiddleware } from 'hono/factory'
import { ApiError } from '../errors.ts'
import { isLoopback } from './loopback.ts'

interface Origins {
  /** Those of pages that may ask; `*` is all. */
  corsOrigins: readonly string[]
  /** Where clients reach the server, if a proxy stands before it. */
  publicUrl: string | null
}

/**
 * Refuses what a page of another site asks for, also where its browser takes this server for a part of that site. Who
 * names no origin is no page.
 */
export function requireOrigin({ corsOrigins, publicUrl }: Origins) {
  const known = [...corsOrigins, publicUrl && URL.parse(publicUrl)?.origin]

  return createMiddleware(async (c, next) => {
    const origin = c.req.header('Origin')
    const isKnown =
      origin === undefined ||
      known.includes('*') ||
      known.includes(origin) ||
      origin === URL.parse(c.req.url)?.origin ||
      (isLoopback(origin) && isLoopback(c.req.url))
    if (!isKnown) {
      throw new ApiError(
        'This address does not answer to pages of this origin; its operator names those that may ask in CORS_ORIGINS.',
        { status: 403, code: 'origin_not_allowed' },
      )
    }
    await next()
  })
}
