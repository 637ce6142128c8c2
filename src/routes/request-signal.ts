import type { AppContext } from './context.ts'

/** Ends when the client goes away, when `gone` says so, or when the request has had its time. */
export function requestSignal(c: AppContext, maxMs: number, gone: AbortController): AbortSignal {
  return AbortSignal.any([c.req.raw.signal, gone.signal, AbortSignal.timeout(maxMs)])
}
