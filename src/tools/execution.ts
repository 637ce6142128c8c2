import * as z from 'zod'
import { ExecutionError, Result, Usage, type Execution } from '../../python-runtime/protocol.ts'
import { ApiError } from '../errors.ts'
import { mimeTypeOf, safeName } from '../files/file-name.ts'
import { OUTPUT_PURPOSE, type FileStore, type StoredFile } from '../files/store.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { AnswerRoom } from './answer-room.ts'
import { fromBase64 } from './base64.ts'

/** A file that a program made, as clients see it. */
export const ResultFile = z.strictObject({
  id: z.string(),
  name: z.string(),
  bytes: z.int().nonnegative(),
  mime_type: z.string(),
  url: z.url(),
})
export type ResultFile = z.infer<typeof ResultFile>

/** A file that a program made and that could not be kept. */
export const UnstoredFile = ResultFile.omit({ id: true, url: true }).extend({ reason: z.string() })
export type UnstoredFile = z.infer<typeof UnstoredFile>

/** A displayed thing, and the file that keeps it when it is a picture; or a file that the program wrote. */
export const ExecutionOutput = Result.extend({
  file: ResultFile.optional(),
  unstored_file: UnstoredFile.optional(),
})
export type ExecutionOutput = z.infer<typeof ExecutionOutput>

/** All that came of a program, as the public API writes it. */
export const ExecutionResult = z.strictObject({
  stdout: z.string(),
  stderr: z.string(),
  results: z.array(ExecutionOutput),
  error: ExecutionError.nullable(),
  usage: Usage,
})
export type ExecutionResult = z.infer<typeof ExecutionResult>

/** What a program does, as it does it. */
export type ExecutionProgress =
  | { type: 'stdout'; text: string }
  | { type: 'stderr'; text: string }
  | { type: 'result'; result: ExecutionOutput }

export type ExecutionEvent = ExecutionProgress | { type: 'done'; execution: ExecutionResult }

export interface ExecutionServices {
  sandbox: Sandbox
  /** Whose turn the program takes. */
  caller: string
  /** What the answer may hold that the program is run for. */
  room: AnswerRoom
  files: FileStore
  /** The address of a file, for whoever holds it. */
  urlOf: (file: StoredFile) => Promise<string>
}

/**
 * Runs a program and keeps its pictures and files. Tells what it does, and last, as `done`, all of it.
 * Pictures are numbered from `firstFigure`, so that those of several programs differ.
 */
export async function* runExecution(
  execution: Execution,
  {
    sandbox,
    caller,
    room,
    files,
    urlOf,
    firstFigure = 1,
  }: ExecutionServices & { firstFigure?: number },
  signal: AbortSignal,
): AsyncGenerator<ExecutionEvent> {
  const streams = { stdout: '', stderr: '' }
  const results: ExecutionOutput[] = []
  let figure = firstFigure

  for await (const event of sandbox.execute(execution, { caller, signal })) {
    switch (event.type) {
      case 'stdout':
      case 'stderr':
        yield* print(event.type, room.print(event.text))
        break
      case 'result': {
        const result = room.show(event.result, event.size)
        const picture = pictureOf(result)
        const file = picture && (await keep(`figure-${figure++}.${picture.ending}`, picture.bytes))
        yield show({ ...result, ...file })
        break
      }
      case 'file':
        yield show({ is_main_result: false, ...(await keep(event.name, event.bytes)) })
        break
      case 'finished':
        yield {
          type: 'done',
          execution: { ...streams, results, error: event.error, usage: event.usage },
        }
        return
    }
  }
  throw new Error('The sandbox ended without saying that it has finished.')

  function* print(stream: 'stdout' | 'stderr', text: string): Generator<ExecutionEvent> {
    if (text === '') return
    streams[stream] += text
    yield { type: stream, text }
  }

  function show(result: ExecutionOutput): ExecutionEvent {
    results.push(result)
    return { type: 'result', result }
  }

  /** The result's part that says where the file is, or why it is nowhere. */
  async function keep(
    name: string,
    content: Uint8Array,
  ): Promise<Pick<ExecutionOutput, 'file' | 'unstored_file'>> {
    try {
      const file = await files.put({ name, content, purpose: OUTPUT_PURPOSE })
      return { file: { ...described(file), id: file.id, url: await urlOf(file) } }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const safe = safeName(name)
      const file = { name: safe, bytes: content.length, mimeType: mimeTypeOf(safe) }
      return { unstored_file: { ...described(file), reason: error.message } }
    }
  }
}

function described({ name, bytes, mimeType }: Pick<StoredFile, 'name' | 'bytes' | 'mimeType'>) {
  return { name, bytes, mime_type: mimeType }
}

/** The picture that a displayed thing is, in the format that most clients can show. */
function pictureOf({ png, jpeg, svg }: Result) {
  if (png !== undefined) return { ending: 'png', bytes: fromBase64(png) }
  if (jpeg !== undefined) return { ending: 'jpeg', bytes: fromBase64(jpeg) }
  if (svg !== undefined) return { ending: 'svg', bytes: new TextEncoder().encode(svg) }
  return null
}
