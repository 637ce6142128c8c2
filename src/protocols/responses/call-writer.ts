import * as z from 'zod'
import { parseJson } from '../../json.ts'
import type { ToolCall } from '../../model/messages.ts'
import { upstreamOf } from './program-writer.ts'
import { itemAdded, itemDone, type ItemPlace, type Told, type WrittenItem } from './told.ts'
import type { ClientName } from './tools.ts'

const TextArgument = z.object({ input: z.string() })

/** A call of a tool of the client's, from its beginning to its end. */
export function* callEvents(
  place: ItemPlace,
  { id: call_id, name, arguments: args, extra }: ToolCall,
  client: ClientName,
): Generator<Told, WrittenItem> {
  const text = client.isCustom ? textOf(args) : args
  const field = client.isCustom ? 'input' : 'arguments'
  const event = client.isCustom ? 'custom_tool_call_input' : 'function_call_arguments'
  const item = {
    id: place.item_id,
    type: client.isCustom ? 'custom_tool_call' : 'function_call',
    call_id,
    name: client.name,
    ...(client.namespace !== null && { namespace: client.namespace }),
  }
  yield itemAdded(place, { ...item, [field]: '', status: 'in_progress' })
  if (text !== '') yield { type: `response.${event}.delta`, ...place, delta: text }
  yield { type: `response.${event}.done`, ...place, name, [field]: text }
  const call = Object.keys(extra).length > 0 ? { call: extra } : null
  const done = { ...item, [field]: text, status: 'completed', ...upstreamOf(call) }
  yield itemDone(place, done)
  return { sent: done, kept: done }
}

/** What was written to a tool that takes any text. */
function textOf(args: string): string {
  return TextArgument.safeParse(parseJson(args)).data?.input ?? args
}
