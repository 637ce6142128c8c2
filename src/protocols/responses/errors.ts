import { errorBody } from '../error-body.ts'
import type { Told } from './told.ts'

/** A failure once the stream has begun. Some of OpenAI's clients read it from the event, some from within. */
export function errorEvent(error: unknown): Told {
  const { error: body } = errorBody(error)
  const { message, code, param } = body
  return { type: 'error', code, message, param, error: body }
}

/** The same where not even the response has begun. */
export function lateError(error: unknown) {
  const event = { ...errorEvent(error), sequence_number: 0 }
  return { event: event.type, data: JSON.stringify(event) }
}

/** The same as a response tells of it. */
export function responseError(error: unknown): { code: string; message: string } {
  const { message, code } = errorBody(error).error
  return { code: code ?? 'server_error', message }
}
