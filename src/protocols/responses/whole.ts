import type { AnswerEvent } from '../../answer/events.ts'
import { toEvents, type ResponseOptions } from './stream.ts'

/** The whole answer at once: the `stream: false` reading of the events. What fails is thrown. */
export async function toResponse(
  events: AsyncIterable<AnswerEvent>,
  options: Omit<ResponseOptions, 'onFailure'>,
): Promise<object> {
  const onFailure = (error: unknown) => {
    throw error
  }
  let response: unknown = null
  for await (const event of toEvents(events, { ...options, onFailure })) {
    if (event['response'] !== undefined) response = event['response']
  }
  return Object(response)
}
