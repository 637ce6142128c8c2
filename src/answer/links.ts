import type { ModelEvent } from '../model/model.ts'
import type { ResultFile } from '../tools/execution.ts'

/** Longer than any address that a model copies. */
const MAX_TARGET = 2_000
const MAX_LABEL = 200

/**
 * Gives the links of a text that mean files of the answer their right addresses: models write paths of the sandbox, bare
 * names, and copies of an address with a mistake in it. Text goes on at once, but for the target of a link, and each
 * character is looked at once.
 */
export class LinkMender {
  readonly #files: readonly ResultFile[]
  #label: string | null = null
  #wasBracket = false
  /** What has come of a target, and how many brackets are open in it; null outside of one. */
  #target: { text: string; depth: number } | null = null

  constructor(files: readonly ResultFile[]) {
    this.#files = files
  }

  add(piece: string): string {
    if (this.#files.length === 0) return piece
    const out: string[] = []
    for (const character of piece) out.push(this.#step(character))
    return out.join('')
  }

  /** What is held when there is no more. */
  end(): string {
    const text = this.#target?.text ?? ''
    this.#target = null
    return text
  }

  #step(character: string): string {
    const target = this.#target
    if (target) {
      if (character === '(') target.depth++
      if (character === ')') target.depth--
      if (target.depth === 0) return this.#close(target.text) + character
      target.text += character
      const isNone = character === '\n' || target.text.length > MAX_TARGET
      return isNone ? this.end() : ''
    }
    if (this.#wasBracket && character === '(') this.#target = { text: '', depth: 1 }
    this.#wasBracket = character === ']'
    if (character === '[') this.#label = ''
    else if (!this.#wasBracket && !this.#target && (this.#label?.length ?? 0) < MAX_LABEL) {
      this.#label = this.#label === null ? null : this.#label + character
    }
    return character
  }

  #close(text: string): string {
    this.#target = null
    const title = titleIn(text)
    const address = text.slice(0, text.length - title.length)
    const right = addressOf(bare(address), this.#label ?? '', this.#files)
    return right === null ? text : right + title
  }
}

/** Mends the links in what a model says. */
export async function* mendedLinks(
  events: AsyncIterable<ModelEvent>,
  files: readonly ResultFile[],
): AsyncGenerator<ModelEvent> {
  const mender = new LinkMender(files)
  for await (const event of events) {
    const rest = event.type === 'turn' || event.type === 'call' ? mender.end() : ''
    if (rest !== '') yield { type: 'text', text: rest, logprobs: null, extra: {} }
    yield event.type === 'text' ? { ...event, text: mender.add(event.text) } : event
  }
}

/** The address that one in a link means; null when it means none of the files. */
function addressOf(address: string, label: string, files: readonly ResultFile[]): string | null {
  const named = (name: string) => files.findLast((file) => file.name === name)?.url ?? null
  if (/^https?:/i.test(address)) {
    const copied = files.find(({ id }) => address.includes(id))
    return copied?.url ?? (address.includes('/v1/files/') ? named(unescaped(label)) : null)
  }
  const path = decoded(address.replace(/^(?:sandbox|attachment|file):\/*/i, ''))
  const folder = /^\/?mnt\/data\//.exec(path)?.[0] ?? ''
  const name = path.slice(folder.length).replace(/^\.?\//, '')
  return named(name) ?? (folder === '' ? null : named(name.split('/').at(-1) ?? ''))
}

/** The title behind the address of a link, with the white space before it. */
function titleIn(target: string): string {
  const end = target.trimEnd()
  if (!end.endsWith('"')) return ''
  const before = end.slice(0, Math.max(0, end.lastIndexOf('"', end.length - 2)))
  const address = before.trimEnd()
  return address === before ? '' : target.slice(address.length)
}

/** An address without the angle brackets that it may stand in. */
function bare(address: string): string {
  const text = address.trim()
  return text.startsWith('<') && text.endsWith('>') ? text.slice(1, -1) : text
}

/** A label without the backslashes of Markdown. */
function unescaped(label: string): string {
  return label.replaceAll(/\\(\W)/g, '$1').trim()
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
