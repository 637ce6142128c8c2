import { jsonCalls } from './json-calls.ts'
import type { Written } from './written.ts'

const MARK = '<|python_tag|>'
const ENDS = ['<|eom_id|>', '<|eot_id|>']

/** `<|python_tag|>` and a program, or a call in JSON, as Llama writes both. */
export function readLlama(text: string): Written | null {
  const body = withoutEnd(text.slice(MARK.length).trim())
  if (body === '' || body.includes(MARK)) return null
  const program = { name: 'python', arguments: JSON.stringify({ code: body }) }
  return { text: '', reasoning: '', calls: jsonCalls(body) ?? [program] }
}

function withoutEnd(text: string): string {
  const end = ENDS.find((candidate) => text.endsWith(candidate))
  return end === undefined ? text : text.slice(0, -end.length).trim()
}
