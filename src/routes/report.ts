import { isBug } from './error-body.ts'

/** Writes to the log what no client is told: a failure that nobody foresaw. */
export function report(error: unknown, requestId: string): void {
  if (!isBug(error)) return
  const { message, stack, cause } = error instanceof Error ? error : new Error(String(error))
  // oxlint-disable-next-line no-console -- The console is the log of a Worker.
  console.error(JSON.stringify({ level: 'error', requestId, message, stack, cause: String(cause) }))
}
