import { jsonWeight } from '../python-runtime/json-weight.ts'

/** Values and keys in one JSON. More take long to parse, and nobody who means well has as many. */
const MAX_WEIGHT = 200_000
/** What nests deeper breaks whoever reads it, or writes it. */
const MAX_DEPTH = 500

/** JSON that is none of what anyone has to say, and would hold up everybody else. */
export class JsonTooLarge extends SyntaxError {}

/** @throws SyntaxError for what is no JSON, and `JsonTooLarge` */
export function readJson(text: string | Uint8Array): unknown {
  // What is this short can be neither, as the chunks of a stream are.
  if (typeof text === 'string' && text.length < 2 * MAX_DEPTH) return JSON.parse(text)
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  if (jsonWeight(bytes, MAX_WEIGHT) > MAX_WEIGHT) {
    throw new JsonTooLarge(`more than ${MAX_WEIGHT} values`)
  }
  const value: unknown = JSON.parse(
    typeof text === 'string' ? text : new TextDecoder().decode(bytes),
  )
  return notDeeper(value)
}

/** How many values and keys a JSON has. */
export function weightOf(bytes: Uint8Array): number {
  return jsonWeight(bytes, Infinity)
}

/** A value that came as JSON. @throws JsonTooLarge when it nests too deep */
export function notDeeper<Value>(value: Value): Value {
  if (isDeeper(value, MAX_DEPTH)) throw new JsonTooLarge(`nesting deeper than ${MAX_DEPTH}`)
  return value
}

/** Without recursion, which the nesting itself could exhaust. */
export function isDeeper(value: unknown, depth: number): boolean {
  let level = [value]
  for (let left = depth; level.length > 0; left--) {
    if (left === 0) return true
    level = level.flatMap((each) => (typeof each === 'object' && each ? Object.values(each) : []))
  }
  return false
}

/** What a text says as JSON; null when it is none. */
export function parseJson(text: string): unknown {
  try {
    return readJson(text)
  } catch {
    return null
  }
}

/** An object of JSON, as against a list and the values that have no names in them. */
export function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Text as it is; anything else as its JSON. */
export function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const ESCAPES: Record<string, string> = {
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
}

/**
 * The JSON that a text means in which strings have raw line breaks or escapes of other languages, as small models
 * write them; what is right JSON stays as it is. In one pass.
 */
export function mendedJson(text: string): string {
  const pieces: string[] = []
  let isInString = false
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '"') isInString = !isInString
    if (!isInString) continue
    if (character === '\\') {
      if (!'"\\/bfnrtu'.includes(text.charAt(at + 1) || ' ')) {
        pieces.push(text.slice(from, at), '\\')
        from = at
      } else {
        at++
      }
    } else if (character < ' ') {
      pieces.push(text.slice(from, at), ESCAPES[character] ?? '')
      from = at + 1
    }
  }
  return [...pieces, text.slice(from)].join('')
}
