import type { Fields } from '../model/fields.ts'
import { toWire, type Message, type ToolCall } from '../model/messages.ts'
import type { Model, Prompt } from '../model/model.ts'
import { tellable } from '../tools/arguments.ts'
import type { ResultFile } from '../tools/execution.ts'
import { errorForModel, type Tool } from '../tools/tool.ts'
import type { ToolServices } from '../tools/tools.ts'
import { attachmentsOf, closingText } from './attachments.ts'
import type { Source } from './citations.ts'
import type { AnswerEvent } from './events.ts'
import { givenWith } from './given.ts'
import type { ProgramItem, SearchItem } from './items.ts'
import { mendedLinks } from './links.ts'
import { prepare, type Preparation } from './prepare.ts'
import type { AnswerRequest } from './request.ts'
import { finishText, ownText, readRound, started, type Round, type RoundContext } from './round.ts'
import { jsonOnly } from './structured.ts'
import { toolChoice } from './tool-choice.ts'
import { totalUsage } from './usage.ts'
import { abandoned, useTool, type Asked } from './use-tool.ts'

export interface AnswerServices {
  model: Model
  toolServices: ToolServices
  limits: {
    maxToolRounds: number
    /** The most time that the whole request may take. */
    maxRequestMs: number
  }
}

/** The part of the request's time after which no tool begins or goes on, so that there is time to answer. */
const TOOLS_SHARE = 0.8

/** The reasons for which a model stops before it has said all. */
const CUT = ['length', 'content_filter']

/**
 * Asks the model, runs the tools it calls, and asks again, until it answers or calls a tool of the client's.
 * When its rounds or its time are used up, it is asked once more, and may call none.
 */
