import { inject } from 'vitest'
import * as z from 'zod'
import { ExecutionError, Result, Usage } from '../../python-runtime/protocol.ts'

/** A file that the program wrote, or that keeps a picture it showed; its bytes are behind `url`. */
const FileResult = z.object({
  id: z.string(),
  name: z.string(),
  bytes: z.int(),
  mime_type: z.string(),
  url: z.url(),
})

/** What the API answers for one execution. */
const ExecutionResult = z.strictObject({
  stdout: z.string(),
  stderr: z.string(),
  results: z.array(Result.extend({ file: FileResult.optional() })),
  error: ExecutionError.nullable(),
  usage: Usage,
})
export type ExecutionResult = z.infer<typeof ExecutionResult>

export interface Options {
  files?: { name: string; bytes: Uint8Array }[]
  timeoutMs?: number
  /** Another server than the one that tests share. */
  url?: string
}

/** Runs a program on the real server, in a fresh sandbox. */
export async function runPython(code: string, options: Options = {}): Promise<ExecutionResult> {
  const { files = [], timeoutMs = 60_000, url = inject('serverUrl') } = options
  const response = await fetch(`${url}/v1/executions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      code,
      timeout_ms: timeoutMs,
      files: files.map(({ name, bytes }) => ({
        name,
        data: Buffer.from(bytes).toString('base64'),
      })),
    }),
  })
  return ExecutionResult.parse(await response.json())
}

/** The results that are things displayed, without the files that the program wrote. */
export function displayed(result: ExecutionResult): Result[] {
  return result.results.filter(isShown).map((shown) => omitFile(shown))
}

/** The files that the program wrote, by name. */
export async function filesOf(result: ExecutionResult): Promise<Record<string, Uint8Array>> {
  const files = result.results.flatMap((item) => (item.file && !isShown(item) ? [item.file] : []))
  const entries = files.map(async (file): Promise<[string, Uint8Array]> => [
    file.name,
    new Uint8Array(await (await fetch(file.url)).arrayBuffer()),
  ])
  return Object.fromEntries(await Promise.all(entries))
}

/** Their names alone, in the order in which they were told. */
export function fileNamesOf(result: ExecutionResult): string[] {
  return result.results.flatMap((item) => (item.file && !isShown(item) ? [item.file.name] : []))
}

/** A thing shown has a format; a file that was written has none. */
function isShown(result: ExecutionResult['results'][number]): boolean {
  return Object.keys(omitFile(result)).length > 1
}

function omitFile(result: ExecutionResult['results'][number]): Result {
  const { file, ...shown } = result
  return file ? shown : result
}
