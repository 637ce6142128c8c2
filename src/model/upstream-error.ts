import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai'
import * as z from 'zod'
import { ApiError } from '../errors.ts'
import { problemIn } from './problem.ts'

interface Credentials {
  apiKey: string
  tellsRefusals?: boolean
}

/**
 * A failure of the model service as the client may see it: its status, its words and its advice on when to
 * try again, and nothing that it says of a key that is not the client's.
 */
export function toApiError(error: unknown, signal: AbortSignal, credentials: Credentials): unknown {
  if (signal.aborted) return signal.reason
  if (error instanceof ApiError) return error
  if (error instanceof APIConnectionTimeoutError) return unreachable(504, 'upstream_timeout', error)
  if (error instanceof APIConnectionError) return unreachable(502, 'upstream_unreachable', error)
  if (error instanceof APIError) return refused(error, credentials)
  if (error instanceof SyntaxError || error instanceof z.ZodError) return unreadable(error)
  // A connection that breaks while a body is read is a bare TypeError.
  return error instanceof TypeError ? brokeOff(error) : error
}

/** The answer ended before the model did. */
export function brokeOff(cause?: unknown): ApiError {
  return new ApiError('The model service broke off in the middle of its answer.', {
    status: 502,
    code: 'upstream_broke_off',
    cause,
  })
}

function unreachable(status: 502 | 504, code: string, cause: unknown): ApiError {
  const problem = status === 504 ? 'did not answer in time' : 'cannot be reached'
  return new ApiError(`The model service ${problem}.`, { status, code, cause })
}

function unreadable(cause: unknown): ApiError {
  return new ApiError('The model service answered with something that is no chat completion.', {
    status: 502,
    code: 'upstream_unreadable',
    cause,
  })
}

function refused(error: APIError, { apiKey, tellsRefusals = false }: Credentials): ApiError {
  const { message, type, code, param } = problemIn(error.error) ?? {
    message: `The model service answered with status ${error.status ?? 'unknown'}.`,
    type: undefined,
    code: null,
    param: null,
  }
  const isAboutOurKey = (error.status === 401 || error.status === 403) && !tellsRefusals
  const retryAfter = error.headers?.get('retry-after')

  return new ApiError(isAboutOurKey ? OUR_KEY_REFUSED : withoutKey(message, apiKey), {
    // An error inside an answer has no status of its own.
    status: error.status ?? 502,
    code,
    ...(type !== undefined && { type }),
    param,
    headers: retryAfter ? { 'retry-after': retryAfter } : {},
    cause: error,
  })
}

const OUR_KEY_REFUSED = 'The model service does not accept the credentials of this server.'

/** Placeholders such as `none` are words that a message may well contain. */
function withoutKey(message: string, apiKey: string): string {
  return apiKey.length < 8 ? message : message.replaceAll(apiKey, '…')
}
