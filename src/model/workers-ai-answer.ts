import * as z from 'zod'
import { parseJson } from '../json.ts'
import { stamp, type Fields } from './fields.ts'
import { linesOf } from './lines.ts'
import { newId } from './new-id.ts'

/** A call as the binding writes it: flat, or as OpenAI does; its arguments as text, or as what the text says. */
const Call = z.looseObject({
  name: z.string().nullish(),
  arguments: z.unknown(),
  function: z.looseObject({ name: z.string().nullish(), arguments: z.unknown() }).nullish(),
})
type Call = z.infer<typeof Call>

/** What models answer that do not answer as OpenAI's: whole, or in pieces as the events of a stream. */
const Native = z.looseObject({
  /** An object when the request asks for JSON, and sometimes a number. */
  response: z.unknown(),
  tool_calls: z.array(Call).nullish(),
  usage: z.record(z.string(), z.unknown()).nullish(),
})

/** What newer models answer. */
const AsOpenAi = z.looseObject({
  choices: z.array(z.looseObject({ finish_reason: z.string().nullish() })),
})

/** A whole answer of the binding as OpenAI's. */
export function toCompletion(answer: unknown, model: string): Fields {
  const asOpenAi = AsOpenAi.safeParse(answer)
  if (asOpenAi.success) return asOpenAi.data

  const { response, tool_calls, usage } = Native.parse(answer)
  if (response === undefined && !tool_calls) throw new SyntaxError('Neither text nor calls.')
  const calls = (tool_calls ?? []).map((call) => ({ id: newId('call_'), ...toDelta(call) }))
  const message = {
    role: 'assistant',
    content: textOf(response),
    ...(calls.length > 0 && { tool_calls: calls }),
  }
  const choice = { index: 0, message, logprobs: null, finish_reason: reason(calls.length > 0) }
  return { ...stamp('chat.completion', model), choices: [choice], ...(usage && { usage }) }
}

/** The events of the binding as OpenAI's, and before the last line, if nothing has, what says that all was said. */
export function toEvents(
  body: ReadableStream<Uint8Array>,
  model: string,
): ReadableStream<Uint8Array> {
  const chunk = stamp('chat.completion.chunk', model)
  let hasCalls = false
  let isFinished = false

  const encoder = new TextEncoder()
  const source = events()
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await source.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await source.return(undefined)
    },
  })

  async function* events(): AsyncGenerator<string> {
    for await (const line of linesOf(body)) {
      const text = /^data: ?(.*)/.exec(line)?.[1]
      if (text === '[DONE]' && !isFinished) yield event(choice({}, reason(hasCalls)))
      if (text !== undefined) yield event(text === '[DONE]' ? text : read(text))
    }
  }

  /** What cannot be read goes on as it is, to whoever reads the stream and judges it. */
  function read(text: string): string | Fields {
    const value = parseJson(text)
    const asOpenAi = AsOpenAi.safeParse(value)
    if (asOpenAi.success) {
      isFinished ||= asOpenAi.data.choices.some((each) => each.finish_reason)
      return asOpenAi.data
    }
    const native = Native.safeParse(value)
    return native.success && !('error' in native.data) ? toChunk(native.data) : text
  }

  function toChunk({ response, tool_calls, usage }: z.infer<typeof Native>): Fields {
    hasCalls ||= Boolean(tool_calls?.length)
    const delta = {
      content: textOf(response),
      ...(tool_calls && { tool_calls: tool_calls.map(toDelta) }),
    }
    return { ...choice(delta, null), ...(usage && { usage }) }
  }

  function choice(delta: Fields, finishReason: string | null): Fields {
    const only = { index: 0, delta, logprobs: null, finish_reason: finishReason }
    return { ...chunk, choices: [only] }
  }
}

function toDelta({ name, arguments: flat, function: called, ...call }: Call): Fields {
  const written = called?.arguments ?? flat
  return {
    ...call,
    type: 'function',
    function: { name: called?.name ?? name, arguments: textOf(written) ?? '' },
  }
}

/** Text is text; anything else is what its JSON says. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function reason(hasCalls: boolean): string {
  return hasCalls ? 'tool_calls' : 'stop'
}

function event(content: string | Fields): string {
  return `data: ${typeof content === 'string' ? content : JSON.stringify(content)}\n\n`
}
