import type * as z from 'zod'
import { UploadFields } from '../read-upload.ts'
import { EXAMPLES } from './examples.ts'
import { refTo, toFields } from './schemas.ts'

const STATUSES = {
  BadRequest: 400,
  NotFound: 404,
  TooLarge: 413,
  OutOfRange: 416,
  UpstreamFailed: 502,
  Misconfigured: 503,
  OutOfTime: 504,
}

/** What can go wrong here, beside what can go wrong anywhere. */
export function failures(...names: (keyof typeof STATUSES)[]): Record<string, object> {
  const everywhere = { 401: 'Unauthorized', 403: 'Forbidden', 429: 'TooMany', 500: 'Bug' }
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

export function bytes() {
  return { '*/*': { schema: { type: 'string', contentEncoding: 'binary' } } }
}

export function parameter(place: 'query' | 'header' | 'path', name: string, schema: object) {
  return { in: place, name, required: place === 'path', schema }
}

export function idOf(what: 'file' | 'model') {
  return parameter('path', 'id', { type: 'string', examples: [EXAMPLES[what].id] })
}

export function queryParameters(schema: z.ZodObject) {
  return toFields(schema).map(([name, field]) => parameter('query', name, field))
}

export function uploadSchema() {
  const fields = toFields(UploadFields)
  return {
    type: 'object',
    properties: {
      file: { type: 'string', contentMediaType: 'application/octet-stream' },
      ...Object.fromEntries(fields.map(([name, field]) => [name, field])),
    },
    required: ['file', ...fields.flatMap(([name, , required]) => (required ? [name] : []))],
  }
}
