import * as z from 'zod'
import type { TimeLimits } from '../../tools/limits.ts'
import { eventStream, failures, json, jsonBody, STREAMS } from '../openapi/parts.ts'
import { RESPONSE_EXAMPLES as EXAMPLES } from './examples.ts'
import { ProgramOutput } from './items.ts'
import { INCLUDE, responseRequest } from './request.ts'

const Status = z.enum(['in_progress', 'completed', 'incomplete', 'failed'])

const Annotation = z.discriminatedUnion('type', [
  z.looseObject({
    type: z.literal('container_file_citation'),
    container_id: z.string(),
    file_id: z.string().describe('A file of `/v1/files` and of the container.'),
    filename: z.string(),
    start_index: z.int(),
    end_index: z.int(),
  }),
  z.looseObject({
    type: z.literal('url_citation'),
    url: z.string(),
    title: z.string(),
    start_index: z.int(),
    end_index: z.int(),
  }),
])

const OutputMessage = z.looseObject({
  type: z.literal('message'),
  id: z.string(),
  status: Status,
  role: z.literal('assistant'),
  content: z.array(
    z.discriminatedUnion('type', [
      z.looseObject({
        type: z.literal('output_text'),
        text: z.string(),
        annotations: z.array(Annotation),
      }),
      z.looseObject({ type: z.literal('refusal'), refusal: z.string() }),
    ]),
  ),
})

const ReasoningItem = z.looseObject({
  type: z.literal('reasoning'),
  id: z.string(),
  summary: z.array(z.looseObject({ type: z.literal('summary_text'), text: z.string() })),
  encrypted_content: z.string().optional(),
})

const CodeInterpreterCall = z.looseObject({
  type: z.literal('code_interpreter_call'),
  id: z.string(),
  status: Status.describe(
    'A program with an error is `completed`; one that was ended, `incomplete`.',
  ),
  code: z.string(),
  container_id: z.string(),
  outputs: z
    .array(ProgramOutput)
    .nullable()
    .describe(`With \`include: ["${INCLUDE.outputs}"]\`: what it printed and showed.`),
})

const WebSearchCall = z.looseObject({
  type: z.literal('web_search_call'),
  id: z.string(),
  status: Status,
  action: z.looseObject({ type: z.literal('search'), query: z.string() }),
})

const FunctionCall = z.looseObject({
  type: z.literal('function_call'),
  id: z.string(),
  call_id: z.string(),
  name: z.string(),
  arguments: z.string(),
  status: Status,
})

const CustomToolCall = z.looseObject({
  type: z.literal('custom_tool_call'),
  id: z.string(),
  call_id: z.string(),
  name: z.string(),
  input: z.string(),
})

const ResponseItem = z.discriminatedUnion('type', [
  OutputMessage,
  ReasoningItem,
  CodeInterpreterCall,
  WebSearchCall,
  FunctionCall,
  CustomToolCall,
])

/** OpenAI's `response`. */
const ModelResponse = z.looseObject({
  id: z.string(),
  object: z.literal('response'),
  created_at: z.int(),
  completed_at: z.int().nullable(),
  status: Status,
  model: z.string(),
  output: z.array(ResponseItem),
  error: z.looseObject({ code: z.string(), message: z.string() }).nullable(),
  incomplete_details: z.looseObject({ reason: z.string() }).nullable(),
  previous_response_id: z.string().nullable(),
  instructions: z.string().nullable(),
  tools: z.array(z.looseObject({ type: z.string() })),
  metadata: z.record(z.string(), z.string()),
  usage: z
    .looseObject({
      input_tokens: z.int(),
      output_tokens: z.int(),
      total_tokens: z.int(),
    })
    .nullable()
    .describe('The sum over all rounds.'),
})

/** OpenAI's events of a stream, by their types; those of an item say which it is. */
const ResponseEvent = z.looseObject({
  type: z.string(),
  sequence_number: z.int(),
  response: ModelResponse.optional(),
  output_index: z.int().optional(),
  item_id: z.string().optional(),
})

/** What is sent, by the names of the document. */
export const responseRequests = (limits: TimeLimits) => ({
  ResponseRequest: responseRequest(limits),
})

/** What is answered. */
export const responseAnswers = { Response: ModelResponse, ResponseEvent, ResponseItem }

export const responsePaths = {
  '/v1/responses': {
    post: {
      operationId: 'createResponse',
      summary: 'Ask a model that may run Python, for a response',
      description: `OpenAI's Responses, for every model. Tools of the types \`code_interpreter\` and \`web_search\` are run by this server, in rounds, until the model answers or calls a tool of the client's. Each program is a new one; its container is the files in \`/mnt/data\`, and never variables. With \`include: ["${INCLUDE.stdout}"]\` what a program prints is streamed too, as \`stdout\` and \`stderr\` of further events \`response.code_interpreter_call.interpreting\`.`,
      tags: ['Responses'],
      requestBody: jsonBody('ResponseRequest', {
        interpreter: { summary: 'With the interpreter', value: EXAMPLES.ask },
        mixed: { summary: "With a function of the client's", value: EXAMPLES.askWithFunction },
        goOn: { summary: 'Going on from an earlier response', value: EXAMPLES.goOn },
      }),
      responses: {
        200: {
          description: `The response. ${STREAMS} Their data are \`ResponseEvent\`s, and \`[DONE]\` last.`,
          content: {
            ...json('Response', EXAMPLES.response),
            ...eventStream(EXAMPLES.events, 'ResponseEvent'),
          },
        },
        ...failures('BadRequest', 'NotFound', 'TooLarge', 'UpstreamFailed', 'OutOfTime'),
      },
    },
  },
}
