import type { ItemStart } from '../../answer/events.ts'

/** Texts as the one content that they are in this protocol, in which those of different rounds are paragraphs. */
export class Content {
  #round: number | null = null
  /** In characters of Unicode, as Python counts them. */
  #length = 0
  readonly #rounds = new Map<number, number>()
  readonly #starts = new Map<number, number>()

  begin({ index, round }: ItemStart): void {
    this.#rounds.set(index, round)
  }

  /** Takes a piece of the text of an item, and gives what stands before it. */
  add(index: number, text: string): string {
    if (text === '') return ''
    const round = this.#rounds.get(index) ?? null
    const separator = this.#length > 0 && round !== this.#round ? '\n\n' : ''
    this.#round = round
    this.#length += separator.length
    if (!this.#starts.has(index)) this.#starts.set(index, this.#length)
    this.#length += lengthOf(text)
    return separator
  }

  /** Where the text of an item begins. */
  startOf(index: number): number {
    return this.#starts.get(index) ?? this.#length
  }
}

function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length++
  return length
}
