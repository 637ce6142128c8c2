import type * as z from 'zod'
import { ApiError } from '../errors.ts'
import { JsonTooLarge, readJson as readBounded } from '../json.ts'

/** The request body as `schema` understands it, or the 400 a client can act on. */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.infer<Schema>> {
  return readValue(await readBody(request), schema)
}

/** The same for a body that was read before. */
export function readValue<Schema extends z.ZodType>(
  value: unknown,
  schema: Schema,
): z.infer<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) {
    return parsed.data
  }
  throw toApiError(parsed.error)
}

/** The JSON of a request body, of bounded weight and depth. @throws ApiError 400 or 413 */
export async function readBody(request: Request): Promise<unknown> {
  const bytes = new Uint8Array(await request.arrayBuffer())
  try {
    return readBounded(bytes)
  } catch (cause) {
    if (cause instanceof JsonTooLarge) {
      throw new ApiError(`The request body is not one to read: ${cause.message}.`, {
        status: 413,
        code: 'request_too_large',
        cause,
      })
    }
    throw new ApiError('The request body is not valid JSON; expected an object.', {
      status: 400,
      code: 'invalid_json',
      cause,
    })
  }
}

function toApiError(error: z.ZodError): ApiError {
  const { path, message, code } = problemOf(error.issues[0])
  const param = toParam(path)
  const about = param === '' ? 'request body' : `'${param}'`
  return new ApiError(`Invalid ${about}: ${message}.`, { status: 400, code, param: param || null })
}

interface Problem {
  path: readonly PropertyKey[]
  message: string
  code: string
}

function problemOf(issue: z.core.$ZodIssue | undefined): Problem {
  const inner = issue?.code === 'invalid_union' ? problemWithin(issue) : null
  if (inner) return inner
  if (issue?.code === 'unrecognized_keys') {
    const path = [...issue.path, ...issue.keys.slice(0, 1)]
    return { path, message: 'there is no such parameter', code: 'unknown_parameter' }
  }
  const { path = [], message = 'not as expected' } = issue ?? {}
  if (message.endsWith('received undefined')) {
    const expected = message.replace(/^Invalid input: |, received undefined$/g, '')
    return { path, message: `it is missing; ${expected}`, code: 'missing_required_parameter' }
  }
  return { path, message: message.replace(/^Invalid input: /, ''), code: 'invalid_value' }
}

/** What is wrong within a value that may be of several forms, and has one of them: null when it has none. */
function problemWithin({ path, errors }: z.core.$ZodIssueInvalidUnion): Problem | null {
  const [issue] = errors.find(([first]) => (first?.path.length ?? 0) > 0) ?? []
  if (!issue) return null
  const problem = problemOf(issue)
  return { ...problem, path: [...path, ...problem.path] }
}

/** A place in a request as OpenAI writes it: `tools[0].timeout_ms`. */
function toParam(path: readonly PropertyKey[]): string {
  return path.reduce<string>((param, key) => {
    if (typeof key === 'number') return `${param}[${key}]`
    return param === '' ? String(key) : `${param}.${String(key)}`
  }, '')
}
