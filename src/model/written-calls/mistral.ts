import { mendedJson, parseJson } from '../../json.ts'
import { jsonCalls } from './json-calls.ts'
import type { Written, WrittenCall } from './written.ts'

const MARK = '[TOOL_CALLS]'
const ARGUMENTS = '[ARGS]'
const END = '</s>'

/** `[TOOL_CALLS][{"name": …, "arguments": …}]`, or `[TOOL_CALLS]name[ARGS]{…}` as newer ones of Mistral's models. */
export function readMistral(text: string): Written | null {
  const calls: WrittenCall[] = []
  for (const section of text.split(MARK).slice(1)) {
    const body = section.trim()
    const read = callsIn(body.endsWith(END) ? body.slice(0, -END.length).trim() : body)
    if (!read) return null
    calls.push(...read)
  }
  return { text: '', reasoning: '', calls }
}

function callsIn(body: string): WrittenCall[] | null {
  if (body.startsWith('[')) return jsonCalls(body)
  const brace = body.indexOf('{')
  if (brace < 0) return null
  const [head = ''] = body.slice(0, brace).split(ARGUMENTS)
  const [name = ''] = head.split('[CALL_ID]')
  const args = mendedJson(body.slice(brace))
  return parseJson(args) === null ? null : [{ name: name.trim(), arguments: args }]
}
