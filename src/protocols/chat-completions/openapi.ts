import * as z from 'zod'
import type { TimeLimits } from '../../tools/limits.ts'
import { eventStream, failures, json, jsonBody, STREAMS } from '../openapi/parts.ts'
import { CHAT_EXAMPLES as EXAMPLES } from './examples.ts'
import { ExecutedTool } from './executed-tool.ts'
import { chatRequest } from './request.ts'

/** What a model service says of itself and of its answer; services add fields of their own. */
const Stamp = { id: z.string(), created: z.int(), model: z.string() }

const Annotation = z.looseObject({
  type: z.literal('url_citation'),
  url_citation: z.object({
    start_index: z.int(),
    end_index: z.int(),
    title: z.string(),
    url: z.string(),
  }),
})

const Usage = z.looseObject({
  prompt_tokens: z.int(),
  completion_tokens: z.int(),
  total_tokens: z.int(),
})

const ToolCall = z.looseObject({ id: z.string(), type: z.string() })

/** OpenAI's `chat.completion`, and what the tools of this server did. */
const ChatCompletion = z.looseObject({
  ...Stamp,
  object: z.literal('chat.completion'),
  choices: z.array(
    z.looseObject({
      index: z.int(),
      finish_reason: z.string(),
      message: z.looseObject({
        role: z.literal('assistant'),
        content: z.string().nullable(),
        tool_calls: z.array(ToolCall).optional().describe("Calls of the client's own tools."),
        executed_tools: z.array(ExecutedTool).optional(),
        annotations: z.array(Annotation).optional(),
      }),
    }),
  ),
  usage: Usage.optional().describe('The sum over all rounds.'),
})

const ExecutedToolDelta = ExecutedTool.partial()
  .extend({ index: z.int(), stdout: z.string().optional(), stderr: z.string().optional() })
  .describe('First what was asked for, then what is printed, last what came of it.')

/** OpenAI's `chat.completion.chunk`: the data of one event of a stream. */
const ChatCompletionChunk = z.looseObject({
  ...Stamp,
  object: z.literal('chat.completion.chunk'),
  choices: z.array(
    z.looseObject({
      index: z.int(),
      finish_reason: z.string().nullable(),
      delta: z.looseObject({
        content: z.string().nullish(),
        executed_tools: z.array(ExecutedToolDelta).optional(),
      }),
    }),
  ),
  usage: Usage.nullish(),
})

/** What is sent, by the names of the document. */
export const chatRequests = (limits: TimeLimits) => ({ ChatCompletionRequest: chatRequest(limits) })

/** What is answered. */
export const chatAnswers = { ChatCompletion, ChatCompletionChunk, ExecutedTool }

export const chatPaths = {
  '/v1/chat/completions': {
    post: {
      operationId: 'createChatCompletion',
      summary: 'Ask a model that may run Python',
      description:
        "OpenAI's chat completions. Tools of the types `code_interpreter` and `web_search` are run by this server, in rounds, until the model answers or calls a tool of the client's; every other parameter goes to the model service unchanged.",
      tags: ['Chat'],
      requestBody: jsonBody('ChatCompletionRequest', {
        interpreter: { summary: 'With the interpreter', value: EXAMPLES.ask },
        mixed: { summary: "With a function of the client's", value: EXAMPLES.askWithFunction },
      }),
      responses: {
        200: {
          description: `The answer. ${STREAMS} Their data are \`ChatCompletionChunk\`s, and \`[DONE]\` last.`,
          content: {
            ...json('ChatCompletion', EXAMPLES.completion),
            ...eventStream(EXAMPLES.chunks, 'ChatCompletionChunk'),
          },
        },
        ...failures('BadRequest', 'NotFound', 'TooLarge', 'UpstreamFailed', 'OutOfTime'),
      },
    },
  },
}
