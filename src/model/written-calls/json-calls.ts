import * as z from 'zod'
import { mendedJson, parseJson, toText } from '../../json.ts'
import type { Written, WrittenCall } from './written.ts'

/** A call as most templates have models write it. */
const JsonCall = z
  .looseObject({
    name: z.string().optional(),
    tool_name: z.string().optional(),
    arguments: z.unknown().optional(),
    parameters: z.unknown().optional(),
  })
  .transform(({ name, tool_name, arguments: args, parameters }) => ({
    name: name ?? tool_name ?? '',
    arguments: toText(args ?? parameters ?? {}),
  }))
  .refine(({ name }) => name !== '')

const JsonCalls = z.union([z.array(JsonCall), JsonCall.transform((call) => [call])])

/** A call in JSON, or a list of them; null for anything else. */
export function jsonCalls(text: string): WrittenCall[] | null {
  const calls = JsonCalls.safeParse(parseJson(mendedJson(text.trim()))).data ?? []
  return calls.length > 0 ? calls : null
}

/** A reader of JSON between two marks, of which the second may be missing. */
export function jsonBetween(open: string, close: string): (text: string) => Written | null {
  return (text) => {
    const calls: WrittenCall[] = []
    const rest: string[] = []
    for (const section of text.split(open).slice(1)) {
      const end = section.indexOf(close)
      const read = jsonCalls(end < 0 ? section : section.slice(0, end))
      if (!read) return null
      calls.push(...read)
      if (end >= 0) rest.push(section.slice(end + close.length))
    }
    return { text: rest.join('').trim(), reasoning: '', calls }
  }
}
