import * as z from 'zod'
import { ExecutionError, Result, Usage } from '../../python-runtime/protocol.ts'

const File = z.object({ id: z.string(), name: z.string(), bytes: z.int(), url: z.url() })

/** What `POST /v1/executions` answers, whatever the program was. */
export const Answer = z.strictObject({
  stdout: z.string(),
  stderr: z.string(),
  results: z.array(Result.extend({ file: File.optional() })),
  error: ExecutionError.nullable(),
  usage: Usage,
})
export type Answer = z.infer<typeof Answer>

/** A request that got no answer, or not the one that is promised. */
export class NoAnswer extends Error {}

/** How long after its time a program is given up. */
const patienceMs = 20_000

/** @throws NoAnswer */
export async function execute(url: string, code: string, timeoutMs: number): Promise<Answer> {
  const body = await post(url, { code, timeout_ms: timeoutMs }, timeoutMs + patienceMs)
  const answer = Answer.safeParse(body)
  if (!answer.success) throw new NoAnswer(`the answer has another form: ${answer.error.message}`)
  return answer.data
}

async function post(url: string, request: object, timeoutMs: number): Promise<unknown> {
  try {
    const response = await fetch(`${url}/v1/executions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (response.ok) return await response.json()
    throw new NoAnswer(`status ${response.status}: ${await response.text()}`)
  } catch (cause) {
    if (cause instanceof NoAnswer) throw cause
    const reason = cause instanceof Error ? cause.message : 'unknown'
    throw new NoAnswer(`no answer: ${reason}`, { cause })
  }
}

export async function isAlive(url: string): Promise<boolean> {
  try {
    const { ok } = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5_000) })
    return ok
  } catch {
    return false
  }
}

export async function canRead(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(20_000) })
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false
  }
}
