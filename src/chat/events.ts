import * as z from 'zod'
import type { Fields } from '../model/fields.ts'
import { ExecutionResult, type ExecutionProgress } from '../tools/execution.ts'
import { Given } from './given.ts'

/** A tool's call as it is known before the tool has run: the beginning of an entry of `executed_tools`. */
export interface ToolCallEntry {
  index: number
  type: string
  name: string
  arguments: string
  upstream?: Given
}

/** A finished entry: with what the model read, and what else clients get. */
export const ExecutedTool = z.looseObject({
  index: z.int().nonnegative(),
  type: z.string().describe('`code_interpreter` or `web_search`'),
  name: z.string(),
  arguments: z.string().describe('What the model asked for, as JSON.'),
  output: z.string().describe('What the model was told of it.'),
  upstream: Given.optional().describe('What the model service wants back with the call.'),
  code_results: z
    .array(
      z.object({
        text: z.string().optional(),
        png: z.string().optional().describe('A picture as base64.'),
        jpeg: z.string().optional(),
        svg: z.string().optional(),
      }),
    )
    .optional()
    .describe('What a program showed.'),
  execution: ExecutionResult.optional().describe('All that came of a program.'),
  search_results: z
    .object({
      results: z.array(
        z.object({
          title: z.string(),
          url: z.string(),
          content: z.string(),
          score: z.number().nullable(),
        }),
      ),
    })
    .optional()
    .describe('The pages that a search found.'),
})
export type ExecutedTool = z.infer<typeof ExecutedTool>

/** Everything that can happen while a chat request is answered, in the order it happens. */
export type ChatEvent =
  | { type: 'started'; identity: Fields }
  | { type: 'delta'; delta: Fields; logprobs: Fields | null }
  | { type: 'tool_started'; entry: ToolCallEntry }
  | { type: 'tool_progressed'; index: number; progress: ExecutionProgress }
  | { type: 'tool_finished'; entry: ExecutedTool }
  /** Calls of the client's own tools, which are the client's to answer. */
  | { type: 'calls_returned'; calls: readonly object[] }
  | { type: 'done'; finishReason: string; usage: Fields | null }
