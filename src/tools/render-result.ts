import type { ExecutionOutput, ExecutionResult, ResultFile, UnstoredFile } from './execution.ts'

/** In characters, about four to a token: enough for a table or a log, and a context window survives ten of them. */
const MAX_STREAM = 16_000
const MAX_RESULT = 8_000
const MAX_TRACEBACK = 8_000
const MAX_RESULTS = 30

/** What the model reads of an execution: text, names and addresses, and never the bytes of a picture. */
export function renderExecution({ stdout, stderr, results, error }: ExecutionResult): string {
  return JSON.stringify({
    stdout: cut(stdout, MAX_STREAM),
    stderr: cut(stderr, MAX_STREAM),
    results: renderResults(results),
    error: error && {
      ...error,
      message: cut(error.message, MAX_RESULT),
      traceback: cut(error.traceback, MAX_TRACEBACK),
    },
  })
}

function renderResults(results: readonly ExecutionOutput[]): object[] {
  const rendered = results.slice(0, MAX_RESULTS).map(renderResult)
  const missing = results.length - rendered.length
  return missing > 0 ? [...rendered, { text: `[… ${missing} more results …]` }] : rendered
}

function renderResult(result: ExecutionOutput): object {
  const text = textOf(result)
  return {
    ...(result.is_main_result && { is_main_result: true }),
    ...(text !== undefined && { text: cut(text, MAX_RESULT) }),
    ...(result.file && describeFile(result, result.file)),
    ...(result.unstored_file && describeUnstored(result.unstored_file)),
  }
}

function describeFile(result: ExecutionOutput, { name, url, bytes }: ResultFile) {
  return isPicture(result) ? { image: name, url } : { file: name, bytes, url }
}

function describeUnstored({ name, bytes, reason }: UnstoredFile) {
  return { file: name, bytes, not_stored: reason }
}

/** A displayed picture, as against a file that was only written. */
export function isPicture({ png, jpeg, svg }: ExecutionOutput): boolean {
  return (png ?? jpeg ?? svg) !== undefined
}

/** Plain text says most per token; the other formats are read only where there is none. */
export function textOf({ text, markdown, latex, json, html }: ExecutionOutput): string | undefined {
  return (
    text ?? markdown ?? latex ?? (json === undefined ? undefined : JSON.stringify(json)) ?? html
  )
}

/** Keeps the head and the tail, and says how much is missing between them. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text
  const half = max / 2
  return `${text.slice(0, half)}\n[… ${text.length - max} characters are cut here …]\n${text.slice(-half)}`
}
