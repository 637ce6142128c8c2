import * as z from 'zod'
import { demoAnswer, type DemoCall } from './demo-script.ts'
import { Message } from './messages.ts'
import { newId } from './new-id.ts'

const ChatRequest = z.looseObject({
  messages: z.array(Message).default([]),
  tools: z
    .array(
      z.looseObject({
        function: z
          .looseObject({ name: z.string(), description: z.string().default('') })
          .optional(),
      }),
    )
    .nullish(),
  tool_choice: z.unknown().optional(),
  stream: z.boolean().nullish(),
})
type ChatRequest = z.infer<typeof ChatRequest>

const CARD = { id: 'demo', object: 'model', created: 0, owned_by: 'open-code-interpreter' }

/**
 * A model service in miniature: it speaks OpenAI's protocol over `fetch` like any other upstream, and
 * behind it is a script instead of a model.
 */
export async function demoService(
  input: string | URL | Request,
  init?: RequestInit,
): Promise<Response> {
  const request = new Request(input, init)
  const { pathname } = new URL(request.url)

  if (pathname.endsWith('/models')) return Response.json({ object: 'list', data: [CARD] })
  if (pathname.endsWith('/models/demo')) return Response.json(CARD)
  if (pathname.endsWith('/chat/completions')) {
    return answer(ChatRequest.parse(await request.json()))
  }
  const message = 'The demo has one model, `demo`.'
  return Response.json({ error: { message, code: 'model_not_found' } }, { status: 404 })
}

function answer(request: ChatRequest): Response {
  const named = (name: string) => request.tools?.find((tool) => tool.function?.name === name)
  const interpreter = named('code_interpreter')
  const mayUseTools = request.tool_choice !== 'none'
  const { text, call } = demoAnswer(request.messages, {
    mayRun: interpreter !== undefined && mayUseTools,
    maySearch: named('web_search') !== undefined && mayUseTools,
    toolDescription: interpreter?.function?.description ?? '',
  })
  const usage = estimate(request.messages, text + JSON.stringify(call?.arguments ?? ''))
  return request.stream ? streamed({ text, call, usage }) : whole({ text, call, usage })
}

interface Answer {
  text: string
  call: DemoCall | null
  usage: object
}

function whole({ text, call, usage }: Answer): Response {
  const message = {
    role: 'assistant',
    content: text,
    refusal: null,
    ...(call && { tool_calls: [toolCall(call)] }),
  }
  const finish_reason = call === null ? 'stop' : 'tool_calls'
  return Response.json({
    ...stamp('chat.completion'),
    choices: [{ index: 0, message, logprobs: null, finish_reason }],
    usage,
  })
}

function streamed({ text, call, usage }: Answer): Response {
  const words = text.match(/\s*\S+\s*$|\s*\S+/g) ?? []
  const deltas = [
    { role: 'assistant', content: '' },
    ...words.map((content) => ({ content })),
    ...(call ? [{ tool_calls: [{ index: 0, ...toolCall(call) }] }] : []),
  ]
  const finish_reason = call === null ? 'stop' : 'tool_calls'
  const chunks = [
    ...deltas.map((delta) => ({ choices: [{ index: 0, delta, finish_reason: null }] })),
    { choices: [{ index: 0, delta: {}, finish_reason }] },
    { choices: [], usage },
  ]
  const same = stamp('chat.completion.chunk')
  const events = chunks.map((chunk) => `data: ${JSON.stringify({ ...same, ...chunk })}\n\n`)
  return new Response(`${events.join('')}data: [DONE]\n\n`, {
    headers: { 'content-type': 'text/event-stream' },
  })
}

function stamp(object: string) {
  const created = Math.floor(Date.now() / 1000)
  return { id: `chatcmpl-${crypto.randomUUID()}`, object, created, model: CARD.id }
}

function toolCall({ name, arguments: args }: DemoCall) {
  return {
    id: newId('call_'),
    type: 'function',
    function: { name, arguments: JSON.stringify(args) },
  }
}

/** Tokens as a rule of thumb counts them, four characters each: a script has no tokenizer. */
function estimate(messages: readonly Message[], said: string) {
  const prompt_tokens = Math.ceil(JSON.stringify(messages).length / 4)
  const completion_tokens = Math.ceil(said.length / 4)
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens }
}
