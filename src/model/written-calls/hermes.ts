import { jsonCalls } from './json-calls.ts'
import { ARG_KEY, FUNCTION, taggedCall } from './tags.ts'
import type { Written, WrittenCall } from './written.ts'

const OPEN = '<tool_call>'
const CLOSE = '</tool_call>'

/** `<tool_call>` and `</tool_call>` around JSON, as Hermes writes calls, or around tags, as Qwen and GLM do. */
export function readHermes(text: string): Written | null {
  const calls: WrittenCall[] = []
  const rest: string[] = []
  for (const section of text.split(OPEN).slice(1)) {
    const end = section.indexOf(CLOSE)
    const read = callsIn((end < 0 ? section : section.slice(0, end)).trim())
    if (!read) return null
    calls.push(...read)
    if (end >= 0) rest.push(section.slice(end + CLOSE.length))
  }
  return { text: rest.join('').trim(), reasoning: '', calls }
}

function callsIn(body: string): WrittenCall[] | null {
  const tagged = taggedCall(body, FUNCTION) ?? taggedCall(body, ARG_KEY)
  return tagged ? [tagged] : jsonCalls(body)
}
