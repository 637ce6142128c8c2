import * as z from 'zod'

/**
 * The one contract between host and guest.
 *
 * The host calls the guest's `execute` once over RPC and gets a byte stream of frames (`frames.ts`); each
 * frame is one `GuestEvent` and, for a file, its bytes. Names that the public API has too (`is_main_result`,
 * `png`, …) are written as the API writes them, since they pass through unchanged.
 */

/** One run of a program in a sandbox of its own. */
export interface Execution {
  /** Python source, run as `__main__`. */
  code: string
  /** Put into the working folder, `/mnt/data`, before the code starts. */
  files: { name: string; bytes: Uint8Array }[]
  /** The most CPU and wall time that the code may take, in milliseconds. */
  timeoutMs: number
  /** The most time that the sandbox may live, start and clean-up included, in milliseconds. */
  sandboxTimeoutMs: number
}

/** What the host allows the guest beside its time. */
export interface GuestLimits {
  /** Of each of stdout and stderr: the first and the last half of it are kept. */
  maxOutputBytes: number
  /** The program's linear memory. */
  maxMemoryBytes: number
  /** All files that the program has, other than the image's. */
  maxFileBytes: number
  /** One event with its payload. */
  maxFrameBytes: number
  /** Things shown, and files, that are sent; how many, and their bytes together. */
  maxResults: number
  maxResultBytes: number
}

/** The data behind one matplotlib figure, in E2B's shape. */
const Chart = z.looseObject({
  type: z.string(),
  title: z.string().nullish(),
  x_label: z.string().nullish(),
  y_label: z.string().nullish(),
  elements: z.array(z.unknown()),
})

/** One displayed thing in all its formats: Jupyter's MIME bundle under E2B's short names; binary formats are base64. */
export const Result = z.strictObject({
  /** Whether this is the value of the program's last expression. */
  is_main_result: z.boolean(),
  text: z.string().optional(),
  html: z.string().optional(),
  markdown: z.string().optional(),
  latex: z.string().optional(),
  json: z.unknown().optional(),
  svg: z.string().optional(),
  png: z.base64().optional(),
  jpeg: z.base64().optional(),
  pdf: z.base64().optional(),
  chart: Chart.optional(),
})
export type Result = z.infer<typeof Result>

export const ErrorType = z.enum([
  'execution_error',
  'timeout',
  'sandbox_timeout',
  'memory',
  'output_limit',
  'cancelled',
  'sandbox_unavailable',
])

export const ExecutionError = z.strictObject({
  type: ErrorType,
  /** The Python exception's class, such as `ZeroDivisionError`. */
  name: z.string(),
  message: z.string(),
  /** As Python prints it, with the user's lines and none of ours. */
  traceback: z.string(),
})
export type ExecutionError = z.infer<typeof ExecutionError>

export const Usage = z.strictObject({
  wall_ms: z.number().nonnegative(),
  cpu_ms: z.number().nonnegative(),
  start_ms: z.number().nonnegative(),
  peak_memory_bytes: z.int().nonnegative(),
})
export type Usage = z.infer<typeof Usage>

/** What a guest says while it runs, in order; `finished` comes once and last. */
export const GuestEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('stdout'), text: z.string() }),
  z.strictObject({ type: z.literal('stderr'), text: z.string() }),
  z.strictObject({ type: z.literal('result'), result: Result }),
  /** A file that the code wrote; the frame's payload is its bytes. */
  z.strictObject({ type: z.literal('file'), name: z.string() }),
  z.strictObject({
    type: z.literal('finished'),
    error: ExecutionError.nullable(),
    usage: Usage,
  }),
])
export type GuestEvent = z.infer<typeof GuestEvent>
