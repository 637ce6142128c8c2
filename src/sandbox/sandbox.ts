import type { Execution, ExecutionError, Result, Usage } from '../../python-runtime/protocol.ts'

/** What happens while a program runs, in order. */
export type SandboxEvent =
  | { type: 'stdout'; text: string }
  | { type: 'stderr'; text: string }
  /** `size` is what the result takes as JSON, in bytes. */
  | { type: 'result'; result: Result; size: number }
  | { type: 'file'; name: string; bytes: Uint8Array }
  | { type: 'finished'; error: ExecutionError | null; usage: Usage }

/** For whom a program is run, and until when. */
export interface Run {
  /** Whose turn it takes: one caller's programs wait for each other before they wait for anyone else's. */
  caller: string
  signal: AbortSignal
}

/**
 * Runs Python it does not trust.
 *
 * Every call starts from the same clean image and leaves nothing behind. Yields any number of events,
 * the last of which, and only the last, is `finished`. What the code does, including exceeding its time
 * or breaking its sandbox, is told there; an aborted `signal` ends the run with the error `cancelled`.
 * Names and sizes of what it yields are within the documented limits; their content is the program's.
 */
export interface Sandbox {
  execute(execution: Execution, run: Run): AsyncIterable<SandboxEvent>
}
