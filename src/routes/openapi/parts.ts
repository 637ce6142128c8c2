import type * as z from 'zod'
import { toFields } from '../../protocols/openapi/schemas.ts'
import { type ContainerUploadFields, UploadFields } from '../read-upload.ts'
import { EXAMPLES } from './examples.ts'

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