export async function* answer(
  request: AnswerRequest,
  { model, toolServices, limits }: AnswerServices,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent> {
  const toolsUntil = Date.now() + limits.maxRequestMs * TOOLS_SHARE
  const setup = await prepare(request, toolServices, signal)
  const programs = setup.tools.filter(({ kind }) => kind === 'program').map(({ name }) => name)
  const messages = [...setup.messages]
  const texts: string[] = []
  const uses: (ProgramItem | SearchItem)[] = []
  const usages: (Fields | null)[] = []
  let items = 0
  const nextIndex = () => items++
  const mayCall = () => uses.length < (request.maxToolCalls ?? Infinity)

  for (let round = 0; ; round++) {
    const isInTime = round < limits.maxToolRounds && Date.now() < toolsUntil
    const mayUseTools = isInTime && mayCall()
    const prompt = mayUseTools
      ? promptWithTools(request, setup, messages, round)
      : promptWithoutTools(request, setup, messages)
    const context: RoundContext = {
      round,
      nextIndex,
      sources: sourcesIn(uses),
      programs: mayUseTools ? programs : [],
    }
    const events = mendedLinks(model.stream(prompt, signal), filesIn(uses))
    const said = yield* readRound(request.isStructured ? jsonOnly(events) : events, context)
    const { turn } = said
    usages.push(turn.usage)
    texts.push(...said.finished.map(({ text }) => text))

    const calls = turn.toolCalls.map((call) => asMeant(call, setup.tools))
    const theirs = calls.filter((call) => setup.clientToolNames.includes(call.name))
    const isUnheard = !mayUseTools && calls.length > 0
    const isCut = CUT.includes(turn.finishReason)

    if (calls.length === 0 || isUnheard || isCut) {
      // What was cut short is in no state to be run.
      yield* abandon(asked(calls, said, setup, context), context)
      const isEmpty = !said.text?.text && texts.every((text) => text === '')
      const note =
        isUnheard && isEmpty ? incomplete(limits.maxToolRounds, mayCall() ? null : uses.length) : ''
      yield* close({ request, texts, uses, note }, said.text, context)
      if (mayUseTools) yield* handOver(theirs, context)
      const reason = isUnheard ? 'stop' : turn.finishReason
      yield { type: 'finished', reason, usage: totalUsage(usages) }
      return
    }

    if (said.text) texts.push((yield* finishText(said.text, context.sources)).text)
    messages.push({ ...turn.message, tool_calls: calls.map(toHistory) })
    const ours = asked(calls, said, setup, context)
    for (const call of calls) {
      if (theirs.includes(call)) continue
      const use = ours.find((candidate) => candidate.call === call)
      if (use && !mayCall()) yield* abandon([use], context)
      const item =
        use && mayCall() ? yield* useTool(use, nextIndex, until(toolsUntil, signal)) : null
      if (item) uses.push(item)
      const content = item?.outcome?.forModel ?? (use ? TOO_MANY : noSuchTool(call, setup.tools))
      messages.push({ role: 'tool', tool_call_id: call.id, content })
      signal.throwIfAborted()
    }

    if (theirs.length > 0) {
      yield* close({ request, texts, uses, note: '' }, null, context)
      yield* handOver(theirs, context)
      yield { type: 'finished', reason: 'tool_calls', usage: totalUsage(usages) }
      return
    }
  }
}

function promptWithTools(
  request: AnswerRequest,
  { declarations: tools, parameters }: Preparation,
  messages: readonly Message[],
  round: number,
): Prompt {
  const choice = toolChoice(request.toolChoice, round)
  return { model: request.model, messages: [...messages], tools, toolChoice: choice, parameters }
}

/** Some services refuse a history with calls where no tools are declared, so that these stay, not to be called. */
function promptWithoutTools(
  { model }: AnswerRequest,
  { declarations: tools, parameters }: Preparation,
  messages: readonly Message[],
): Prompt {
  if (messages.some((message) => message['tool_calls'])) {
    return { model, messages: [...messages], tools, toolChoice: 'none', parameters }
  }
  const { parallel_tool_calls: _, ...others } = parameters
  return { model, messages: [...messages], tools: [], parameters: others }
}

/** A call of a tool of ours with the arguments that the model means. */
function asMeant(call: ToolCall, tools: readonly Tool[]): ToolCall {
  const tool = tools.find(({ name }) => name === call.name)
  return tool ? { ...call, arguments: tool.read(call.arguments) } : call
}

/** The calls of tools of ours. */
function asked(
  calls: readonly ToolCall[],
  { turn, programs }: Round,
  { tools }: Preparation,
  { round }: RoundContext,
): Asked[] {
  return calls.flatMap((call, position) => {
    const tool = tools.find(({ name }) => name === call.name)
    if (!tool) return []
    const given = givenWith(call, position === 0 ? turn.message : {})
    return [{ tool, call, given, round, program: programs.get(position) ?? null }]
  })
}

/** A call as the next round tells of it: services refuse a history in which arguments are no object. */
function toHistory(call: ToolCall): object {
  return toWire(call.isCustom ? call : { ...call, arguments: tellable(call.arguments) })
}

function noSuchTool(call: ToolCall, tools: readonly Tool[]): string {
  const names = tools.map(({ name }) => name).join(', ')
  const message = `There is no tool ${JSON.stringify(call.name)}; there is: ${names}.`
  return errorForModel('unknown_tool', message)
}

function sourcesIn(uses: readonly (ProgramItem | SearchItem)[]): Source[] {
  return uses.flatMap(({ outcome }) => (outcome?.type === 'search' ? outcome.hits : []))
}

function filesIn(uses: readonly (ProgramItem | SearchItem)[]): ResultFile[] {
  return uses.flatMap(({ outcome }) =>
    attachmentsOf(outcome).flatMap(({ kind, file }) => (kind === 'missing' ? [] : [file])),
  )
}

const TOO_MANY = errorForModel(
  'too_many_calls',
  'It was not run: no tool may be called any more. Answer with what you know.',
)

/** What is said in the place of an answer. */
function incomplete(rounds: number, calls: number | null): string {
  const count = calls === null ? `${rounds} rounds of tool calls` : `${calls} calls of tools`
  return `The answer was not complete after ${count}.`
}

/** Programs that the model has begun to write, and that are not run. */
function* abandon(uses: readonly Asked[], { nextIndex }: RoundContext): Generator<AnswerEvent> {
  for (const use of uses) if (use.program) yield abandoned(use, nextIndex)
}

interface Told {
  request: AnswerRequest
  /** The texts before the one that is open. */
  texts: readonly string[]
  uses: readonly (ProgramItem | SearchItem)[]
  note: string
}

/** The end of the text, which shows what was made for it. */
function* close(
  { request, texts, uses, note }: Told,
  open: Round['text'],
  context: RoundContext,
): Generator<AnswerEvent> {
  const said = [...texts, open?.text ?? ''].join('\n')
  const parts = request.isStructured ? [] : [note, closingText(said, uses)]
  const added = parts.filter((part) => part !== '').join('\n\n')
  if (open) yield* finishText(open, context.sources, open.text && added ? `\n\n${added}` : added)
  else if (added !== '') yield* ownText(added, context)
}

/** Calls that are the client's to answer. */
function* handOver(
  calls: readonly ToolCall[],
  { round, nextIndex }: RoundContext,
): Generator<AnswerEvent> {
  for (const call of calls) {
    const index = nextIndex()
    yield started({ type: 'client_call', index, round })
    yield { type: 'item_finished', item: { type: 'client_call', index, round, call } }
  }
}

/** A signal that ends with the given one, or at a time. */
function until(time: number, signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(Math.max(0, time - Date.now()))])
}
