import type * as z from 'zod'
import { failures } from '../../protocols/openapi/parts.ts'
import { toFields } from '../../protocols/openapi/schemas.ts'
import { type ContainerUploadFields, UploadFields } from '../read-upload.ts'
import { EXAMPLES } from './examples.ts'

export function parameter(place: 'query' | 'header' | 'path', name: string, schema: object) {
  return { in: place, name, required: place === 'path', schema }
}

/** Asks for a part of a file. */
export const RANGE = parameter('header', 'Range', { type: 'string', examples: ['bytes=0-1023'] })

/** What comes when a file is read, whole or in part. */
export function contentAnswers() {
  const content = { '*/*': { schema: { type: 'string', contentEncoding: 'binary' } } }
  return {
    200: { description: 'The bytes.', content },
    206: {
      description: 'The bytes asked for.',
      headers: { 'content-range': { schema: { type: 'string' } } },
      content,
    },
    ...failures('NotFound', 'OutOfRange'),
  }
}

export function idOf(what: 'file' | 'model') {
  return parameter('path', 'id', { type: 'string', examples: [EXAMPLES[what].id] })
}

export function queryParameters(schema: z.ZodObject) {
  return toFields(schema).map(([name, field, required]) => ({
    ...parameter('query', name, field),
    required,
  }))
}

/** A part of a path that is an id. */
export function idIn(name: string, example: string) {
  return parameter('path', name, { type: 'string', examples: [example] })
}

export function includeParameter() {
  return parameter('query', 'include[]', { type: 'array', items: { type: 'string' } })
}

export function uploadSchema(
  schema: typeof UploadFields | typeof ContainerUploadFields = UploadFields,
) {
  const fields = toFields(schema)
  return {
    type: 'object',
    properties: {
      file: { type: 'string', contentMediaType: 'application/octet-stream' },
      ...Object.fromEntries(fields.map(([name, field]) => [name, field])),
    },
    required: ['file', ...fields.flatMap(([name, , required]) => (required ? [name] : []))],
  }
}
