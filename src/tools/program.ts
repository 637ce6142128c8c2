import { isFields } from '../json.ts'
import { WholeObject } from '../whole-object.ts'
import { readArguments, withoutTokens } from './arguments.ts'

/** What models call the one argument that there is, in small letters, and what they wrap all of them in. */
const CODE_NAMES = [
  'code',
  'python',
  'python_code',
  'source',
  'source_code',
  'script',
  'program',
  'snippet',
  'input',
]
const WRAPPERS = ['arguments', 'parameters', 'args', 'kwargs', 'properties']
const MAX_DEPTH = 4

/**
 * The arguments of a program as the parameters have them, when what the model has written is clearly a program, in
 * whatever it is wrapped; null when it is not clear.
 */
export function programArguments(raw: string): { code: string } | null {
  const written = readArguments(raw)
  if ('value' in written) return inValue(written.value, 0)
  const head = headOf(raw)
  if (head !== null) return inHead(raw, head)
  const code = inBrokenJson(raw)
  return code === null ? bare(raw, 0) : { code: clean(code) }
}

/** The JSON of an object that a text begins with, whether or not its last brace is there; null where there is none. */
function headOf(raw: string): string | null {
  const object = new WholeObject()
  let length = 0
  for (const character of raw) {
    object.add(character)
    length += character.length
    if (object.isWhole) break
  }
  const head = raw.slice(0, length)
  const json = object.isWhole ? head : `${head}}`
  return object.isObject && 'value' in readArguments(json) ? json : null
}

/** What stands behind it may be words, or the same once more; another object would be another program. */
function inHead(raw: string, head: string): { code: string } | null {
  const rest = withoutTokens(raw.slice(head.length)).replaceAll(head, '').trim()
  const written = readArguments(head)
  return 'value' in written && !rest.startsWith('{') ? inValue(written.value, 0) : null
}

function inValue(value: unknown, depth: number): { code: string } | null {
  if (depth > MAX_DEPTH) return null
  if (typeof value === 'string') return bare(value, depth)
  if (Array.isArray(value)) return value.length === 1 ? inItem(value[0], depth) : inLines(value)
  return isFields(value) ? inObject(value, depth) : null
}

function inItem(value: unknown, depth: number): { code: string } | null {
  return typeof value === 'string' ? { code: clean(value) } : inValue(value, depth + 1)
}

function inObject(value: Record<string, unknown>, depth: number): { code: string } | null {
  const names = Object.keys(value)
  const name = CODE_NAMES.flatMap((candidate) => {
    return names.find((each) => each.toLowerCase() === candidate) ?? []
  })[0]
  if (name === undefined) {
    const wrapper = WRAPPERS.find((candidate) => value[candidate] !== undefined)
    const inner = wrapper === undefined ? undefined : value[wrapper]
    const written = typeof inner === 'string' ? readArguments(inner) : { value: inner }
    return 'value' in written ? inValue(written.value, depth + 1) : null
  }
  const code = value[name]
  if (typeof code !== 'string') return inValue(code, depth + 1)
  const nested = code.trimStart().startsWith('{') ? readArguments(code) : null
  const inner = nested && 'value' in nested ? inValue(nested.value, depth + 1) : null
  if (inner) return inner
  const others = name === 'code' ? value : {}
  return { ...others, code: clean(code) }
}

function inLines(lines: readonly unknown[]): { code: string } | null {
  if (!lines.every((line) => typeof line === 'string')) return null
  const haveEnds = lines.slice(0, -1).every((line) => line.endsWith('\n'))
  return { code: lines.join(haveEnds ? '' : '\n') }
}

/** Text that is not in JSON at all, or has JSON in a fence. */
function bare(text: string, depth: number): { code: string } | null {
  const code = clean(text)
  const fenced = code !== text && code.startsWith('{') ? readArguments(code) : null
  if (fenced && 'value' in fenced) return inValue(fenced.value, depth + 1)
  return code !== text || looksLikePython(code) ? { code } : null
}

/** How a first line of Python begins, as against one of prose or of JSON. */
const FIRST_LINE =
  /^(?:#|(?:import|from|def|class|async|global|raise|assert|del)\s|(?:for|while|if|with|try)\b.*:|@\w|[\w.]+\s*(?:[([=+*/%-]|$)|\w+(?:\s*,\s*\w+)+\s*=|["'([\d-])/

function looksLikePython(text: string): boolean {
  const [line = ''] = text.trimStart().slice(0, 200).split('\n', 1)
  return FIRST_LINE.test(line)
}

/** A program without the Markdown fence, and the words behind that, or the tokens of a template around it. */
function clean(code: string): string {
  const text = withoutTokens(code).trim().replace(TOKEN, '')
  if (!text.startsWith('```')) return text.length === code.trim().length ? code : text
  const start = text.indexOf('\n') + 1
  if (start === 0) return code
  const end = text.lastIndexOf('\n```') + 1
  if (end >= start) return text.slice(start, end)
  return text.endsWith('```') ? text.slice(start, -3) : text.slice(start)
}

/** A token of a template before a program. */
const TOKEN = /^<\|\w{1,40}\|>\s*/

const OPENING = /^\s*\{\s*["'`]?(\w+)["'`]?\s*:\s*("""|'''|["'`])/

/** The program in an object whose JSON is broken by what stands in the program: quotes, or those of Python around it. */
function inBrokenJson(raw: string): string | null {
  const text = withoutTokens(raw).trimEnd()
  const [opening = '', name = '', quote = ''] = OPENING.exec(text.slice(0, 200)) ?? []
  const inside = text.endsWith('}') ? text.slice(0, -1).trimEnd() : ''
  const end = inside.endsWith(',') ? inside.slice(0, -1).trimEnd() : inside
  const isWhole = end.endsWith(quote) && end.length >= opening.length + quote.length
  if (!CODE_NAMES.includes(name) || !isWhole) return null
  const code = end.slice(opening.length, -quote.length)
  return quote.length === 1 ? unescaped(code) : code
}

const ESCAPED: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '"': '"',
  "'": "'",
  '\\': '\\',
  '/': '/',
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, (all, character: string) => ESCAPED[character] ?? all)
}
