import { errorBody } from '../error-body.ts'

/** A failure once the status is sent: OpenAI's clients read it from the stream. */
export function lateError(error: unknown) {
  return { data: JSON.stringify(errorBody(error)) }
}
