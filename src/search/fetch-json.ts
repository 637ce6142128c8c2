import type * as z from 'zod'
import { ApiError } from '../errors.ts'
import { parseJson } from '../json.ts'
import { USER_AGENT } from '../version.ts'

/** The part of `fetch` that providers need. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

interface SearchRequest<Schema extends z.ZodType> {
  url: URL
  headers?: Record<string, string>
  /** Sent as JSON; without it, the request is a GET. */
  body?: object
  answer: Schema
}

export interface Patience {
  /** The most time that one attempt may take. */
  attemptMs: number
  /** How long a service that has failed is left alone before it is asked again. */
  pauseMs: number
}

const PATIENCE: Patience = { attemptMs: 10_000, pauseMs: 500 }

/**
 * Asks a search service, and once more when it fails in a way that may pass.
 *
 * @throws ApiError whose message says what went wrong and nothing of the request, which carries a key
 */
export async function fetchJson<Schema extends z.ZodType>(
  request: Fetch,
  asked: SearchRequest<Schema>,
  signal: AbortSignal,
  patience: Patience = PATIENCE,
): Promise<z.infer<Schema>> {
  const first = await attempt(request, asked, signal, patience)
  if (first.kind === 'answered') return first.value
  if (first.mayPass && (await paused(patience.pauseMs, signal))) {
    const second = await attempt(request, asked, signal, patience)
    if (second.kind === 'answered') return second.value
    throw second.error
  }
  throw first.error
}

type Attempt<Value> =
  | { kind: 'answered'; value: Value }
  | { kind: 'failed'; error: ApiError; mayPass: boolean }

async function attempt<Schema extends z.ZodType>(
  request: Fetch,
  { url, headers, body, answer }: SearchRequest<Schema>,
  signal: AbortSignal,
  { attemptMs }: Patience,
): Promise<Attempt<z.infer<Schema>>> {
  const slow = AbortSignal.timeout(attemptMs)
  try {
    const response = await request(url.href, {
      method: body ? 'POST' : 'GET',
      headers: {
        accept: 'application/json',
        'user-agent': USER_AGENT,
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.any([signal, slow]),
    })
    if (!response.ok) {
      await response.body?.cancel()
      return refused(response.status)
    }
    const parsed = answer.safeParse(parseJson(await response.text()))
    return parsed.success ? { kind: 'answered', value: parsed.data } : unreadable(parsed.error)
  } catch (cause) {
    if (signal.aborted)
      return failed('search_cancelled', 'was not waited for any longer', { cause })
    const problem = slow.aborted ? 'did not answer in time' : 'cannot be reached'
    return failed('search_unreachable', problem, { cause, mayPass: true })
  }
}

function refused(status: number): Attempt<never> {
  // 403 is what SearXNG says when its settings do not allow `json` among the formats.
  const mayPass = status === 429 || status >= 500
  return failed('search_refused', `answered with status ${status}`, { mayPass })
}

function unreadable(cause: unknown): Attempt<never> {
  return failed('search_unreadable', 'answered with something that is no list of results', {
    cause,
  })
}

function failed(
  code: string,
  problem: string,
  { cause, mayPass = false }: { cause?: unknown; mayPass?: boolean },
): Attempt<never> {
  const error = new ApiError(`The search service ${problem}.`, { status: 502, code, cause })
  return { kind: 'failed', error, mayPass }
}

/** Whether the pause was waited for to its end. */
async function paused(ms: number, signal: AbortSignal): Promise<boolean> {
  await new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve(undefined)
      },
      { once: true },
    )
  })
  return !signal.aborted
}
