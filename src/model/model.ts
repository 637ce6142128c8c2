import type { Fields } from './fields.ts'
import type { Message, ToolCall } from './messages.ts'

export interface Prompt {
  model: string
  messages: readonly Message[]
  /** Declarations of tools, as the protocol writes them. */
  tools: readonly object[]
  /** As the protocol writes it; absent, the model is free. */
  toolChoice?: unknown
  /** Every other parameter of the request, passed on unchanged. */
  parameters: Fields
}

/** Who answers, as far as the service says. */
export interface Identity {
  model?: string
  fingerprint?: string
  serviceTier?: string
}

/** A piece of what a model says. */
interface Said {
  text: string
  /** How likely the tokens were, and what else might have been, where that was asked for. */
  logprobs: Logprobs | null
  /** What the service says beside it in fields of its own. */
  extra: Fields
}

/** As the service writes it: lists of tokens, by what they are tokens of. */
export type Logprobs = Fields

export type ModelEvent =
  | { type: 'started'; identity: Identity }
  /** To its reader. */
  | ({ type: 'text' } & Said)
  /** To itself, in the field that the service has for it. */
  | ({ type: 'reasoning'; field: string } & Said)
  /** A piece of a call's arguments, whose place in the turn is `position`. */
  | { type: 'call'; position: number; name: string; piece: string }
  | { type: 'turn'; turn: Turn }

/** What the model has said and asked for, once it has stopped. */
export interface Turn {
  message: Message
  toolCalls: readonly ToolCall[]
  /** Why it stopped, in OpenAI's words. */
  finishReason: string
  /** As the service writes it. */
  usage: Fields | null
}

/** The service's own answer to a request that needs nothing of ours. */
export type Relayed =
  | { kind: 'completion'; completion: Fields }
  | { kind: 'chunks'; chunks: AsyncIterable<Fields> }

/**
 * A language model, or a service of several. Every method rejects with `ApiError` when the service refuses,
 * cannot be reached, or breaks off, and with the signal's reason when that is aborted.
 */
export interface Model {
  /** One `started`, any number of pieces, and last exactly one `turn`. */
  stream(prompt: Prompt, signal: AbortSignal): AsyncIterable<ModelEvent>
  /** Passes a request on as it is. Chunks come exactly when it asks for a stream. */
  relay(request: Fields, signal: AbortSignal): Promise<Relayed>
  /** The same for a response of OpenAI's, whose events are the chunks; null where the service makes none. */
  respond(request: Fields, signal: AbortSignal): Promise<Relayed | null>
  /** The models there are, as OpenAI's objects. */
  list(signal: AbortSignal): Promise<Fields[]>
  find(id: string, signal: AbortSignal): Promise<Fields>
}
