import { linesOf } from './lines.ts'

/** A piece of an answer: the data of a server-sent event, or the whole body of an answer that is none of these. */
export interface BodyPiece {
  isWhole: boolean
  data: string
}

/** How lines of server-sent events begin: with the name of a field, or as a comment. */
const EVENT_LINE = /^(?:data|event|id|retry)?:/

/**
 * Reads an answer as server-sent events, or as one text. What it is shows in its first line: services name a stream
 * by all kinds of types, and some answer at once when they are asked for one.
 */
export async function* readBody(body: ReadableStream<Uint8Array>): AsyncGenerator<BodyPiece> {
  let isStream: boolean | null = null
  let held: string[] = []

  for await (const line of linesOf(body)) {
    if (line.trim() !== '') isStream ??= EVENT_LINE.test(line)
    if (isStream === false) {
      held.push(line)
    } else if (line === '') {
      if (held.length > 0) yield { isWhole: false, data: held.join('\n') }
      held = []
    } else if (line.startsWith('data:')) {
      held.push(line.slice(line.startsWith('data: ') ? 6 : 5))
    }
  }
  if (held.length > 0) yield { isWhole: isStream === false, data: held.join('\n') }
}
