import * as z from 'zod'
import { BUILTIN_TYPES } from '../tools/tools.ts'

const Typed = z.looseObject({ type: z.string() })
const AllowedTools = z.looseObject({
  type: z.literal('allowed_tools'),
  allowed_tools: z.looseObject({ mode: z.string(), tools: z.array(Typed) }),
})

/**
 * A client's `tool_choice` in the upstream's words, where a tool of ours is a function like others. What
 * forces a tool does so in the first round only: forced in every round, the model could never answer.
 */
export function toolChoice(choice: unknown, round: number): unknown {
  const allowed = AllowedTools.safeParse(choice)
  if (allowed.success) {
    const { mode, tools } = allowed.data.allowed_tools
    return {
      ...allowed.data,
      allowed_tools: { mode: round > 0 ? 'auto' : mode, tools: tools.map(asFunction) },
    }
  }
  const isForced = choice === 'required' || typeof choice === 'object'
  if (round > 0 && isForced) return 'auto'
  const typed = Typed.safeParse(choice)
  return typed.success ? asFunction(typed.data) : choice
}

function asFunction(tool: z.infer<typeof Typed>): object {
  return BUILTIN_TYPES.includes(tool.type)
    ? { type: 'function', function: { name: tool.type } }
    : tool
}
