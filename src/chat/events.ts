import type { Fields } from '../model/fields.ts'
import type { ExecutionProgress } from '../tools/execution.ts'

/** A tool's call as it is known before the tool has run: the beginning of an entry of `executed_tools`. */
export interface ToolCallEntry {
  index: number
  type: string
  name: string
  arguments: string
}

/** A finished entry: with what the model read, and what else clients get. */
export type ExecutedTool = ToolCallEntry & { output: string } & Fields

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
