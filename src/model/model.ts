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

export type ModelEvent =
  /** Who answers: `model`, and whatever else the service says of itself. */
  | { type: 'started'; identity: Fields }
  /** A piece of the message: `content`, or a field of the service's own such as `reasoning_content`. */
  | { type: 'delta'; delta: Fields; logprobs: Fields | null }
  | { type: 'turn'; turn: Turn }

/** What the model has said and asked for, once it has stopped. */
export interface Turn {
  message: Message
  toolCalls: readonly ToolCall[]
  /** Why it stopped, in OpenAI's words. */
  finishReason: string
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
  /** One `started`, any number of `delta`s, and last exactly one `turn`. */
  stream(prompt: Prompt, signal: AbortSignal): AsyncIterable<ModelEvent>
  /** Passes a request on as it is. Chunks come exactly when it asks for a stream. */
  relay(request: Fields, signal: AbortSignal): Promise<Relayed>
  /** The models there are, as OpenAI's objects. */
  list(signal: AbortSignal): Promise<Fields[]>
  find(id: string, signal: AbortSignal): Promise<Fields>
}
