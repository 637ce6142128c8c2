import { mendedJson, parseJson } from '../../json.ts'
import type { Written, WrittenCall } from './written.ts'

/** The tokens that are around a call, and between its name and its arguments. */
interface Tokens {
  begin: string
  separator: string
  end: string
}

/** A reader of calls that a template has put between tokens of its own, as DeepSeek's and Kimi's do. */
export function betweenTokens({ begin, separator, end }: Tokens): (text: string) => Written | null {
  return (text) => {
    const calls: WrittenCall[] = []
    const rest: string[] = []
    for (const section of text.split(begin).slice(1)) {
      const close = section.indexOf(end)
      const call = callIn((close < 0 ? section : section.slice(0, close)).split(separator))
      if (!call) return null
      calls.push(call)
      if (close >= 0) rest.push(section.slice(close + end.length).replace(LAST, ''))
    }
    return calls.length > 0 ? { text: rest.join('').trim(), reasoning: '', calls } : null
  }
}

/** The token that ends all calls. */
const LAST = /^\s*<[|｜][^<>]{1,40}[|｜]>/

/** What is before the arguments: the name, or `function` and then the name in the line that follows. */
function callIn(parts: readonly string[]): WrittenCall | null {
  const [first = '', ...others] = parts
  const rest = others.join('')
  if (parts.length !== 2) return null
  const line = rest.indexOf('\n')
  const isTyped = first.trim() === 'function' && line >= 0
  const name = isTyped ? rest.slice(0, line) : first
  const args = mendedJson(withoutFence((isTyped ? rest.slice(line) : rest).trim()))
  return parseJson(args) === null ? null : { name: name.trim(), arguments: args }
}

function withoutFence(text: string): string {
  const start = text.indexOf('\n')
  return text.startsWith('```') && text.endsWith('```') && start >= 0
    ? text.slice(start, -3).trim()
    : text
}
