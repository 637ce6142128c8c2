/** Notices when a text that comes in pieces is a whole JSON object. Each character is looked at once. */
export class WholeObject {
  #depth = 0
  #isInString = false
  #isEscaped = false
  /** Null as long as there was only white space. */
  #isObject: boolean | null = null
  #isWhole = false

  /** Whether the text begins as an object does. */
  get isObject(): boolean {
    return this.#isObject ?? false
  }

  get isWhole(): boolean {
    return this.#isWhole
  }

  add(piece: string): void {
    for (const character of piece) {
      if (this.#isObject === false || this.#isWhole) return
      if (this.#isObject === null) {
        if (character.trim() === '') continue
        this.#isObject = character === '{'
        if (!this.#isObject) return
      }
      this.#step(character)
    }
  }

  #step(character: string): void {
    if (this.#isEscaped) this.#isEscaped = false
    else if (this.#isInString && character === '\\') this.#isEscaped = true
    else if (character === '"') this.#isInString = !this.#isInString
    else if (!this.#isInString) {
      if (character === '{' || character === '[') this.#depth++
      if (character === '}' || character === ']') this.#depth--
      this.#isWhole = this.#depth === 0
    }
  }
}
