import type { ExecutionEvent } from '../../tools/execution.ts'

/** One server-sent event with a name. */
interface NamedFrame {
  event: string
  data: string
}

/** What a program does, as it does it. */
export async function* toFrames(events: AsyncIterable<ExecutionEvent>): AsyncGenerator<NamedFrame> {
  for await (const event of events) {
    switch (event.type) {
      case 'stdout':
      case 'stderr':
        yield toFrame(event.type, { text: event.text })
        break
      case 'result':
        yield toFrame('result', event.result)
        break
      case 'done':
        if (event.execution.error) yield toFrame('error', event.execution.error)
        yield toFrame('done', event.execution)
        break
    }
  }
}

export function toFrame(event: string, value: object): NamedFrame {
  return { event, data: JSON.stringify(value) }
}
