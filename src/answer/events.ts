import type { Fields } from '../model/fields.ts'
import type { Identity, Logprobs } from '../model/model.ts'
import type { Citation } from './citations.ts'
import type { Item, ProgramUse, SearchUse } from './items.ts'
import type { Usage } from './usage.ts'

/** What goes along with a piece of text: of the service's own, and not known here. */
export interface Alongside {
  logprobs: Logprobs | null
  extra: Fields
}

/**
 * Everything that can happen while a request is answered. An item begins, is told of in deltas, and is finished with all
 * that was told; several may be open at a time.
 */
export type AnswerEvent =
  | { type: 'started'; identity: Identity }
  | { type: 'item_started'; item: ItemStart }
  | ({ type: 'text_delta'; index: number; text: string } & Alongside)
  /** In the field in which the service has its model's thoughts. */
  | ({ type: 'reasoning_delta'; index: number; text: string; field: string } & Alongside)
  /** Places of a text that cite pages, in it from its first character. */
  | { type: 'cited'; index: number; citations: readonly Citation[] }
  /** A piece of a program while the model still writes it. */
  | { type: 'code_delta'; index: number; code: string }
  /** A tool of this server begins to work on what the model has written. */
  | { type: 'tool_started'; use: ProgramUse | SearchUse }
  /** What a program prints while it runs. */
  | { type: 'output_delta'; index: number; stream: 'stdout' | 'stderr'; text: string }
  | { type: 'item_finished'; item: Item }
  | { type: 'finished'; reason: string; usage: Usage | null }

interface ItemStart {
  index: number
  round: number
  type: Item['type']
}
