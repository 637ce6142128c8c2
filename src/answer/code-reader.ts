/** How arguments begin that are a program and nothing else: what a model writes that does as it is told. */
const OPENING = /^\s*\{\s*"code"\s*:\s*"/
/** Longer than any opening that a model would write. */
const MAX_OPENING = 100

/** What a fence may stand behind. */
const BLANK = /^(?:[ \t\r\n]|\\[nrt])*/

const MAX_ESCAPE = 6
const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }

/**
 * Reads a program out of the JSON of its arguments while it is written. Where the arguments do not begin as they should,
 * or the program as it may have to be read another way, nothing is read of it before it is whole.
 */
export class CodeReader {
  #state: 'opening' | 'code' | 'over' = 'opening'
  #held = ''

  /** The code in the next piece of the arguments, as far as it is sure. */
  add(piece: string): string {
    if (this.#state === 'over') return ''
    this.#held += piece
    if (this.#state === 'opening') this.#open()
    return this.#state === 'code' ? this.#read() : ''
  }

  #open(): void {
    const [opening] = OPENING.exec(this.#held) ?? []
    if (opening === undefined) {
      if (this.#held.length > MAX_OPENING) this.#state = 'over'
      return
    }
    const code = this.#held.slice(opening.length)
    const [blank = ''] = BLANK.exec(code) ?? []
    const rest = code.slice(blank.length)
    if ((rest === '' || rest === '\\') && blank.length < MAX_OPENING) return
    // A fence, JSON or a template's token in the program is not a part of it.
    this.#state = /^[`{<]/.test(rest) ? 'over' : 'code'
    this.#held = code
  }

  #read(): string {
    const text = this.#held
    const code: string[] = []
    let from = 0
    let at = 0
    for (; at < text.length; at++) {
      const character = text.charAt(at)
      if (character === '"') {
        this.#state = 'over'
        break
      }
      if (character !== '\\') continue
      const escape = /^\\(?:u[\dA-Fa-f]{4}|[^u])/.exec(text.slice(at, at + MAX_ESCAPE))?.[0]
      if (escape === undefined) {
        // It may go on in the next piece, unless it is none.
        if (text.length - at >= MAX_ESCAPE) this.#state = 'over'
        break
      }
      code.push(text.slice(from, at), meaningOf(escape))
      at += escape.length - 1
      from = at + 1
    }
    code.push(text.slice(from, at))
    this.#held = text.slice(at)
    return code.join('')
  }
}

function meaningOf(escape: string): string {
  if (escape.startsWith('\\u')) return String.fromCharCode(Number.parseInt(escape.slice(2), 16))
  const character = escape.slice(1)
  if ('"\\/'.includes(character)) return character
  return ESCAPES[character] ?? escape
}
