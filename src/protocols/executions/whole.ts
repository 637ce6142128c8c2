import type { ExecutionEvent, ExecutionResult } from '../../tools/execution.ts'

/** All that came of a program, at once. */
export async function toResult(events: AsyncIterable<ExecutionEvent>): Promise<ExecutionResult> {
  for await (const event of events) {
    if (event.type === 'done') return event.execution
  }
  throw new Error('The execution ended without being done.')
}
