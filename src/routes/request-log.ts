import { createMiddleware } from 'hono/factory'
import type { Variables } from './context.ts'

/** What the log has of a request: nothing that was said in it, and no key. */
export interface LogEntry {
  level: 'info'
  requestId: string
  method: string
  /** Without the query, in which links have their signature. */
  path: string
  status: number
  /** Until the answer began; what is streamed takes longer. */
  ms: number
  /** The beginning of the caller's name, as `npm run key` prints it; null when nobody was let in. */
  caller: string | null
}

/** Writes an entry for every request. */
export function requestLog(write: (entry: LogEntry) => void) {
  return createMiddleware<{ Variables: Partial<Variables> & { requestId: string } }>(
    async (c, next) => {
      const start = performance.now()
      await next()
      write({
        level: 'info',
        requestId: c.get('requestId'),
        method: c.req.method,
        path: c.req.path,
        status: c.res.status,
        ms: Math.round(performance.now() - start),
        caller: c.get('caller')?.owner.slice(0, 8) ?? null,
      })
    },
  )
}
