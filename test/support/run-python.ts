import { beforeAll } from 'vitest'
import type { ExecutionError, Result, Usage } from '../../python-runtime/protocol.ts'
import { interpreter } from './interpreter.ts'

/** A file that the program wrote; its bytes are behind `url`. */
export interface FileResult {
  id: string
  name: string
  bytes: number
  mime_type: string
  url: string
}

/** What the API answers for one execution. */
export interface ExecutionResult {
  stdout: string
  stderr: string
  results: (Result | { is_main_result: boolean; file: FileResult })[]
  error: ExecutionError | null
  usage: Usage
}

export interface Options {
  files?: { name: string; bytes: Uint8Array }[]
  timeoutMs?: number
}

// Starting takes longer than a test may.
beforeAll(async () => {
  await interpreter()
}, 180_000)

/** Runs a program in a fresh sandbox and tells all that the API would. */
export async function runPython(code: string, options: Options = {}): Promise<ExecutionResult> {
  const python = await interpreter()
  const start = performance.now()

  const { events, stdout, stderr } = await python.run({
    code,
    files: options.files ?? [],
    timeoutMs: options.timeoutMs ?? 60_000,
  })

  const elapsedMs = performance.now() - start
  const finished = events.find((event) => event.type === 'finished')
  if (!finished) throw new Error(`The guest did not finish. It said: ${stderr}`)
  return {
    stdout,
    stderr,
    results: events.flatMap((event) => {
      if (event.type === 'result') return [event.result]
      if (event.type === 'file') return [fileResult(event.name, event.payload)]
      return []
    }),
    error: finished.error,
    usage: { wall_ms: elapsedMs, cpu_ms: elapsedMs, start_ms: 0, peak_memory_bytes: 0 },
  }
}

/** The results that are things displayed, without the files. */
export function displayed(result: ExecutionResult): Result[] {
  return result.results.filter((item): item is Result => !('file' in item))
}

/** The files that the program wrote, by name. */
export async function filesOf(result: ExecutionResult): Promise<Record<string, Uint8Array>> {
  const files = result.results.flatMap((item) => ('file' in item ? [item.file] : []))
  const entries = files.map(async (file): Promise<[string, Uint8Array]> => [
    file.name,
    new Uint8Array(await (await fetch(file.url)).arrayBuffer()),
  ])
  return Object.fromEntries(await Promise.all(entries))
}

function fileResult(name: string, bytes: Uint8Array) {
  const mimeType = 'application/octet-stream'
  const url = `data:${mimeType};base64,${Buffer.from(bytes).toString('base64')}`
  return {
    is_main_result: false,
    file: { id: `file-${name}`, name, bytes: bytes.length, mime_type: mimeType, url },
  }
}
