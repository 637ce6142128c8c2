import { isFields, mendedJson, readJson } from '../json.ts'

/** How often JSON may be written into JSON. */
const MAX_DEPTH = 3

/** What a model has written for the arguments of a call. */
export type Written = { value: unknown } | { problem: string }

/**
 * Reads arguments as JSON, and what is nearly JSON as what it means: with raw line breaks in its strings, with the
 * tokens of a template behind it, or written as a string of JSON once more.
 */
export function readArguments(raw: string): Written {
  const text = withoutTokens(raw)
  let written = parse(text)
  if ('problem' in written) {
    const mended = parse(mendedJson(text))
    if ('value' in mended) written = mended
  }
  for (let depth = 0; depth < MAX_DEPTH && 'value' in written; depth++) {
    const inner = typeof written.value === 'string' ? parse(mendedJson(written.value)) : written
    if (inner === written || 'problem' in inner) break
    written = inner
  }
  return written
}

/** Arguments as services take them back in a history: JSON of an object, whatever the model has written. */
export function tellable(raw: string): string {
  const written = parse(raw)
  const isObject = 'value' in written && isFields(written.value)
  return isObject ? raw : JSON.stringify({ not_an_object: raw })
}

function parse(text: string): Written {
  try {
    return { value: readJson(text) }
  } catch (error) {
    return { problem: `not JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
}

const MAX_TOKEN = 40
const CLOSING_TAGS = ['</s>', '</tool_call>', '</function>']

/** A text without the tokens that a template has put behind it, such as `<|im_end|>`. */
export function withoutTokens(text: string): string {
  for (let rest = text; ;) {
    const end = rest.trimEnd()
    const length = tokenLength(end)
    if (length === 0) return rest === text ? text : end
    rest = end.slice(0, -length)
  }
}

/** The length of the token that a text ends with; 0 when it ends with none. */
function tokenLength(text: string): number {
  const tag = CLOSING_TAGS.find((candidate) => text.endsWith(candidate))
  if (tag !== undefined) return tag.length
  if (!text.endsWith('|>')) return 0
  const tail = text.slice(-MAX_TOKEN)
  const start = tail.lastIndexOf('<|')
  return start >= 0 && /^<\|\w+\|>$/.test(tail.slice(start)) ? tail.length - start : 0
}
