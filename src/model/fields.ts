import { isFields } from '../json.ts'
import { newId } from './new-id.ts'

/** Named values that this project passes on without knowing all of their names. */
export type Fields = Record<string, unknown>

/** What OpenAI's completions and chunks begin with. */
export function stamp(object: string, model: string): Fields {
  return { id: newId('chatcmpl-'), object, created: Math.floor(Date.now() / 1000), model }
}

/**
 * Adds a delta to what was said so far, which is changed and is nobody else's, as OpenAI's deltas mean it: text
 * continues text, lists go on, and anything else replaces what was there. The work is that of the delta alone.
 */
export function addDelta(said: Fields, delta: Fields): void {
  for (const [name, value] of Object.entries(delta)) {
    if (value === null || value === undefined) continue
    const before = said[name]
    if (typeof before === 'string' && typeof value === 'string') said[name] = before + value
    else if (Array.isArray(before) && Array.isArray(value))
      for (const one of value) before.push(one)
    else if (isFields(before) && isFields(value)) addDelta(before, value)
    else said[name] = copied(value)
  }
}

/** A value whose lists and fields can be added to: the delta's own belong to whoever gave it. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return [...value]
  if (!isFields(value)) return value
  const copy: Fields = {}
  addDelta(copy, value)
  return copy
}

/** Adds up every number in two reports of usage, however deep it stands. */
export function addUsage(total: Fields | null, usage: Fields | null): Fields | null {
  if (!total || !usage) return total ?? usage
  const sum = { ...total }
  for (const [name, value] of Object.entries(usage)) {
    sum[name] = summed(sum[name], value)
  }
  return sum
}

function summed(before: unknown, value: unknown): unknown {
  if (typeof before === 'number' && typeof value === 'number') return before + value
  if (isFields(before) && isFields(value)) return addUsage(before, value)
  return value ?? before
}
