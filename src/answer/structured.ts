import type { ModelEvent } from '../model/model.ts'

/**
 * What a model says that has to answer in JSON: text that begins as JSON does at once, and any other only when it is the
 * answer. What it says in words before it calls a tool would make the answer no JSON.
 */
export async function* jsonOnly(events: AsyncIterable<ModelEvent>): AsyncGenerator<ModelEvent> {
  const held: ModelEvent[] = []
  let isJson = false
  for await (const event of events) {
    if (event.type === 'text' && !isJson) {
      isJson = held.length === 0 && /^\s*[[{]/.test(event.text)
      if (!isJson) {
        held.push(event)
        continue
      }
    }
    if (event.type === 'turn' && event.turn.toolCalls.length === 0) yield* held
    yield event
  }
}
