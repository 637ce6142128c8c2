import type { Chunk, Delta } from './chunk.ts'
import { readContent } from './content.ts'
import { addDelta, type Fields } from './fields.ts'
import { toWire, type ToolCall } from './messages.ts'
import type { Identity, Logprobs, ModelEvent } from './model.ts'
import { newId } from './new-id.ts'
import { toolCallParts } from './tool-calls.ts'
import { toolNamed } from './tool-names.ts'
import { WrittenCalls } from './written-calls/written-calls.ts'

/** The fields in which services have what a model says to itself; the first is that of most. */
const REASONING_FIELDS = ['reasoning_content', 'reasoning'] as const

/**
 * Reads chunks as what the model says, and last as the turn that they make up.
 *
 * @param toolNames those that the model may call, which calls are told by that it writes into its text
 */
export async function* readTurn(
  chunks: AsyncIterable<{ chunk: Chunk }>,
  toolNames: readonly string[],
): AsyncGenerator<ModelEvent> {
  const calls = toolCallParts()
  const writing = new WrittenCalls(toolNames)
  const named = (name: string) => toolNamed(name, toolNames) ?? name
  const said: Fields = {}
  let usage: Fields | null = null
  let finishReason: string | null = null
  let isStarted = false

  for await (const { chunk } of chunks) {
    if (!isStarted) {
      isStarted = true
      yield { type: 'started', identity: identityOf(chunk) }
    }
    usage = chunk.usage ?? usage

    const choice = chunk.choices?.[0]
    if (!choice) continue
    finishReason = choice.finish_reason || finishReason

    const { delta, thoughts } = read(choice.delta ?? {}, writing)
    addDelta(said, delta)
    yield* eventsOf(delta, thoughts, choice.logprobs ?? null)
    for (const call of callsOf(choice.delta)) {
      const news = calls.add(call)
      if (news) yield { type: 'call', ...news, name: named(news.name) }
    }
  }

  const written = writing.end()
  const rest: Fields = written.text === '' ? {} : { content: written.text }
  addDelta(said, rest)
  yield* eventsOf(rest, written.reasoning, null)

  const toolCalls = [...calls.whole(), ...written.calls.map(toCall)].map((call) => {
    return { ...call, name: named(call.name) }
  })
  const message = toMessage(said, toolCalls)
  const reason = reasonOf(finishReason, toolCalls.length > 0)
  yield { type: 'turn', turn: { message, toolCalls, finishReason: reason, usage } }
}

/** The old form, of one call, may stand beside the new one. */
function callsOf(delta: Delta | null | undefined) {
  const { tool_calls, function_call } = delta ?? {}
  if (tool_calls && tool_calls.length > 0) return tool_calls
  return function_call ? [{ index: 0, function: function_call }] : []
}

/** A delta without what is read on its own, and with text for its content; and what the model says to itself. */
function read(given: Delta, writing: WrittenCalls): { delta: Fields; thoughts: string } {
  const { tool_calls: _, function_call: __, role: ___, ...delta } = given
  const { content } = delta
  if (content === null || content === undefined) return { delta, thoughts: '' }
  const { text, reasoning } = readContent(content)
  return { delta: { ...delta, content: writing.add(text) }, thoughts: reasoning }
}

/** What a delta says, to the model itself first; fields that nobody here knows go along with the first of it. */
function* eventsOf(
  { content, ...others }: Fields,
  thoughts: string,
  logprobs: Logprobs | null,
): Generator<ModelEvent> {
  const field = REASONING_FIELDS.find((name) => typeof others[name] === 'string' && others[name])
  const reasoning = textIn(field && others[field]) + thoughts
  const text = textIn(content)
  const extra = Object.fromEntries(
    Object.entries(others).filter(([name, value]) => name !== field && saysSomething(value)),
  )
  if (reasoning !== '') {
    const also = text === '' ? logprobs : null
    const name = field ?? REASONING_FIELDS[0]
    yield { type: 'reasoning', field: name, text: reasoning, logprobs: also, extra }
  }
  const rest = reasoning === '' ? extra : {}
  const isMore = text !== '' || Object.keys(rest).length > 0 || (reasoning === '' && logprobs)
  if (isMore) yield { type: 'text', text, logprobs, extra: rest }
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function saysSomething(value: unknown): boolean {
  return value !== null && value !== undefined && value !== ''
}

function toCall({ name, arguments: args }: { name: string; arguments: string }): ToolCall {
  return { id: newId('call_'), name, arguments: args, isCustom: false, extra: {} }
}

/** The message as the service wants it back: some refuse an empty text beside calls. */
function toMessage(said: Fields, toolCalls: readonly ToolCall[]) {
  const content = typeof said['content'] === 'string' ? said['content'] : null
  return {
    ...said,
    role: 'assistant',
    content: toolCalls.length > 0 ? content || null : content,
    ...(toolCalls.length > 0 && { tool_calls: toolCalls.map(toWire) }),
  }
}

/** What some services call the reasons that OpenAI has other words for. */
const REASONS: Record<string, string> = {
  max_tokens: 'length',
  function_call: 'tool_calls',
  tool_use: 'tool_calls',
  end_turn: 'stop',
  eos: 'stop',
  eos_token: 'stop',
  stop_sequence: 'stop',
}

function reasonOf(given: string | null, hasCalls: boolean): string {
  if (given === null) return hasCalls ? 'tool_calls' : 'stop'
  return REASONS[given.toLowerCase()] ?? given
}

function identityOf({ model, system_fingerprint, service_tier }: Chunk): Identity {
  return {
    ...(model && { model }),
    ...(system_fingerprint && { fingerprint: system_fingerprint }),
    ...(service_tier && { serviceTier: service_tier }),
  }
}
