import { errorBody } from '../error-body.ts'
import { toFrame } from './stream.ts'

/** A failure once the status is sent. */
export function lateError(error: unknown) {
  return toFrame('error', errorBody(error).error)
}
