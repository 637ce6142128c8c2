import * as z from 'zod'

/** One part of a message's content: text, an image, a file, or what OpenAI will think of. */
export const ContentPart = z.looseObject({ type: z.string() })
export type ContentPart = z.infer<typeof ContentPart>

/** A message as the protocol writes it. What is not named here is passed on unchanged. */
export const Message = z.looseObject({
  role: z.string().min(1),
  content: z
    .union([z.string(), z.array(ContentPart)], 'expected a text or a list of parts')
    .nullish(),
})
export type Message = z.infer<typeof Message>

export interface ToolCall {
  id: string
  name: string
  /** As the model wrote them, which need not be right. */
  arguments: string
  /** Whether it is a call of a `custom` tool, whose input is any text. */
  isCustom: boolean
  /** Fields of the service's own, which it may want back. */
  extra: Record<string, unknown>
}

/** A call as the protocol writes it. */
export function toWire({ id, name, arguments: input, isCustom, extra }: ToolCall): object {
  return isCustom
    ? { ...extra, id, type: 'custom', custom: { name, input } }
    : { ...extra, id, type: 'function', function: { name, arguments: input } }
}
