import * as z from 'zod'
import { Given } from '../../answer/given.ts'
import type { Message } from '../../model/messages.ts'
import { tellable } from '../../tools/arguments.ts'

/** An entry of `executed_tools`, as far as a model can be reminded of it. */
const Remembered = z.object({
  name: z.string(),
  arguments: z.string(),
  output: z.string(),
  upstream: Given.optional().catch(undefined),
})
type Remembered = z.infer<typeof Remembered>

/**
 * A message without what only this server says in its answers: `executed_tools`, and the fields that its answers have
 * for OpenAI's clients, which some services refuse.
 */
export function asTold(told: Message): Message {
  const { executed_tools: _, ...message } = told
  if (message.role !== 'assistant') return message
  const { annotations: __, refusal, ...rest } = message
  return { ...rest, ...(refusal !== null && refusal !== undefined && { refusal }) }
}

/**
 * A message as it was for the model: what `executed_tools` says about an earlier answer is told again as
 * calls and their results, when the tool is there to be called again.
 */
export function withExecutedTools(
  message: Message,
  position: number,
  toolNames: readonly string[],
): Message[] {
  const entries = remembered(message['executed_tools'])
  const known = entries.filter(({ name }) => toolNames.includes(name))
  return [...retold(known, position), asTold(message)]
}

function remembered(executedTools: unknown): Remembered[] {
  if (!Array.isArray(executedTools)) return []
  return executedTools.flatMap((entry) => {
    const parsed = Remembered.safeParse(entry)
    return parsed.success ? [parsed.data] : []
  })
}

function retold(entries: readonly Remembered[], position: number): Message[] {
  const calls = entries.map((entry, index) => ({ ...entry, id: idOf(position, index) }))
  return turnsOf(calls).flatMap((turn) => [
    {
      ...turn[0]?.upstream?.message,
      role: 'assistant',
      content: null,
      tool_calls: turn.map(({ id, name, arguments: args, upstream }) => ({
        ...upstream?.call,
        id,
        type: 'function',
        function: { name, arguments: tellable(args) },
      })),
    },
    ...turn.map(({ id, output }) => ({ role: 'tool', tool_call_id: id, content: output })),
  ])
}

/** Calls by the message that they were in, as far as it is known: what a service gave with one was with its first. */
function turnsOf<Call extends Remembered>(calls: readonly Call[]): Call[][] {
  const turns: Call[][] = []
  for (const call of calls) {
    const turn = turns.at(-1)
    if (turn && !call.upstream?.message) turn.push(call)
    else turns.push([call])
  }
  return turns
}

/** An id that every service takes: Mistral's are of nine letters and digits. */
function idOf(position: number, index: number): string {
  return `c${position.toString(36).padStart(4, '0')}${index.toString(36).padStart(4, '0')}`
}
