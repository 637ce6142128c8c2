import type { ExecutionError } from '../../python-runtime/protocol.ts'
import type { Ending, Part, Program } from './program.ts'
import { type Answer, canRead, NoAnswer } from './server.ts'

/** A program says this when it got somewhere it must not. */
const escaped = 'ESCAPED'

/** How late one program may be on a busy machine; the promise of half a second is for their median. */
const toleranceMs = 3_000

/** Everything that the answer to a hostile program breaks of what is promised. */
export async function complaintsOf(
  program: Program,
  answer: Answer | NoAnswer,
  elapsedMs: number,
): Promise<string[]> {
  const lateMs = elapsedMs - program.timeoutMs
  const late = lateMs > toleranceMs ? [`it ended ${lateMs} ms late`] : []
  if (answer instanceof NoAnswer) return [answer.message, ...late]
  return [
    ...late,
    ...ending(program, answer),
    ...contents(program, answer),
    ...bounds(answer),
    ...secrets(answer),
    ...(await files(answer)),
  ]
}

function ending({ endings }: Program, { error }: Answer): string[] {
  if (endings.some((wanted) => isEnding(wanted, error))) return []
  const message = error && `${error.type} ${error.name}: ${error.message}`
  return [`it ended with ${message?.slice(0, 300) ?? 'no error'}`]
}

/** An end that is our fault, or that the guard left to the clean-up after it. */
const notItsOwn: ExecutionError['type'][] = ['sandbox_unavailable', 'sandbox_timeout', 'cancelled']

function isEnding(wanted: Ending, error: Answer['error']): boolean {
  if (wanted === 'ok') return error === null
  if (wanted === 'any') return error === null || !notItsOwn.includes(error.type)
  if (typeof wanted === 'string') return error?.type === wanted
  const type = wanted.error === 'MemoryError' ? 'memory' : 'execution_error'
  return error?.name === wanted.error && error.type === type
}

function contents(program: Program, answer: Answer): string[] {
  return program.contents
    .filter(({ part, text }) => !partOf(answer, part).includes(text))
    .map(({ part, text }) => `${part} lacks ${JSON.stringify(text)}`)
}

function partOf({ stdout, stderr, results, error }: Answer, part: Part): string {
  const parts = {
    stdout,
    stderr,
    results: textOf(results),
    message: error?.message ?? '',
    traceback: error?.traceback ?? '',
  }
  return parts[part]
}

/** The documented limits, with some room for the words that say what was left out. */
function bounds({ stdout, stderr, results, error }: Answer): string[] {
  const texts = results.map(({ text = '' }) => text.length)
  const parts = [
    { part: 'stdout', size: stdout.length, most: 1_100_000 },
    { part: 'stderr', size: stderr.length, most: 1_100_000 },
    { part: 'results', size: results.length, most: 200 },
    { part: 'text of a result', size: Math.max(0, ...texts), most: 70_000 },
    { part: 'nesting of the results', size: depthOf(results), most: 500 },
    { part: 'name', size: error?.name.length ?? 0, most: 1_000 },
    { part: 'message', size: error?.message.length ?? 0, most: 5_000 },
    { part: 'traceback', size: error?.traceback.length ?? 0, most: 40_000 },
  ]
  return parts
    .filter(({ size, most }) => size > most)
    .map(({ part, size }) => `${part} has ${size}, past its limit`)
}

/** Nobody gets out, and nobody sees how the inside is made. */
function secrets({ stdout, stderr, results, error }: Answer): string[] {
  // Not the traceback, which shows the program's own lines.
  const told = [stdout, stderr, textOf(results), error?.message ?? '']
  const hasEscaped = told.some((text) => text.includes(escaped))
  // An interpreter that dies prints all of its stack, which is nobody's to cut.
  const [printed = ''] = stderr.split('Fatal Python error')
  const shown = [printed, error?.traceback ?? ''].some((text) =>
    /File "[^"]*\/_sandbox\//.test(text),
  )
  return [...(hasEscaped ? ['it escaped'] : []), ...(shown ? ['it was shown our own lines'] : [])]
}

/** Without what a program may nest as deep as it likes. */
function textOf(results: Answer['results']): string {
  return JSON.stringify(results.map(({ json: _json, chart: _chart, ...rest }) => rest))
}

/** Readers of JSON follow it by recursion; this does not, to tell how far they would have to. */
function depthOf(value: unknown): number {
  let level: unknown[] = [value]
  let depth = 0
  for (; level.length > 0; depth++) level = level.flatMap(children)
  return depth
}

function children(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : []
}

async function files({ results }: Answer): Promise<string[]> {
  const some = results.flatMap(({ file }) => file ?? []).slice(0, 3)
  const readable = await Promise.all(some.map(({ url }) => canRead(url)))
  return readable.every(Boolean) ? [] : ['a file of its results cannot be read']
}
