import type { ExecutionError } from '../protocol.ts'
import { TimeLimit } from './guard.ts'
import { ProgramAbort, ProgramExit } from './kernel/calls/process.ts'

/** What is told of a program that did not come back to its Python side. */
export function errorOf(thrown: unknown, timeoutMs: number): ExecutionError {
  if (thrown instanceof TimeLimit) {
    return failure('ExecutionTimeout', `execution exceeded ${timeoutMs} ms`, 'timeout')
  }
  if (thrown instanceof ProgramExit) {
    return failure('SystemExit', `the program ended its process with status ${thrown.status}`)
  }
  if (thrown instanceof ProgramAbort) {
    return failure('Abort', thrown.message)
  }
  if (thrown instanceof RangeError) {
    return failure('StackOverflow', 'the program used up its stack')
  }
  const message = thrown instanceof Error ? thrown.message : 'unknown'
  return failure('Crash', `the interpreter crashed: ${message}`)
}

/** The program came back without a word, or its word was lost. */
export const lostError = failure('Lost', 'the program closed its channel', 'sandbox_unavailable')

function failure(
  name: string,
  message: string,
  type: ExecutionError['type'] = 'execution_error',
): ExecutionError {
  return { type, name, message, traceback: `${name}: ${message}\n` }
}
