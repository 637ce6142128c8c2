import type { Result } from '../../python-runtime/protocol.ts'

/**
 * The room that one answer has for what its programs print and show. An answer is held as a whole until it is sent,
 * however many programs a model runs for it, so all of them share one bound.
 */
export interface AnswerRoom {
  /** As much of a text as there is room for; the first that is cut says so, and later ones are nothing. */
  print(text: string): string
  /** The result, or in its place a text that says that it was left out. */
  show(result: Result, size: number): Result
}

export function answerRoom(maxBytes: number): AnswerRoom {
  let left = maxBytes
  let isCut = false

  return {
    print(text) {
      const kept = text.slice(0, left)
      left -= kept.length
      if (kept.length === text.length || isCut) return kept
      isCut = true
      return `${kept}\n[… the rest is left out: all that an answer has may be ${maxBytes} bytes …]\n`
    },
    show(result, size) {
      if (size <= left) {
        left -= size
        return result
      }
      const { is_main_result } = result
      const text = `[… a result of ${size} bytes is left out: all that an answer has may be ${maxBytes} bytes …]`
      return { is_main_result, text }
    },
  }
}
