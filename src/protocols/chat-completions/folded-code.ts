import type { AnswerEvent } from '../../answer/events.ts'
import type { ProgramItem } from '../../answer/items.ts'
import { isPicture } from '../../tools/render-result.ts'

/** In characters: what is shown of what one program prints. */
const MAX_OUTPUT = 20_000

/**
 * An answer whose text also has its programs and what they print, as Markdown that is folded: for clients that show
 * nothing but text. It grows line by line, as the program is written and as it runs.
 */
export async function* withFoldedCode(
  events: AsyncIterable<AnswerEvent>,
): AsyncGenerator<AnswerEvent> {
  const folds = new Map<number, Fold>()
  for await (const event of events) {
    yield event
    switch (event.type) {
      case 'code_delta':
        yield* textOf(event.index, foldOf(folds, event.index).code(event.code))
        break
      case 'output_delta':
        yield* textOf(event.index, foldOf(folds, event.index).output(event.text))
        break
      case 'item_finished': {
        const { item } = event
        if (item.type === 'program') yield* textOf(item.index, foldOf(folds, item.index).end(item))
        break
      }
      case 'started':
      case 'item_started':
      case 'text_delta':
      case 'reasoning_delta':
      case 'cited':
      case 'tool_started':
      case 'finished':
        break
    }
  }
}

function foldOf(folds: Map<number, Fold>, index: number): Fold {
  const fold = folds.get(index) ?? new Fold()
  folds.set(index, fold)
  return fold
}

function* textOf(index: number, text: string): Generator<AnswerEvent> {
  if (text !== '') yield { type: 'text_delta', index, text, logprobs: null, extra: {} }
}

const FENCE = '````'

/** What a program becomes in Markdown. No line of its own can end the block that it is in. */
class Fold {
  #part: 'none' | 'code' | 'output' = 'none'
  /** A line that is not whole yet. */
  #line = ''
  #shown = 0

  code(text: string): string {
    return this.#open('code') + this.#lines(text)
  }

  output(text: string): string {
    const rest = Math.max(0, MAX_OUTPUT - this.#shown)
    if (rest === 0) return ''
    this.#shown += text.length
    const isTooMuch = text.length > rest
    return this.#open('output') + this.#lines(isTooMuch ? `${text.slice(0, rest)}\n[…]\n` : text)
  }

  end({ outcome }: ProgramItem): string {
    const { results = [], error = null } = outcome?.type === 'program' ? outcome.execution : {}
    const values = results.flatMap((each) => (isPicture(each) ? [] : (each.text ?? [])))
    const last = [...values, error?.traceback ?? ''].filter((text) => text !== '')
    const told = last.map((text) => this.output(`${text.trimEnd()}\n`)).join('')
    return this.#part === 'none' ? told : `${told}${this.#rest()}${FENCE}\n\n</details>`
  }

  #open(part: 'code' | 'output'): string {
    if (this.#part === part) return ''
    const before =
      this.#part === 'none'
        ? '<details>\n<summary>Python</summary>\n\n'
        : `${this.#rest()}${FENCE}\n\n`
    this.#part = part
    return `${before}${FENCE}${part === 'code' ? 'python' : 'text'}\n`
  }

  #lines(text: string): string {
    const [first = '', ...lines] = text.split('\n')
    const whole: string[] = []
    this.#line += first
    for (const line of lines) {
      whole.push(`${inFence(this.#line)}\n`)
      this.#line = line
    }
    return whole.join('')
  }

  #rest(): string {
    const line = this.#line
    this.#line = ''
    return line === '' ? '' : `${inFence(line)}\n`
  }
}

/** A line as it can stand in a fence: a blank of no width keeps one like the fence from being its end. */
function inFence(line: string): string {
  return /^[ \t]*```/.test(line) ? `\u200B${line}` : line
}
