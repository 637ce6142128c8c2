import * as z from 'zod'

export interface TimeLimits {
  maxTimeoutMs: number
  maxSandboxTimeoutMs: number
}

export interface ToolLimits extends TimeLimits {
  /** The files that one sandbox is given, together. */
  maxMountBytes: number
}

const DEFAULT_TIMEOUT_MS = 30_000
const DEFAULT_SANDBOX_TIMEOUT_MS = 60_000
/** What a sandbox needs beside the code's own time: to start, to read results, to be thrown away. */
const SANDBOX_OVERHEAD_MS = 30_000

/** The two timeouts that a client may set, with this server's bounds. */
export function timeoutFields({ maxTimeoutMs, maxSandboxTimeoutMs }: TimeLimits) {
  return {
    timeout_ms: z
      .int()
      .min(100)
      .max(maxTimeoutMs)
      .default(Math.min(DEFAULT_TIMEOUT_MS, maxTimeoutMs))
      .describe('The most time that one program may take; it is ended past it.'),
    sandbox_timeout_ms: z
      .int()
      .min(100)
      .max(maxSandboxTimeoutMs)
      .optional()
      .describe('The most time that one sandbox may live, start and clean-up included.'),
  }
}

interface AskedTimeouts {
  timeout_ms: number
  sandbox_timeout_ms?: number | undefined
}

/** A sandbox lives a minute unless told otherwise, and longer when its code may run longer. */
export function timeouts(asked: AskedTimeouts, { maxSandboxTimeoutMs }: TimeLimits) {
  const { timeout_ms: timeoutMs, sandbox_timeout_ms } = asked
  const fitting = Math.max(DEFAULT_SANDBOX_TIMEOUT_MS, timeoutMs + SANDBOX_OVERHEAD_MS)
  return {
    timeoutMs,
    sandboxTimeoutMs: sandbox_timeout_ms ?? Math.min(fitting, maxSandboxTimeoutMs),
  }
}
