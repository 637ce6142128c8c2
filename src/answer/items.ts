import type { ToolCall } from '../model/messages.ts'
import type { ToolOutcome } from '../tools/tool.ts'
import type { Citation } from './citations.ts'
import type { Given } from './given.ts'

/** Where an item stands in the answer, and the round of the model in which it began. */
interface Place {
  /** From 0, in the order in which items begin. */
  index: number
  round: number
}

/** What the model tells its reader, with what was added to it. */
export interface TextItem extends Place {
  type: 'text'
  text: string
  citations: readonly Citation[]
}

/** What the model tells itself. */
export interface ReasoningItem extends Place {
  type: 'reasoning'
  text: string
}

/** The use of a tool of this server. */
interface ToolUse extends Place {
  /** The call's, as the model service has it. */
  callId: string
  /** The tool's. */
  name: string
  /** What the model asked for, as JSON. */
  arguments: string
  given: Given | null
}

/** A use that has come to its end; without an outcome it was never begun, since the answer was cut. */
interface Finished {
  outcome: ToolOutcome | null
}

export type ProgramUse = ToolUse & { type: 'program'; code: string }
export type SearchUse = ToolUse & { type: 'search' }
export type ProgramItem = ProgramUse & Finished
export type SearchItem = SearchUse & Finished

/** A call of a tool of the client's, which is the client's to answer. */
interface ClientCallItem extends Place {
  type: 'client_call'
  call: ToolCall
}

/** One of the things that an answer consists of. */
export type Item = TextItem | ReasoningItem | ProgramItem | SearchItem | ClientCallItem
