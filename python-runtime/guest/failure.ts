import type { ExecutionError } from '../protocol.ts'
import { TimeLimit } from './guard.ts'
import { ProgramAbort, ProgramExit } from './kernel/calls/process.ts'

/** What is told of a program that did not come back to its Python side; `stack` is where it was, if that is known. */
export function errorOf(thrown: unknown, timeoutMs: number, stack: string): ExecutionError {
  const { name, message, type } = kindOf(thrown, timeoutMs)
  return { type, name, message, traceback: `${stack}${name}: ${message}\n` }
}

/** What the program's stderr ends with, for whoever reads only that. */
export function noteOf(thrown: unknown, timeoutMs: number): string {
  const { name, message, type } = kindOf(thrown, timeoutMs)
  return `\n${type === 'timeout' ? 'TimeoutError' : name}: ${message}\n`
}

/** The program came back without a word, or its word was lost: it has broken the interpreter that it ran in. */
export const lostError: ExecutionError = {
  type: 'execution_error',
  name: 'Lost',
  message: 'the program broke its interpreter, which ended without an outcome',
  traceback: '',
}

function kindOf(
  thrown: unknown,
  timeoutMs: number,
): Pick<ExecutionError, 'name' | 'message' | 'type'> {
  const type = 'execution_error'
  if (thrown instanceof TimeLimit) {
    const message = `execution exceeded ${timeoutMs} ms`
    return { type: 'timeout', name: 'ExecutionTimeout', message }
  }
  if (thrown instanceof ProgramExit) {
    const message = `the program ended its process with status ${thrown.status}`
    return { type, name: 'SystemExit', message }
  }
  if (thrown instanceof ProgramAbort) {
    return { type, name: 'Abort', message: thrown.message }
  }
  if (thrown instanceof RangeError) {
    return { type, name: 'StackOverflow', message: 'the program used up its stack' }
  }
  const message = thrown instanceof Error ? thrown.message : 'unknown'
  return { type, name: 'Crash', message: `the interpreter crashed: ${message}` }
}
