import type { CallDelta } from './chunk.ts'
import { addDelta, type Fields } from './fields.ts'
import type { ToolCall } from './messages.ts'
import { newId } from './new-id.ts'

/** A call as far as it has been said. */
interface Part {
  index: number
  id: string
  isCustom: boolean
  name: string
  input: string
  /** Fields of the service's own, which it may want back. */
  extra: Fields
}

export interface ToolCallParts {
  add(delta: CallDelta): void
  whole(): ToolCall[]
}

/** Puts tool calls together from deltas. */
export function toolCallParts(): ToolCallParts {
  const parts: Part[] = []

  return {
    add(delta) {
      const { index: _, type: __, id, function: called, custom, ...extra } = delta
      const part = continuedBy(delta) ?? begin(delta)

      // Names and ids come once; a service that repeats them does not mean them twice.
      part.id ||= id ?? ''
      part.name ||= called?.name ?? custom?.name ?? ''
      part.input += called?.arguments ?? custom?.input ?? ''
      part.isCustom ||= Boolean(custom)
      part.extra = addDelta(part.extra, extra)
    },
    whole() {
      return parts.map(toToolCall)
    },
  }

  /** Some services give all calls the same index, or none, but always a new id. */
  function continuedBy({ index, id }: CallDelta): Part | undefined {
    const part = parts.findLast((candidate) => candidate.index === (index ?? candidate.index))
    const isAnother = id && part?.id && id !== part.id
    return isAnother ? undefined : part
  }

  function begin({ index }: CallDelta): Part {
    const part = {
      index: index ?? parts.length,
      id: '',
      isCustom: false,
      name: '',
      input: '',
      extra: {},
    }
    parts.push(part)
    return part
  }
}

function toToolCall({ id: givenId, isCustom, name, input, extra }: Part): ToolCall {
  const id = givenId || newId('call_')
  const wire = isCustom
    ? { ...extra, id, type: 'custom', custom: { name, input } }
    : { ...extra, id, type: 'function', function: { name, arguments: input } }
  return { id, name, arguments: input, wire }
}
