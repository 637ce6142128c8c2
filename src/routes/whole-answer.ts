import type { AppContext } from './context.ts'
import { pacedBody, type PacedBodyOptions } from './paced-body.ts'

/** What an operating system takes for a client that does not read yet. */
const SMALL_CHARACTERS = 64 * 1024

/** A value as JSON, at the pace of its reader where it is too long for the way. */
export function wholeAnswer(c: AppContext, value: object, options: PacedBodyOptions): Response {
  const text = JSON.stringify(value)
  const headers = { 'content-type': 'application/json' }
  if (text.length <= SMALL_CHARACTERS) return c.body(text, { headers })
  return c.body(pacedBody(once(text), options), { headers })
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}
