import * as z from 'zod'
import { mendedJson, parseJson, toText } from '../../json.ts'
import type { Written, WrittenCall } from './written.ts'

const OPEN = '<tool_call>'
const CLOSE = '</tool_call>'

/** A call as most templates have models write it. */
export const JsonCall = z
  .looseObject({
    name: z.string(),
    arguments: z.unknown().optional(),
    parameters: z.unknown().optional(),
  })
  .transform(({ name, arguments: args, parameters }) => ({
    name,
    arguments: toText(args ?? parameters ?? {}),
  }))

/** `<tool_call>{"name": …, "arguments": …}</tool_call>`, as Hermes and Qwen write calls, also with XML inside. */
export function readHermes(text: string): Written | null {
  const calls: WrittenCall[] = []
  const rest: string[] = []
  for (const section of text.split(OPEN).slice(1)) {
    const end = section.indexOf(CLOSE)
    const body = (end < 0 ? section : section.slice(0, end)).trim()
    const call = body.startsWith('<function=') ? xmlCall(body) : jsonCall(body)
    if (!call) return null
    calls.push(call)
    if (end >= 0) rest.push(section.slice(end + CLOSE.length))
  }
  return { text: rest.join('').trim(), reasoning: '', calls }
}

/** A call in JSON; null for anything else. */
export function jsonCall(text: string): WrittenCall | null {
  return JsonCall.safeParse(parseJson(mendedJson(text))).data ?? null
}

/** `<function=name><parameter=code>…</parameter></function>`, in which values are text. */
function xmlCall(text: string): WrittenCall | null {
  const nameEnd = text.indexOf('>')
  if (nameEnd < 0) return null
  const name = text.slice('<function='.length, nameEnd)
  const args: [string, string][] = []
  for (const section of text
    .slice(nameEnd + 1)
    .split('<parameter=')
    .slice(1)) {
    const open = section.indexOf('>')
    const close = section.lastIndexOf('</parameter>')
    if (open < 0 || close < open) return null
    args.push([section.slice(0, open), section.slice(open + 1, close).replace(/^\n|\n$/g, '')])
  }
  return { name, arguments: JSON.stringify(Object.fromEntries(args)) }
}
