import * as z from 'zod'
import type { Message } from '../model/messages.ts'

/** An entry of `executed_tools`, as far as a model can be reminded of it. */
const Remembered = z.object({ name: z.string(), arguments: z.string(), output: z.string() })
type Remembered = z.infer<typeof Remembered>

/** The history without the fields that only this server's clients know. */
export function withoutExecutedTools(messages: readonly Message[]): Message[] {
  return messages.map((told) => {
    const { executed_tools: _, ...message } = told
    return message
  })
}

/**
 * The history as it was for the model: what `executed_tools` says about an earlier answer is told again as
 * calls and their results, when the tool is there to be called again.
 */
export function withExecutedTools(
  messages: readonly Message[],
  toolNames: readonly string[],
): Message[] {
  return messages.flatMap(({ executed_tools, ...message }, position) => {
    const entries = remembered(executed_tools).filter(({ name }) => toolNames.includes(name))
    return entries.length > 0 ? [...retold(entries, position), message] : [message]
  })
}

function remembered(executedTools: unknown): Remembered[] {
  if (!Array.isArray(executedTools)) return []
  return executedTools.flatMap((entry) => {
    const parsed = Remembered.safeParse(entry)
    return parsed.success ? [parsed.data] : []
  })
}

function retold(entries: readonly Remembered[], position: number): Message[] {
  const idOf = (index: number) => `call_${position}_${index}`
  const tool_calls = entries.map(({ name, arguments: args }, index) => ({
    id: idOf(index),
    type: 'function',
    function: { name, arguments: args },
  }))
  return [
    { role: 'assistant', content: null, tool_calls },
    ...entries.map(({ output }, index) => ({
      role: 'tool',
      tool_call_id: idOf(index),
      content: output,
    })),
  ]
}
