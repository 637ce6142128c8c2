import { refTo } from './schemas.ts'

const STATUSES = {
  BadRequest: 400,
  NotFound: 404,
  TooLarge: 413,
  OutOfRange: 416,
  UpstreamFailed: 502,
  OutOfTime: 504,
}

/** How answers are streamed. */
export const STREAMS = 'With `stream`, server-sent events; comments keep a silent connection alive.'

/** What can go wrong here, beside what can go wrong anywhere. */
export function failures(...names: (keyof typeof STATUSES)[]): Record<string, object> {
  const everywhere = {
    401: 'Unauthorized',
    403: 'Forbidden',
    429: 'TooMany',
    500: 'Bug',
    503: 'Unavailable',
  }
  const here = Object.fromEntries(names.map((name) => [STATUSES[name], name]))
  const entries = Object.entries({ ...everywhere, ...here })
  return Object.fromEntries(
    entries.map(([status, name]) => [status, { $ref: `#/components/responses/${name}` }]),
  )
}

export function json(schema: string, example: object) {
  return { 'application/json': { schema: { $ref: refTo(schema) }, example } }
}

export function jsonBody(schema: string, examples: object) {
  return {
    required: true,
    content: { 'application/json': { schema: { $ref: refTo(schema) }, examples } },
  }
}

/** Server-sent events; `schema` is that of the JSON in their data. */
export function eventStream(example: string, schema?: string) {
  const contentSchema = schema && { contentSchema: { $ref: refTo(schema) } }
  return { 'text/event-stream': { schema: { type: 'string', ...contentSchema }, example } }
}
