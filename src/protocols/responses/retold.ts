import * as z from 'zod'
import { parseJson } from '../../json.ts'
import type { Fields } from '../../model/fields.ts'
import { fromBase64, toBase64 } from '../../tools/base64.ts'
import type { Item, ProgramCall, SearchCall } from './items.ts'

/** A use of a tool of this server as the model is told of it again. */
interface Retold {
  args: string
  result: string
}

export function programResult({ code, outputs }: ProgramCall): Retold {
  const args = JSON.stringify({ code: code ?? '' })
  if (!outputs) return { args, result: JSON.stringify({ note: 'The output was not kept.' }) }
  const logs = outputs.flatMap((output) => (output.type === 'logs' ? [output.logs] : []))
  const images = outputs.length - logs.length
  return {
    args,
    result: JSON.stringify({ output: logs.join('\n'), ...(images > 0 && { images }) }),
  }
}

export function searchResult({ action, results }: SearchCall): Retold {
  const query = action?.query ?? action?.queries?.join(' ') ?? ''
  const sources = (action?.sources ?? []).flatMap(({ url }) => (url === undefined ? [] : [{ url }]))
  const found = results ?? sources
  const note = results ? {} : { note: 'The text of the pages was not kept.' }
  return { args: JSON.stringify({ query }), result: JSON.stringify({ results: found, ...note }) }
}

/** The fields in which services have what a model says to itself. */
const Thoughts = z
  .object({ reasoning_content: z.string(), reasoning: z.string() })
  .partial()
  .catch({})

/**
 * What a model has said to itself, sealed as OpenAI seals it: nobody but the service that gave it is to read it, and
 * here that is nobody's secret.
 */
export function sealed(text: string, field: string): string {
  return encoded(JSON.stringify({ [field]: text }))
}

/** What a model has said to itself, in the field in which its service gave it; nothing where that is not known. */
export function thoughtsIn({ encrypted_content }: Extract<Item, { type: 'reasoning' }>): Fields {
  return encrypted_content ? Thoughts.parse(parseJson(decoded(encrypted_content))) : {}
}

function encoded(text: string): string {
  return toBase64(new TextEncoder().encode(text))
}

function decoded(base64: string): string {
  try {
    return new TextDecoder().decode(fromBase64(base64))
  } catch {
    return ''
  }
}
