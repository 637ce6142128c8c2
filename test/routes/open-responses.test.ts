import { expect, it } from 'vitest'
import * as z from 'zod'
import { appFor } from '../support/chat-request.ts'
import { eventsOf } from '../support/read-events.ts'
import { weather as tool } from '../support/responses.ts'
import { calls, says, ScriptedUpstream } from '../support/scripted-upstream.ts'
import { post } from '../support/test-app.ts'

// What the compliance suite of Open Responses asks of a server, and what its published schema says of the answers:
// stricter than OpenAI's clients, since it wants every field to be there. Its program is in no registry.

const Index = z.int().nonnegative()
const Text = z.looseObject({
  type: z.literal('output_text'),
  text: z.string(),
  annotations: z.array(z.looseObject({ type: z.string() })),
  logprobs: z.array(z.unknown()),
})
const Item = z.discriminatedUnion('type', [
  z.looseObject({
    type: z.literal('message'),
    id: z.string(),
    status: z.enum(['in_progress', 'completed', 'incomplete']),
    role: z.literal('assistant'),
    content: z.array(Text),
  }),
  z.looseObject({
    type: z.literal('function_call'),
    id: z.string(),
    call_id: z.string(),
    name: z.string(),
    arguments: z.string(),
    status: z.enum(['in_progress', 'completed', 'incomplete']),
  }),
  z.looseObject({
    type: z.literal('reasoning'),
    id: z.string(),
    summary: z.array(z.looseObject({ type: z.string() })),
    encrypted_content: z.string().optional(),
  }),
])

const Resource = z.looseObject({
  id: z.string(),
  object: z.literal('response'),
  created_at: z.int(),
  completed_at: z.int().nullable(),
  status: z.string(),
  incomplete_details: z.looseObject({ reason: z.string() }).nullable(),
  model: z.string(),
  previous_response_id: z.string().nullable(),
  instructions: z.string().nullable(),
  output: z.array(Item),
  error: z.looseObject({ code: z.string(), message: z.string() }).nullable(),
  tools: z.array(
    z.looseObject({
      type: z.literal('function'),
      name: z.string(),
      description: z.string().nullable(),
      parameters: z.looseObject({}).nullable(),
      strict: z.boolean().nullable(),
    }),
  ),
  tool_choice: z.enum(['none', 'auto', 'required']),
  truncation: z.enum(['auto', 'disabled']),
  parallel_tool_calls: z.boolean(),
  text: z.looseObject({ format: z.looseObject({ type: z.string() }) }),
  top_p: z.number(),
  presence_penalty: z.number(),
  frequency_penalty: z.number(),
  top_logprobs: z.int(),
  temperature: z.number(),
  reasoning: z
    .looseObject({ effort: z.string().nullable(), summary: z.string().nullable() })
    .nullable(),
  usage: z
    .looseObject({
      input_tokens: z.int(),
      output_tokens: z.int(),
      total_tokens: z.int(),
      input_tokens_details: z.looseObject({ cached_tokens: z.int() }),
      output_tokens_details: z.looseObject({ reasoning_tokens: z.int() }),
    })
    .nullable(),
  max_output_tokens: z.int().nullable(),
  max_tool_calls: z.int().nullable(),
  store: z.boolean(),
  background: z.boolean(),
  service_tier: z.string(),
  metadata: z.unknown(),
  safety_identifier: z.string().nullable(),
  prompt_cache_key: z.string().nullable(),
})

const ofItem = { sequence_number: Index, item_id: z.string(), output_index: Index }
const ofPart = { ...ofItem, content_index: Index }
const whole = <Type extends string>(type: Type) =>
  z.looseObject({ type: z.literal(type), sequence_number: Index, response: Resource })
