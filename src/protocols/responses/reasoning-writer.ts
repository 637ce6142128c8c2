import type { Fields } from '../../model/fields.ts'
import { sealed } from './retold.ts'
import { itemAdded, itemDone, type ItemPlace, type Told, type WrittenItem } from './told.ts'

/** Writes what a model says to itself, as the summary that clients show. */
export class ReasoningWriter {
  readonly #place: ItemPlace
  readonly #isSealed: boolean
  #text = ''
  #field = ''

  constructor(place: ItemPlace, includesSealed: boolean) {
    this.#place = place
    this.#isSealed = includesSealed
  }

  *open(): Generator<Told> {
    yield itemAdded(this.#place, this.#item([], null))
    yield this.#told('part.added', { part: { type: 'summary_text', text: '' } })
  }

  *add(text: string, field: string): Generator<Told> {
    this.#text += text
    this.#field = field
    yield this.#told('text.delta', { delta: text })
  }

  *close(): Generator<Told, WrittenItem> {
    const part = { type: 'summary_text', text: this.#text }
    yield this.#told('text.done', { text: this.#text })
    yield this.#told('part.done', { part })
    const kept = this.#item([part], sealed(this.#text, this.#field))
    const sent = this.#isSealed ? kept : this.#item([part], null)
    yield itemDone(this.#place, sent)
    return { sent, kept }
  }

  #told(event: string, fields: object): Told {
    return {
      type: `response.reasoning_summary_${event}`,
      ...this.#place,
      summary_index: 0,
      ...fields,
    }
  }

  #item(summary: object[], encrypted_content: string | null): Fields {
    const sealedText = encrypted_content === null ? {} : { encrypted_content }
    return { id: this.#place.item_id, type: 'reasoning', summary, ...sealedText }
  }
}
