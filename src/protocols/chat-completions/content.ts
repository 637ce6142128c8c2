/** Texts as the one content that they are in this protocol, in which each is a paragraph of its own. */
export class Content {
  /** In characters of Unicode, as Python counts them. */
  #length = 0
  #last: number | null = null
  readonly #starts = new Map<number, number>()

  /** Takes a piece of the text of an item, and gives what stands before it. */
  add(index: number, text: string): string {
    if (text === '') return ''
    const separator = this.#length > 0 && index !== this.#last ? '\n\n' : ''
    this.#last = index
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
