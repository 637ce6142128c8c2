import type { AnswerEvent } from '../../answer/events.ts'
import type { Item } from '../../answer/items.ts'
import { stamp, type Fields } from '../../model/fields.ts'
import { toWire } from '../../model/messages.ts'
import { Content } from './content.ts'
import { endOf, startOf } from './executed-tool.ts'
import { annotation, identityFields, reasoningFields, textFields } from './parts.ts'

/** The answer as it happens: the `stream: true` reading of the events, as OpenAI's chunks. */
export async function* toChunks(
  events: AsyncIterable<AnswerEvent>,
  model: string,
  includeUsage: boolean,
): AsyncGenerator<object> {
  const content = new Content()
  /** The places of uses of tools among themselves. */
  const uses = new Map<number, number>()
  const calls: object[] = []
  let base: Fields = stamp('chat.completion.chunk', model)
  let isFirst = true

  const chunk = (delta: object, choice: object = {}) => ({
    ...base,
    choices: [{ index: 0, delta, logprobs: null, finish_reason: null, ...choice }],
    ...(includeUsage && { usage: null }),
  })

  for await (const event of events) {
    switch (event.type) {
      case 'started':
        base = { ...base, ...identityFields(event.identity) }
        if (isFirst) yield chunk({ role: 'assistant', content: '', refusal: null })
        isFirst = false
        break
      case 'text_delta': {
        const separator = content.add(event.index, event.text)
        if (separator !== '') yield chunk({ content: separator })
        yield chunk(textFields(event.text, event), { logprobs: event.logprobs })
        break
      }
      case 'reasoning_delta': {
        const { text, field, logprobs } = event
        yield chunk(reasoningFields(text, field, event), { logprobs })
        break
      }
      case 'cited': {
        const start = content.startOf(event.index)
        yield chunk({ annotations: event.citations.map((citation) => annotation(citation, start)) })
        break
      }
      case 'tool_started': {
        const index = uses.size
        uses.set(event.use.index, index)
        yield chunk({ executed_tools: [{ index, ...startOf(event.use) }] })
        break
      }
      case 'output_delta': {
        const index = uses.get(event.index)
        yield chunk({ executed_tools: [{ index, [event.stream]: event.text }] })
        break
      }
      case 'item_finished': {
        const { item } = event
        if (item.type === 'client_call') calls.push(toWire(item.call))
        const entry = entryOf(item)
        if (entry) yield chunk({ executed_tools: [{ index: uses.get(item.index), ...entry }] })
        break
      }
      case 'finished':
        if (calls.length > 0) {
          yield chunk({ tool_calls: calls.map((call, index) => ({ index, ...call })) })
        }
        yield chunk({}, { finish_reason: event.reason })
        if (includeUsage) yield { ...base, choices: [], usage: event.usage?.given ?? null }
        break
      case 'item_started':
      case 'code_delta':
        break
    }
  }
}

/** The end of an entry. OpenAI's clients add deltas up: what has been said must not be said again. */
function entryOf(item: Item): object | null {
  if (item.type !== 'program' && item.type !== 'search') return null
  const end = endOf(item)
  return end && { type: item.name, ...end }
}
