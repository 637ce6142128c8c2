import { WholeObject } from '../whole-object.ts'
import type { CallDelta } from './chunk.ts'
import { addDelta, type Fields } from './fields.ts'
import type { ToolCall } from './messages.ts'
import { newId } from './new-id.ts'

/** A call as far as it has been said. */
interface Part {
  position: number
  id: string
  isCustom: boolean
  name: string
  input: string
  lastPiece: string
  object: WholeObject
  /** Fields of the service's own, which it may want back. */
  extra: Fields
}

/** What a delta says of a call. */
interface News {
  index: number | null
  id: string
  name: string
  input: string
}

export interface ToolCallParts {
  /** The piece of a call's arguments that a delta adds, and which call that is; null when it adds none. */
  add(delta: CallDelta): { position: number; name: string; piece: string } | null
  whole(): ToolCall[]
}

/** Puts tool calls together from deltas. */
export function toolCallParts(): ToolCallParts {
  const parts: Part[] = []
  const byIndex = new Map<number, Part>()
  const byId = new Map<string, Part>()

  return {
    add(delta) {
      const { index: _, type: __, id: ___, function: called, custom, ...extra } = delta
      const news = {
        index: delta.index ?? null,
        id: delta.id ?? '',
        name: called?.name ?? custom?.name ?? '',
        input: called?.arguments ?? custom?.input ?? '',
      }
      const known = partOf(news)
      if (known && repeats(known, news)) return null

      const part = known && !begins(known, news) ? known : begin(news)
      part.id ||= news.id
      if (news.id !== '') byId.set(news.id, part)
      part.isCustom ||= Boolean(custom)
      part.name = nameOf(part, news)
      part.input += news.input
      part.lastPiece = news.input || part.lastPiece
      part.object.add(news.input)
      addDelta(part.extra, extra)
      const { position, name } = part
      return news.input === '' ? null : { position, name, piece: news.input }
    },
    whole() {
      return parts.map(toToolCall)
    },
  }

  /** The call that a delta goes on with, unless it begins another. */
  function partOf({ index, id }: News): Part | undefined {
    return index === null ? (byId.get(id) ?? parts.at(-1)) : byIndex.get(index)
  }

  function begin({ index }: News): Part {
    const part = {
      position: parts.length,
      id: '',
      isCustom: false,
      name: '',
      input: '',
      lastPiece: '',
      object: new WholeObject(),
      extra: {},
    }
    byIndex.set(index ?? parts.length, part)
    parts.push(part)
    return part
  }
}

/** Whether a delta says once more how a call ended, or all of it. */
function repeats({ id, name, input, lastPiece, object }: Part, news: News): boolean {
  const saysSomething = news.name !== '' || news.input !== ''
  const isOther = news.name !== '' && (news.name !== name || (news.id !== '' && news.id !== id))
  return object.isWhole && saysSomething && !isOther && ['', input, lastPiece].includes(news.input)
}

/**
 * Whether a delta is of another call than the one at its place. Some services give all calls the same index, or
 * none; some give each delta of one call another id. What they all do is to begin a call with its name.
 */
function begins(part: Part, { index, id, name }: News): boolean {
  if (name === '') return false
  const isOther = id !== '' && part.id !== '' && id !== part.id
  if (part.object.isWhole) return true
  if (part.input === '') return isOther && (index === null || name !== part.name)
  return name !== part.name || (isOther && !part.object.isObject)
}

/** Some services repeat the name, some say it in pieces, all of it before the first of the arguments. */
function nameOf({ name, input }: Part, news: News): string {
  if (input !== '' || news.name === name) return name || news.name
  return news.name.startsWith(name) ? news.name : name + news.name
}

function toToolCall({ id, isCustom, name, input, extra }: Part): ToolCall {
  return { id: id || newId('call_'), name, arguments: input, isCustom, extra }
}
