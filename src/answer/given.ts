import * as z from 'zod'
import type { Fields } from '../model/fields.ts'
import type { Message, ToolCall } from '../model/messages.ts'

const Named = z.record(z.string(), z.unknown())

/**
 * What a model service has given with a call in fields of its own, such as what the model thought or a signature, and
 * wants back when it is told of the call again.
 */
export const Given = z.object({
  message: Named.optional().describe('Of the message that the call was in; it begins a new one.'),
  call: Named.optional().describe('Of the call.'),
})
export type Given = z.infer<typeof Given>

/** Null when it is nothing. The first call of a message has what belongs to the message. */
export function givenWith({ extra }: ToolCall, message: Partial<Message>): Given | null {
  const fields = ownFields(message)
  const given = {
    ...(Object.keys(fields).length > 0 && { message: fields }),
    ...(Object.keys(extra).length > 0 && { call: extra }),
  }
  return Object.keys(given).length > 0 ? given : null
}

const PROTOCOL = ['role', 'content', 'tool_calls', 'refusal', 'annotations', 'audio']

function ownFields(message: Partial<Message>): Fields {
  return Object.fromEntries(Object.entries(message).filter(([name]) => !PROTOCOL.includes(name)))
}
