import { cors } from 'hono/cors'
import * as z from 'zod'

/** Origins of web pages, separated by commas or spaces, or `*` for those of all. */
export const Origins = z
  .string()
  .transform((list) => list.split(/[\s,]+/).filter(Boolean))
  .pipe(
    z.array(
      z.string().refine((origin) => origin === '*' || URL.parse(origin)?.origin === origin, {
        error: 'expected origins such as https://chat.example.com, or *',
      }),
    ),
  )

/** Lets pages of these origins read the answers. Keys travel in a header, so no cookies are allowed for. */
export function allowOrigins(origins: readonly string[]) {
  return cors({
    origin: origins.includes('*') ? '*' : [...origins],
    allowMethods: ['GET', 'POST', 'DELETE'],
    exposeHeaders: [
      'x-request-id',
      'retry-after',
      'server-timing',
      'content-range',
      'www-authenticate',
    ],
    // Browsers ask again after at most this long, Chromium's own bound.
    maxAge: 7200,
  })
}
