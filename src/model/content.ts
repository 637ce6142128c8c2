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

/** The content of a message or of a delta, which may be a text or a list of parts. */
export function readContent(content: unknown): Said {
  if (typeof content === 'string') return { text: content, reasoning: '' }
  if (!Array.isArray(content)) return { text: '', reasoning: '' }
  const thoughts = content.flatMap((part) => ThinkingPart.safeParse(part).data?.thinking ?? [])
  return { text: textOf(content), reasoning: textOf(thoughts) }
}

function textOf(parts: readonly unknown[]): string {
  return parts
    .map((part) => (typeof part === 'string' ? part : (TextPart.safeParse(part).data?.text ?? '')))
    .join('')
}
