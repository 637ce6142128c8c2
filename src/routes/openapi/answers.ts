import * as z from 'zod'
import { ExecutedTool } from '../../chat/events.ts'
import { FileObject } from '../files.ts'

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
export const ChatCompletion = z.looseObject({
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
export const ChatCompletionChunk = z.looseObject({
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

export const FileList = z.strictObject({
  object: z.literal('list'),
  data: z.array(FileObject),
  first_id: z.string().nullable(),
  last_id: z.string().nullable(),
  has_more: z.boolean(),
})

export const DeletedFile = z.strictObject({
  id: z.string(),
  object: z.literal('file'),
  deleted: z.literal(true),
})

export const Model = z.looseObject({ id: z.string(), object: z.literal('model') })

export const ModelList = z.strictObject({ object: z.literal('list'), data: z.array(Model) })
