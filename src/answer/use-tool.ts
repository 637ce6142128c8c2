import * as z from 'zod'
import { parseJson } from '../json.ts'
import type { ToolCall } from '../model/messages.ts'
import type { Tool } from '../tools/tool.ts'
import type { AnswerEvent } from './events.ts'
import type { Given } from './given.ts'
import type { ProgramItem, ProgramUse, SearchItem, SearchUse } from './items.ts'
import { started, type StartedProgram } from './round.ts'

/** A call of a tool of ours, as the answer has it so far. */
export interface Asked {
  tool: Tool
  call: ToolCall
  given: Given | null
  round: number
  /** Null when nothing was told of it yet. */
  program: StartedProgram | null
}

/** Runs a call, and returns what became of it. */
export async function* useTool(
  asked: Asked,
  nextIndex: () => number,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, ProgramItem | SearchItem> {
  const use = useOf(asked, nextIndex)
  if (!asked.program) yield started(use)
  if (use.type === 'program') {
    const known = asked.program?.code ?? ''
    const code = use.code.startsWith(known) ? use.code.slice(known.length) : ''
    if (code !== '') yield { type: 'code_delta', index: use.index, code }
  }
  yield { type: 'tool_started', use }

  for await (const event of asked.tool.call(use.arguments, signal)) {
    switch (event.type) {
      case 'stdout':
      case 'stderr':
        yield { type: 'output_delta', index: use.index, stream: event.type, text: event.text }
        break
      case 'result':
        break
      case 'outcome': {
        const item = { ...use, outcome: event.outcome }
        yield { type: 'item_finished', item }
        return item
      }
    }
  }
  throw new Error('The tool ended without an outcome.')
}

/** The end of a program of which only the beginning was told. */
export function abandoned(asked: Asked, nextIndex: () => number): AnswerEvent {
  return { type: 'item_finished', item: { ...useOf(asked, nextIndex), outcome: null } }
}

function useOf(
  { tool, call, given, round, program }: Asked,
  nextIndex: () => number,
): ProgramUse | SearchUse {
  const index = program?.index ?? nextIndex()
  const use = { index, round, callId: call.id, name: tool.name, arguments: call.arguments, given }
  return tool.kind === 'program'
    ? { ...use, type: 'program', code: codeOf(call.arguments) }
    : { ...use, type: 'search' }
}

const Program = z.object({ code: z.string() })

/** The program in arguments; all of them where there is none to be found. */
function codeOf(args: string): string {
  return Program.safeParse(parseJson(args)).data?.code ?? args
}
