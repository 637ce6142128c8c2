import type { Fields } from '../model/fields.ts'
import type { Message } from '../model/messages.ts'
import { BUILTIN_TYPES, type BuiltinSpec } from '../tools/tools.ts'

/** A tool that the client runs, as the protocol of models declares it. */
export type ClientTool =
  | { type: 'function'; function: { name: string } }
  | { type: 'custom'; custom: { name: string } }

export type ToolSpec = BuiltinSpec | ClientTool

/** What is asked for, whatever the protocol in which it was. */
export interface AnswerRequest {
  model: string
  messages: readonly PlacedMessage[]
  tools: readonly ToolSpec[]
  /** As the protocol of models writes it, in which our tools are named by their types. */
  toolChoice: unknown
  /** How often our tools may be called; null for as often as the rounds allow. */
  maxToolCalls: number | null
  /** Whether programs find the files that those before them have made. */
  keepsFiles: boolean
  /** Whether the text has to be JSON, to which nothing may be added. */
  isStructured: boolean
  /** What goes to the model unchanged. */
  parameters: Fields
}

export interface PlacedMessage {
  /** Where it stands in the client's request, as errors name it: `messages[2]`. */
  place: string
  message: Message
}

export function isBuiltin(tool: ToolSpec): tool is BuiltinSpec {
  return BUILTIN_TYPES.includes(tool.type)
}

/** The name by which the model calls a tool. */
export function nameOf(tool: ToolSpec): string {
  switch (tool.type) {
    case 'code_interpreter':
    case 'web_search':
      return tool.type
    case 'function':
      return tool.function.name
    case 'custom':
      return tool.custom.name
  }
}
