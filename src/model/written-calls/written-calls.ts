import { toolNamed } from '../tool-names.ts'
import { readHarmony } from './harmony.ts'
import { readHermes } from './hermes.ts'
import { jsonBetween } from './json-calls.ts'
import { readLlama } from './llama.ts'
import { readMistral } from './mistral.ts'
import { FUNCTION, inTags, INVOKE } from './tags.ts'
import { betweenTokens } from './tokens.ts'
import type { Written } from './written.ts'

/** Reads a text that begins with its mark; null when it is not as the mark says. */
type Format = (text: string) => Written | null

/** What calls begin with where the server of a model has no parser for them: the words of its template. */
const FORMATS: Record<string, Format> = {
  '<tool_call>': readHermes,
  '[TOOL_CALLS]': readMistral,
  '<|python_tag|>': readLlama,
  '<|start|>assistant': readHarmony,
  '<|channel|>': readHarmony,
  // DeepSeek.
  '<｜tool▁calls▁begin｜>': betweenTokens({
    begin: '<｜tool▁call▁begin｜>',
    separator: '<｜tool▁sep｜>',
    end: '<｜tool▁call▁end｜>',
  }),
  // Kimi.
  '<|tool_calls_section_begin|>': betweenTokens({
    begin: '<|tool_call_begin|>',
    separator: '<|tool_call_argument_begin|>',
    end: '<|tool_call_end|>',
  }),
  // Phi and Granite.
  '<|tool_call|>': jsonBetween('<|tool_call|>', '<|/tool_call|>'),
  // Command.
  '<|START_ACTION|>': jsonBetween('<|START_ACTION|>', '<|END_ACTION|>'),
  // InternLM.
  '<|action_start|>': jsonBetween('<|action_start|><|plugin|>', '<|action_end|>'),
  // Nemotron.
  '<TOOLCALL>': jsonBetween('<TOOLCALL>', '</TOOLCALL>'),
  // Jamba.
  '<tool_calls>': jsonBetween('<tool_calls>', '</tool_calls>'),
  // Qwen and Llama, and MiniMax.
  '<function=': inTags(FUNCTION, '</function>'),
  '<minimax:tool_call>': inTags(INVOKE, '</invoke>'),
  '<function_calls>': inTags(INVOKE, '</invoke>'),
}
/** A mark that prose may have too, as against the tokens of a template. */
const WORD = /^<[a-z]/i

const FENCE = '```'
const MARKS = [...Object.keys(FORMATS), FENCE]
const MARK = new RegExp(
  MARKS.map((mark) => mark.replaceAll(/[|[\]]/g, String.raw`\$&`)).join('|'),
  'g',
)
const LONGEST = Math.max(...MARKS.map((mark) => mark.length))

/**
 * Finds calls that a model writes into its text. What cannot be one is given back at once, and what may be is held
 * until it is whole; what then is none, or is of no tool that there is, is text after all.
 */
export class WrittenCalls {
  readonly #toolNames: readonly string[]
  #held = ''
  #format: Format | null = null
  #isAtLineStart = true
  #isFenced = false

  constructor(toolNames: readonly string[]) {
    this.#toolNames = toolNames
  }

  /** Takes a piece of text, and gives back what can be shown of it. */
  add(piece: string): string {
    if (this.#toolNames.length === 0) return piece
    this.#held += piece
    if (this.#format) return ''

    const text = this.#held
    let shown = 0
    for (const { 0: mark, index } of text.matchAll(MARK)) {
      this.#pass(text.slice(shown, index))
      shown = index
      if (this.#begins(mark)) {
        this.#format = FORMATS[mark] ?? null
        this.#held = text.slice(index)
        return text.slice(0, index)
      }
      this.#pass(mark)
      shown = index + mark.length
    }
    const safe = Math.max(shown, text.length - beginningLength(text))
    this.#pass(text.slice(shown, safe))
    this.#held = text.slice(safe)
    return text.slice(0, safe)
  }

  /** What was held, when there is no more. */
  end(): Written {
    const written = this.#format?.(this.#held)
    const calls = written?.calls.flatMap((call) => {
      const name = toolNamed(call.name, this.#toolNames)
      return name === null ? [] : [{ ...call, name }]
    })
    return written && calls?.length === written.calls.length
      ? { ...written, calls }
      : { text: this.#held, reasoning: '', calls: [] }
  }

  /** A mark in a block of code is an example, and so is one of plain words in the middle of a line. */
  #begins(mark: string): boolean {
    if (mark === FENCE) {
      if (this.#isAtLineStart) this.#isFenced = !this.#isFenced
      return false
    }
    return !this.#isFenced && (this.#isAtLineStart || !WORD.test(mark))
  }

  #pass(text: string): void {
    const line = text.lastIndexOf('\n')
    if (line >= 0) this.#isAtLineStart = true
    if (text.slice(line + 1).trim() !== '') this.#isAtLineStart = false
  }
}

/** How much of the end of a text may be the beginning of a mark. */
function beginningLength(text: string): number {
  for (let length = Math.min(LONGEST - 1, text.length); length > 0; length--) {
    const end = text.slice(-length)
    if (MARKS.some((mark) => mark.startsWith(end))) return length
  }
  return 0
}
