import type { ChatEvent, ExecutedTool } from '../chat/events.ts'
import { addDelta, stamp, type Fields } from '../model/fields.ts'

type Events = AsyncIterable<ChatEvent>

/** The whole answer at once: the `stream: false` reading of the events. */
export async function toCompletion(events: Events, model: string): Promise<object> {
  const executedTools: ExecutedTool[] = []
  let identity: Fields = {}
  let message: Fields = {}
  let logprobs: Fields | null = null
  let end: { finishReason: string; usage: Fields | null } | null = null

  for await (const event of events) {
    switch (event.type) {
      case 'started':
        identity = { ...identity, ...event.identity }
        break
      case 'delta':
        message = addDelta(message, event.delta)
        if (event.logprobs) logprobs = addDelta(logprobs ?? {}, event.logprobs)
        break
      case 'tool_finished':
        executedTools.push(event.entry)
        break
      case 'calls_returned':
        message['tool_calls'] = event.calls
        break
      case 'done':
        end = event
        break
      case 'tool_started':
      case 'tool_progressed':
        break
    }
  }
  return {
    ...stamp('chat.completion', model),
    ...identity,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: null,
          refusal: null,
          annotations: [],
          ...message,
          ...(executedTools.length > 0 && { executed_tools: executedTools }),
        },
        logprobs,
        finish_reason: end?.finishReason,
      },
    ],
    ...(end?.usage && { usage: end.usage }),
  }
}

/** The answer as it happens: the `stream: true` reading. */
export async function* toChunks(
  events: Events,
  model: string,
  includeUsage: boolean,
): AsyncGenerator<object> {
  let base: Fields = stamp('chat.completion.chunk', model)
  const chunk = (delta: object, choice: object = {}) => ({
    ...base,
    choices: [{ index: 0, delta, logprobs: null, finish_reason: null, ...choice }],
    ...(includeUsage && { usage: null }),
  })
  let isFirst = true

  for await (const event of events) {
    switch (event.type) {
      case 'started':
        base = { ...base, ...event.identity }
        if (isFirst) yield chunk({ role: 'assistant', content: '', refusal: null })
        isFirst = false
        break
      case 'delta':
        yield chunk(event.delta, { logprobs: event.logprobs })
        break
      case 'tool_started':
        yield chunk({ executed_tools: [event.entry] })
        break
      case 'tool_finished': {
        // OpenAI's clients add deltas up: what has been said must not be said again.
        const { name: _, arguments: __, upstream: ___, ...news } = event.entry
        yield chunk({ executed_tools: [news] })
        break
      }
      case 'tool_progressed': {
        const { index, progress } = event
        if (progress.type === 'result') break
        yield chunk({ executed_tools: [{ index, [progress.type]: progress.text }] })
        break
      }
      case 'calls_returned':
        yield chunk({ tool_calls: event.calls.map((call, index) => ({ index, ...call })) })
        break
      case 'done':
        yield chunk({}, { finish_reason: event.finishReason })
        if (includeUsage) yield { ...base, choices: [], usage: event.usage }
        break
    }
  }
}
