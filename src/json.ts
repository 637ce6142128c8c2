/** What a text says as JSON; null when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
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
