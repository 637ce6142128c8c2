import * as z from 'zod'
import { ApiError } from '../errors.ts'

export const ErrorBody = z.strictObject({
  error: z.strictObject({
    message: z.string(),
    type: z.string(),
    param: z.string().nullable().describe('The parameter that is wrong: `tools[0].timeout_ms`.'),
    code: z.string().nullable().describe('Stable, unlike the message.'),
  }),
})
export type ErrorBody = z.infer<typeof ErrorBody>

/** An error as the answer that it becomes, in OpenAI's envelope. Only an `ApiError` speaks for itself. */
export function errorResponse(error: unknown): Response {
  const { status, headers } = toApiError(error)
  return Response.json(errorBody(error), { status, headers })
}

export function errorBody(error: unknown): ErrorBody {
  const { message, type, param, code } = toApiError(error)
  return { error: { message, type, param, code } }
}

/** Whether the error is ours, and someone should look at it. */
export function isBug(error: unknown): boolean {
  return toApiError(error) === INTERNAL
}

const INTERNAL = new ApiError('Internal error.', { status: 500, code: 'internal_error' })
const OUT_OF_TIME = new ApiError('The request took longer than this server allows.', {
  status: 504,
  code: 'request_timeout',
})
/** Nobody reads this one: the client has gone. The status is the one that nginx logs then. */
const CLIENT_GONE = new ApiError('The client closed the request.', {
  status: 499,
  code: 'client_closed_request',
})

/** An error as the one that a client is told. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  if (error instanceof Error && error.name === 'TimeoutError') return OUT_OF_TIME
  if (error instanceof Error && error.name === 'AbortError') return CLIENT_GONE
  return INTERNAL
}
