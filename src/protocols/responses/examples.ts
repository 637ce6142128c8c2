import { FILE_ID } from '../executions/examples.ts'
import { responseRequest } from './request.ts'
import { responseObject } from './response.ts'

/** Values that are true to the schemas, as the OpenAPI document shows them; a test holds them to it. */

const OWN = '4f1e7c0a9b3d48e2a6c5d1f0837be962'
const CONTAINER = 'cntr_0c2d7be1f4a94d0f8f5e6b1a9c3d7e20'
const FILE_URL = `https://interpreter.example.com/v1/files/${FILE_ID}/content?owner=9f86d081884c7d659a2feaa0&expires=1795608000&signature=5e88…`

const PLOT = 'import matplotlib.pyplot as plt\nplt.plot([1, 4, 9])'
const TEXT = `Here they are.\n\n![figure-1.png](${FILE_URL})`

const ask = {
  model: 'gpt-4o',
  input: 'Plot the first three squares.',
  tools: [{ type: 'code_interpreter', container: { type: 'auto' } }],
  include: ['code_interpreter_call.outputs'],
}

const program = {
  id: `ci_${OWN}o000`,
  type: 'code_interpreter_call',
  container_id: CONTAINER,
  status: 'completed',
  code: PLOT,
  outputs: [{ type: 'image', url: 'data:image/png;base64,iVBORw0KGgo=' }],
}

const text = { type: 'output_text', text: '', annotations: [], logprobs: [] }

const message = {
  id: `msg_${OWN}o001`,
  type: 'message',
  status: 'completed',
  role: 'assistant',
  content: [
    {
      ...text,
      text: TEXT,
      annotations: [
        {
          type: 'container_file_citation',
          container_id: CONTAINER,
          file_id: FILE_ID,
          filename: 'figure-1.png',
          start_index: 17,
          end_index: TEXT.length,
        },
      ],
    },
  ],
}

const request = responseRequest({ maxTimeoutMs: 300_000, maxSandboxTimeoutMs: 600_000 }).parse(ask)
const stamp = { id: `resp_${OWN}`, createdAt: 1_795_000_000 }
const begun = responseObject(request, stamp, { status: 'in_progress', output: [] })
const response = responseObject(request, stamp, {
  status: 'completed',
  output: [program, message],
  completed_at: 1_795_000_004,
  usage: { input: 310, cached: 0, output: 42, reasoning: 0, total: 352, given: {} },
})

const events = (...told: { type: string; [field: string]: unknown }[]) =>
  told
    .map((event, sequence_number) => {
      return `event: ${event.type}\ndata: ${JSON.stringify({ ...event, sequence_number })}\n\n`
    })
    .join('')

const program0 = { output_index: 0, item_id: program.id }
const text0 = { output_index: 1, item_id: message.id, content_index: 0 }

export const RESPONSE_EXAMPLES = {
  ask,
  goOn: {
    model: 'gpt-4o',
    previous_response_id: `resp_${OWN}`,
    input: [
      {
        type: 'message',
        role: 'user',
        content: [{ type: 'input_text', text: 'And the next three?' }],
      },
    ],
    tools: [{ type: 'code_interpreter', container: CONTAINER, timeout_ms: 30_000 }],
    stream: true,
  },
  askWithFunction: {
    model: 'gpt-4o',
    instructions: 'Answer in one sentence.',
    input: 'How much warmer than usual is it in Rome?',
    tools: [
      { type: 'code_interpreter', container: { type: 'auto', file_ids: [FILE_ID] } },
      {
        type: 'function',
        name: 'get_weather',
        parameters: { type: 'object', properties: { city: { type: 'string' } } },
      },
    ],
  },
  response,
  events: `${events(
    { type: 'response.created', response: begun },
    { type: 'response.in_progress', response: begun },
    {
      type: 'response.output_item.added',
      output_index: 0,
      item: { ...program, status: 'in_progress', code: '', outputs: null },
    },
    { type: 'response.code_interpreter_call.in_progress', ...program0 },
    { type: 'response.code_interpreter_call_code.delta', ...program0, delta: PLOT },
    { type: 'response.code_interpreter_call_code.done', ...program0, code: PLOT },
    { type: 'response.code_interpreter_call.interpreting', ...program0 },
    { type: 'response.code_interpreter_call.completed', ...program0 },
    { type: 'response.output_item.done', output_index: 0, item: program },
    {
      type: 'response.output_item.added',
      output_index: 1,
      item: { ...message, status: 'in_progress', content: [] },
    },
    { type: 'response.content_part.added', ...text0, part: text },
    { type: 'response.output_text.delta', ...text0, delta: TEXT, logprobs: [] },
    { type: 'response.output_text.done', ...text0, text: TEXT, logprobs: [] },
    { type: 'response.content_part.done', ...text0, part: message.content[0] },
    { type: 'response.output_item.done', output_index: 1, item: message },
    { type: 'response.completed', response },
  )}data: [DONE]\n\n`,
}
