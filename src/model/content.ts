import * as z from 'zod'

const TextPart = z.looseObject({ type: z.literal('text'), text: z.string() })
const ThinkingPart = z.looseObject({
  type: z.literal('thinking'),
  thinking: z.union([z.string(), z.array(z.unknown())]),
})

/** What a model says in one piece: to its reader, and to itself. */
export interface Said {
  text: string
  reasoning: string
}

/** The content of a message or of a delta, which may be a text, a list of parts, or one of these by itself. */
export function readContent(content: unknown): Said {
  if (typeof content === 'string') return { text: content, reasoning: '' }
  const parts: unknown[] = Array.isArray(content) ? content : [content]
  const thoughts = parts.flatMap((part) => ThinkingPart.safeParse(part).data?.thinking ?? [])
  return { text: textOf(parts), reasoning: textOf(thoughts) }
}

function textOf(parts: readonly unknown[]): string {
  return parts
    .map((part) => (typeof part === 'string' ? part : (TextPart.safeParse(part).data?.text ?? '')))
    .join('')
}
