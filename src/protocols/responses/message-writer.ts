import * as z from 'zod'
import type { Fields } from '../../model/fields.ts'
import type { Logprobs } from '../../model/model.ts'
import {
  itemAdded,
  itemDone,
  type ItemPlace,
  type ItemStatus,
  type Told,
  type WrittenItem,
} from './told.ts'

/** A part of a message: what the model says, or why it does not. */
type Part =
  | { type: 'output_text'; text: string; annotations: object[]; logprobs: Fields[] }
  | { type: 'refusal'; refusal: string }

/** A piece of what a model says. */
interface Piece {
  text: string
  logprobs: Logprobs | null
  extra: Fields
}

const Token = z.object({
  token: z.string(),
  logprob: z.number(),
  bytes: z.array(z.number()).nullish(),
})
const Tokens = z
  .object({ content: z.array(Token.extend({ top_logprobs: z.array(Token).nullish() })) })
  .catch({ content: [] })

/** Writes a message while it is said. */
export class MessageWriter {
  readonly #place: ItemPlace
  readonly #includesLogprobs: boolean
  readonly #content: Part[] = []

  constructor(place: ItemPlace, includesLogprobs: boolean) {
    this.#place = place
    this.#includesLogprobs = includesLogprobs
  }

  *open(): Generator<Told> {
    yield itemAdded(this.#place, this.#item('in_progress'))
  }

  *add({ text, logprobs, extra }: Piece): Generator<Told> {
    if (text !== '') {
      const part = yield* this.#part('output_text')
      const tokens = this.#includesLogprobs ? tokensOf(logprobs) : []
      part.text += text
      for (const token of tokens) part.logprobs.push(token)
      yield this.#told('response.output_text.delta', { delta: text, logprobs: tokens })
    }
    const { refusal } = extra
    if (typeof refusal === 'string' && refusal !== '') {
      const part = yield* this.#part('refusal')
      part.refusal += refusal
      yield this.#told('response.refusal.delta', { delta: refusal })
    }
  }

  /** Notes of what the text refers to. */
  *annotate(annotations: readonly object[]): Generator<Told> {
    if (annotations.length === 0) return
    const part = yield* this.#part('output_text')
    for (const annotation of annotations) {
      const annotation_index = part.annotations.push(annotation) - 1
      yield this.#told('response.output_text.annotation.added', { annotation_index, annotation })
    }
  }

  *close(status: ItemStatus): Generator<Told, WrittenItem> {
    if (this.#content.length === 0) yield* this.#part('output_text')
    yield* this.#endPart()
    const item = this.#item(status)
    yield itemDone(this.#place, item)
    return { sent: item, kept: item }
  }

  /** The part that goes on; one of another kind ends it. */
  #part(type: 'output_text'): Generator<Told, Extract<Part, { type: 'output_text' }>>
  #part(type: 'refusal'): Generator<Told, Extract<Part, { type: 'refusal' }>>
  *#part(type: Part['type']): Generator<Told, Part> {
    const last = this.#content.at(-1)
    if (last?.type === type) return last
    yield* this.#endPart()
    const part: Part =
      type === 'refusal' ? { type, refusal: '' } : { type, text: '', annotations: [], logprobs: [] }
    this.#content.push(part)
    yield this.#told('response.content_part.added', { part: copied(part) })
    return part
  }

  *#endPart(): Generator<Told> {
    const part = this.#content.at(-1)
    if (!part) return
    yield part.type === 'refusal'
      ? this.#told('response.refusal.done', { refusal: part.refusal })
      : this.#told('response.output_text.done', { text: part.text, logprobs: part.logprobs })
    yield this.#told('response.content_part.done', { part: copied(part) })
  }

  #told(type: string, fields: object): Told {
    const content_index = Math.max(0, this.#content.length - 1)
    return { type, ...this.#place, content_index, ...fields }
  }

  #item(status: ItemStatus | 'in_progress'): Fields {
    const { item_id: id } = this.#place
    return { id, type: 'message', status, role: 'assistant', content: this.#content.map(copied) }
  }
}

/** As it is now: who reads an event shall not see it change. */
function copied(part: Part): Part {
  return part.type === 'refusal'
    ? { ...part }
    : { ...part, annotations: [...part.annotations], logprobs: [...part.logprobs] }
}

function tokensOf(logprobs: Logprobs | null): Fields[] {
  if (!logprobs) return []
  const told = ({ token, logprob, bytes }: z.infer<typeof Token>) => {
    return { token, logprob, bytes: bytes ?? [] }
  }
  return Tokens.parse(logprobs).content.map((token) => {
    return { ...told(token), top_logprobs: (token.top_logprobs ?? []).map(told) }
  })
}
