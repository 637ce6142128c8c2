import type { PlacedMessage } from '../../answer/request.ts'
import { ApiError } from '../../errors.ts'
import type { Fields } from '../../model/fields.ts'
import type { ContentPart as WirePart, Message } from '../../model/messages.ts'
import { tellable } from '../../tools/arguments.ts'
import type { Content, ContentPart, MessageItem, PlacedItem } from './items.ts'
import { programResult, searchResult, thoughtsIn } from './retold.ts'
import { calledName } from './tools.ts'

interface HistoryOptions {
  instructions: string
  /** The tools of this server that the model may call. */
  ours: readonly string[]
}

/**
 * Items as the messages that they were for the model. Calls that follow one another are of one message, and each is
 * followed by its result, wherever that stands.
 */
export function toMessages(
  items: readonly PlacedItem[],
  { instructions, ours }: HistoryOptions,
): PlacedMessage[] {
  const outputs = outputsIn(items)
  const called = callsIn(items)
  const history = new History()
  if (instructions !== '') history.say('instructions', { role: 'system', content: instructions })

  for (const [position, { place, item }] of items.entries()) {
    switch (item.type) {
      case 'message':
        if (item.role === 'assistant') history.speak(place, spoken(item.content))
        else history.say(place, { role: roleOf(item), content: contentOf(item.content) })
        break
      case 'reasoning':
        history.think(place, thoughtsIn(item))
        break
      case 'function_call':
      case 'custom_tool_call': {
        const input = item.type === 'function_call' ? item.arguments : inputOf(item.input)
        const call = {
          id: item.call_id,
          name: calledName(item.name, item.namespace),
          arguments: input,
          given: item.upstream ?? {},
        }
        history.call(
          place,
          call,
          outputs.get(item.call_id)?.shift() ?? noOutput(item.call_id, place),
        )
        break
      }
      case 'function_call_output':
      case 'custom_tool_call_output':
        if (!called.has(item.call_id)) throw noCall(item.call_id, place)
        break
      case 'code_interpreter_call':
      case 'web_search_call': {
        const isProgram = item.type === 'code_interpreter_call'
        const name = isProgram ? 'code_interpreter' : 'web_search'
        if (!ours.includes(name)) break
        const { args, result } = isProgram ? programResult(item) : searchResult(item)
        const id = idOf(position)
        const call = { id, name, arguments: args, given: item.upstream ?? {} }
        history.call(place, call, { place, text: result, parts: [] })
        break
      }
    }
  }
  return history.end()
}

/** The result of a call: what the model reads of it, and what only a user can show to it. */
interface Result {
  place: string
  text: string
  parts: WirePart[]
}

interface Call {
  id: string
  name: string
  arguments: string
  given: { message?: Fields | undefined; call?: Fields | undefined }
}

/** A message of the model's as far as it has come. */
interface Draft {
  place: string
  thoughts: Fields
  content: string | null
  calls: { call: Call; result: Result }[]
}

class History {
  readonly #messages: PlacedMessage[] = []
  #draft: Draft | null = null

  say(place: string, message: Message): void {
    this.#flush()
    const last = this.#messages.at(-1)?.message
    // Templates of many models know one message of the system's.
    if (last?.role === 'system' && message.role === 'system') {
      last.content = `${asText(last.content)}\n\n${asText(message.content)}`
    } else {
      this.#messages.push({ place, message })
    }
  }

  speak(place: string, text: string): void {
    const { content, calls } = this.#draft ?? { content: null, calls: [] }
    if (content !== null || calls.length > 0) this.#flush()
    this.#begun(place).content = text
  }

  think(place: string, thoughts: Fields): void {
    this.#flush()
    this.#begun(place).thoughts = thoughts
  }

