import type { AnswerEvent } from '../../answer/events.ts'
import { addDelta, stamp, type Fields } from '../../model/fields.ts'
import { toWire } from '../../model/messages.ts'
import { Content } from './content.ts'
import { endOf, startOf, type ExecutedTool } from './executed-tool.ts'
import { annotation, identityFields, reasoningFields, textFields } from './parts.ts'

/** The whole answer at once: the `stream: false` reading of the events. */
export async function toCompletion(
  events: AsyncIterable<AnswerEvent>,
  model: string,
): Promise<object> {
  const content = new Content()
  const executedTools: ExecutedTool[] = []
  const calls: object[] = []
  let identity: Fields = {}
  const message: Fields = {}
  let logprobs: Fields | null = null
  let ending: { reason: string; usage: { given: Fields } | null } | null = null

  for await (const event of events) {
    switch (event.type) {
      case 'started':
        identity = { ...identity, ...identityFields(event.identity) }
        break
      case 'text_delta': {
        const separator = content.add(event.index, event.text)
        addDelta(message, textFields(separator + event.text, event))
        if (event.logprobs) addDelta((logprobs ??= {}), event.logprobs)
        break
      }
      case 'reasoning_delta':
        addDelta(message, reasoningFields(event.text, event.field, event))
        if (event.logprobs) addDelta((logprobs ??= {}), event.logprobs)
        break
      case 'cited': {
        const start = content.startOf(event.index)
        const annotations = event.citations.map((citation) => annotation(citation, start))
        addDelta(message, { annotations })
        break
      }
      case 'item_finished': {
        const { item } = event
        if (item.type === 'client_call') calls.push(toWire(item.call))
        if (item.type !== 'program' && item.type !== 'search') break
        const end = endOf(item)
        const index = executedTools.length
        if (end) executedTools.push({ index, ...startOf(item), ...end })
        break
      }
      case 'finished':
        ending = event
        break
      case 'item_started':
      case 'code_delta':
      case 'tool_started':
      case 'output_delta':
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
          ...(calls.length > 0 && { tool_calls: calls }),
          ...(executedTools.length > 0 && { executed_tools: executedTools }),
        },
        logprobs,
        finish_reason: ending?.reason,
      },
    ],
    ...(ending?.usage && { usage: ending.usage.given }),
  }
}
