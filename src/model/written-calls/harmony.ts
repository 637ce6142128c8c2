import type { Written, WrittenCall } from './written.ts'

const MESSAGE = '<|message|>'
/** What ends a message, and what the next one begins with. */
const BORDER = /<\|(?:end|call|return|start)\|>/

/**
 * The format of gpt-oss: messages with a channel each, `analysis`, `commentary` and `final`, of which those that have a
 * recipient are calls.
 */
export function readHarmony(text: string): Written | null {
  const said: Written = { text: '', reasoning: '', calls: [] }
  for (const section of text.split(BORDER)) {
    const at = section.indexOf(MESSAGE)
    // Between messages there is nothing but whose they are.
    if (at < 0) {
      if (!/^\s*(?:assistant)?\s*$/.test(section)) return null
      continue
    }
    const header = section.slice(0, at)
    const body = section.slice(at + MESSAGE.length)
    const call = callIn(header, body)
    if (call) said.calls.push(call)
    else if (header.includes('analysis')) said.reasoning += body
    else said.text += body
  }
  return said
}

/** A recipient is named before the channel or behind it, and a program for `python` is written as it is. */
function callIn(header: string, body: string): WrittenCall | null {
  const at = header.indexOf('to=')
  if (at < 0) return null
  const [name = ''] = header.slice(at + 'to='.length).split(/[\s<]/, 1)
  return { name, arguments: body.trim() }
}