  call(place: string, call: Call, result: Result): void {
    // What a service gave with a message was with its first call.
    if (call.given.message && (this.#draft?.calls.length ?? 0) > 0) this.#flush()
    this.#begun(place).calls.push({ call, result })
  }

  end(): PlacedMessage[] {
    this.#flush()
    return this.#messages
  }

  #begun(place: string): Draft {
    return (this.#draft ??= { place, thoughts: {}, content: null, calls: [] })
  }

  #flush(): void {
    const draft = this.#draft
    this.#draft = null
    if (!draft || (draft.content === null && draft.calls.length === 0)) return
    const { place, content, calls } = draft
    if (calls.length === 0) {
      this.#messages.push({ place, message: { role: 'assistant', content } })
      return
    }
    const tool_calls = calls.map(({ call: { id, name, arguments: args, given } }) => {
      return { ...given.call, id, type: 'function', function: { name, arguments: tellable(args) } }
    })
    const fields = { ...draft.thoughts, ...calls[0]?.call.given.message }
    this.#messages.push({ place, message: { ...fields, role: 'assistant', content, tool_calls } })
    for (const { call, result } of calls) {
      const message = { role: 'tool', tool_call_id: call.id, content: result.text }
      this.#messages.push({ place: result.place, message })
    }
    for (const { result } of calls) {
      if (result.parts.length === 0) continue
      this.#messages.push({ place: result.place, message: { role: 'user', content: result.parts } })
    }
  }
}

/** The results by the ids of their calls, which some services use for a call of each turn. */
function outputsIn(items: readonly PlacedItem[]): Map<string, Result[]> {
  const outputs = new Map<string, Result[]>()
  for (const { place, item } of items) {
    if (item.type !== 'function_call_output' && item.type !== 'custom_tool_call_output') continue
    const known = outputs.get(item.call_id) ?? []
    known.push(resultOf(item.output, place))
    outputs.set(item.call_id, known)
  }
  return outputs
}

/** Of a result, tools tell text; the rest follows it in the words of a user. */
function resultOf(output: Content, place: string): Result {
  if (typeof output === 'string') return { place, text: output, parts: [] }
  const parts = output.map(toWirePart)
  const texts = parts.filter(({ type }) => type === 'text')
  const others = parts.filter(({ type }) => type !== 'text')
  const note = others.length > 0 ? ['It is shown in the next message.'] : []
  return {
    place,
    text: [...texts.map((part) => asText([part])), ...note].join('\n'),
    parts: others,
  }
}

/** The ids of the calls among items. */
function callsIn(items: readonly PlacedItem[]): Set<string> {
  const ids = new Set<string>()
  for (const { item } of items) {
    if (item.type === 'function_call' || item.type === 'custom_tool_call') ids.add(item.call_id)
  }
  return ids
}

/** OpenAI's newer models know developers, those of others know the system. */
function roleOf({ role }: MessageItem): string {
  return role === 'developer' ? 'system' : role
}

function contentOf(content: Content): Message['content'] {
  if (typeof content === 'string') return content
  const parts = content.map(toWirePart)
  const [first] = parts
  return parts.length === 1 && first?.type === 'text' ? asText([first]) : parts
}

function spoken(content: Content): string {
  if (typeof content === 'string') return content
  return content.map((part) => asText([toWirePart(part)])).join('')
}

function toWirePart(part: ContentPart): WirePart {
  switch (part.type) {
    case 'input_image': {
      const { image_url, file_id, detail } = part
      const shown = detail ? { detail } : {}
      const source = image_url ? { url: image_url } : { file_id }
      return { type: 'image_url', image_url: { ...source, ...shown } }
    }
    case 'input_file': {
      const { file_id, filename, file_data } = part
      const given = Object.entries({ file_id, filename, file_data }).filter(([, value]) => value)
      return { type: 'file', file: Object.fromEntries(given) }
    }
    case 'refusal':
      return { type: 'text', text: part.refusal }
    case 'input_text':
    case 'output_text':
    case 'text':
    case 'summary_text':
    case 'reasoning_text':
      return { type: 'text', text: part.text }
  }
}

function asText(content: Message['content']): string {
  if (typeof content === 'string') return content
  return (content ?? [])
    .map((part) => (typeof part['text'] === 'string' ? part['text'] : ''))
    .join('\n')
}

/** What was written to a tool that takes any text, as the argument that it is. */
function inputOf(input: string): string {
  return JSON.stringify({ input })
}

/** An id that every service takes: Mistral's are of nine letters and digits. */
function idOf(position: number): string {
  return `c${position.toString(36).padStart(8, '0')}`
}

function noOutput(callId: string, place: string): never {
  throw new ApiError(
    `No tool output found for function call ${callId}. Give its result in \`input\` as {"type": "function_call_output", "call_id": …, "output": …}.`,
    { status: 400, code: 'invalid_value', param: place },
  )
}

function noCall(callId: string, place: string): ApiError {
  return new ApiError(
    `No tool call found for function call output with call_id ${callId}. Give the call in \`input\` before it, or name its response in \`previous_response_id\`.`,
    { status: 400, code: 'invalid_value', param: place },
  )
}
