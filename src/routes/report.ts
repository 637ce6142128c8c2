import { isBug } from '../protocols/error-body.ts'

/** Writes to the log what no client is told: a failure that nobody foresaw. */
export function report(error: unknown, requestId: string): void {
  if (isBug(error)) logFailure(error, { requestId })
}

/** Writes to the log what keeps files from being stored or read. */
export function reportStorage(error: unknown): void {
  logFailure(error, { where: 'files' })
}

/** Writes a failure to the log, with what is known of where it happened. */
export function logFailure(error: unknown, where: Record<string, string>): void {
  const { message, stack, cause } = error instanceof Error ? error : new Error(String(error))
  const entry = { level: 'error', ...where, message, stack, cause: String(cause) }
  // oxlint-disable-next-line no-console -- The console is the log of a Worker.
  console.error(JSON.stringify(entry))
}
