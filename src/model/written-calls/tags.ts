import { mendedJson, parseJson } from '../../json.ts'
import type { Written, WrittenCall } from './written.ts'

/** How a template writes a call: a tag with its name, and tags with its arguments, whose values are text. */
interface Tags {
  /** Before the name of the tool, and behind it. */
  name: readonly [before: string, behind: string]
  /** Before the name of an argument, between it and its value, and behind that. */
  argument: readonly [before: string, between: string, behind: string]
}

/** `<function=name><parameter=code>…</parameter></function>`: Qwen's. Llama has JSON for the arguments. */
export const FUNCTION: Tags = {
  name: ['<function=', '>'],
  argument: ['<parameter=', '>', '</parameter>'],
}

/** `<invoke name="name"><parameter name="code">…</parameter></invoke>`: MiniMax's. */
export const INVOKE: Tags = {
  name: ['<invoke name="', '">'],
  argument: ['<parameter name="', '">', '</parameter>'],
}

/** `name<arg_key>code</arg_key><arg_value>…</arg_value>`: GLM's. */
export const ARG_KEY: Tags = {
  name: ['', '<arg_key>'],
  argument: ['<arg_key>', '</arg_key>', '</arg_value>'],
}

/** A reader of calls that are written in these tags, each up to the tag `end`. */
export function inTags(tags: Tags, end: string): (text: string) => Written | null {
  const [before] = tags.name
  return (text) => {
    const calls: WrittenCall[] = []
    const rest: string[] = []
    for (const section of text.split(before).slice(1)) {
      const at = section.lastIndexOf(end)
      const call = taggedCall(before + (at < 0 ? section : section.slice(0, at)), tags)
      if (!call) return null
      calls.push(call)
      if (at >= 0) rest.push(section.slice(at + end.length).replace(WRAPPER_END, ''))
    }
    return calls.length > 0 ? { text: rest.join('').trim(), reasoning: '', calls } : null
  }
}

/** What closes the tag that is around all calls. */
const WRAPPER_END = /^\s*<\/[\w:]+>/

/** The call that a text is in these tags; null when it is none. */
export function taggedCall(text: string, tags: Tags): WrittenCall | null {
  const [open, close] = tags.name
  const [before, between, behind] = tags.argument
  const end = text.indexOf(close, open.length)
  if (!text.startsWith(open) || end < 0) return null
  const name = text.slice(open.length, end).trim()
  const sections = text.slice(end).split(before).slice(1)
  if (sections.length === 0) return { name, arguments: json(text.slice(end + close.length)) }

  const args: [string, string][] = []
  for (const section of sections) {
    const middle = section.indexOf(between)
    const last = section.lastIndexOf(behind)
    if (middle < 0 || last < middle) return null
    const value = section.slice(middle + between.length, last)
    args.push([section.slice(0, middle).trim(), inside(value)])
  }
  return { name, arguments: JSON.stringify(Object.fromEntries(args)) }
}

/** What stands in place of the tags of arguments: JSON, or nothing where there are none. */
function json(text: string): string {
  const args = mendedJson(text.trim())
  return parseJson(args) === null ? '{}' : args
}

const VALUE = '<arg_value>'

/** A value without the tag that GLM opens it with, and the line breaks at its ends. */
function inside(value: string): string {
  const text = value.trimStart()
  return (text.startsWith(VALUE) ? text.slice(VALUE.length) : value).replace(/^\n|\n$/g, '')
}