const Event = z.discriminatedUnion('type', [
  whole('response.created'),
  whole('response.in_progress'),
  whole('response.completed'),
  ...(['response.output_item.added', 'response.output_item.done'] as const).map((type) =>
    z.looseObject({
      type: z.literal(type),
      sequence_number: Index,
      output_index: Index,
      item: Item,
    }),
  ),
  ...(['response.content_part.added', 'response.content_part.done'] as const).map((type) =>
    z.looseObject({ type: z.literal(type), ...ofPart, part: Text }),
  ),
  z.looseObject({
    type: z.literal('response.output_text.delta'),
    ...ofPart,
    delta: z.string(),
    logprobs: z.array(z.unknown()),
  }),
  z.looseObject({
    type: z.literal('response.output_text.done'),
    ...ofPart,
    text: z.string(),
    logprobs: z.array(z.unknown()),
  }),
  z.looseObject({
    type: z.literal('response.function_call_arguments.delta'),
    ...ofItem,
    delta: z.string(),
  }),
  z.looseObject({
    type: z.literal('response.function_call_arguments.done'),
    ...ofItem,
    arguments: z.string(),
  }),
])

const message = (content: unknown, role = 'user') => ({ type: 'message', role, content })
const pdf = `data:application/pdf;base64,${btoa('%PDF-1.4')}`
const call = { id: 'call_1', name: 'get_weather', arguments: '{"location":"San Francisco"}' }
const { strict: _, ...weather } = tool

const requests = {
  'basic-response': { input: [message('Say hello in exactly 3 words.')] },
  'streaming-response': { input: [message('Count from 1 to 5.')], stream: true },
  'system-prompt': { input: [message('You are a pirate.', 'system'), message('Say hello.')] },
  'tool-calling': { input: [message('How is the weather?')], tools: [weather] },
  'tool-calling-streaming': {
    input: [message('How is the weather?')],
    tools: [weather],
    stream: true,
  },
  'function-call-roundtrip': {
    input: [
      message('How is the weather?'),
      { type: 'function_call', call_id: 'c', name: 'get_weather', arguments: '{}' },
      { type: 'function_call_output', call_id: 'c', output: 'sunny' },
    ],
    tools: [weather],
  },
  'image-input': {
    input: [
      message([
        { type: 'input_text', text: 'What is this?' },
        { type: 'input_image', image_url: 'data:image/png;base64,iVBORw0KGgo=' },
      ]),
    ],
  },
  'file-input': {
    input: [message([{ type: 'input_file', filename: 'a.pdf', file_data: pdf }])],
  },
  'multi-turn': {
    input: [message('I am Ada.'), message('Hello Ada!', 'assistant'), message('Who am I?')],
  },
}

it.for(Object.entries(requests))('Open Responses: %s', async ([name, request]) => {
  const isCall = name.startsWith('tool-calling')
  await using upstream = await ScriptedUpstream.start(isCall ? calls(call) : says('One, two.'))

  const response = await post(appFor(upstream), '/v1/responses', { model: 'm', ...request })

  const events = 'stream' in request ? await eventsOf(response) : []
  const data: unknown[] = events.filter((text) => text !== '[DONE]').map((text) => JSON.parse(text))
  expect(z.array(Event).safeParse(data).error).toBeUndefined()
  const last = Event.safeParse(data.at(-1)).data
  const body = last?.type === 'response.completed' ? last.response : await json(response)
  const resource = Resource.parse(body)
  expect(resource.status).toBe('completed')
  expect(resource.output.map(({ type }) => type)).toEqual([isCall ? 'function_call' : 'message'])
})

it('Open Responses: previous-response-id', async () => {
  await using upstream = await ScriptedUpstream.start(says('Hello Ada!'), says('Ada.'))
  const app = appFor(upstream)
  const ask = async (fields: object) => {
    return Resource.parse(await json(await post(app, '/v1/responses', { model: 'm', ...fields })))
  }

  const first = await ask({ input: 'I am Ada.' })
  const second = await ask({ input: 'Who am I?', previous_response_id: first.id })

  expect(second).toMatchObject({ status: 'completed', previous_response_id: first.id })
  expect(upstream.messages(-1)).toHaveLength(3)
})

async function json(response: Response): Promise<unknown> {
  return response.bodyUsed ? null : response.json()
}
