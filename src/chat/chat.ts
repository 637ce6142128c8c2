import { addUsage, type Fields } from '../model/fields.ts'
import { toWire, type Message, type ToolCall } from '../model/messages.ts'
import type { Model, Prompt, Turn } from '../model/model.ts'
import { tellable } from '../tools/arguments.ts'
import { errorForModel, type Attachment, type Source, type Tool } from '../tools/tool.ts'
import type { ToolServices } from '../tools/tools.ts'
import { attachmentsText } from './attachments.ts'
import { citations } from './citations.ts'
import type { ChatEvent } from './events.ts'
import { givenWith, type Given } from './given.ts'
import { prepare, type Preparation } from './prepare.ts'
import type { ChatRequest } from './request.ts'
import { toolChoice } from './tool-choice.ts'

export interface ChatServices {
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

/** What has come together over the rounds. */
interface Answer {
  text: string
  usage: Fields | null
  attachments: Attachment[]
  sources: Source[]
  toolCount: number
}

/**
 * Asks the model, runs the tools it calls, and asks again, until it answers or calls a tool of the client's.
 * When its rounds or its time are used up, it is asked once more, without tools.
 */
export async function* chat(
  request: ChatRequest,
  { model, toolServices, limits }: ChatServices,
  signal: AbortSignal,
): AsyncGenerator<ChatEvent> {
  const toolsUntil = Date.now() + limits.maxRequestMs * TOOLS_SHARE
  const setup = await prepare(request, toolServices)
  const messages = [...setup.messages]
  const answer: Answer = { text: '', usage: null, attachments: [], sources: [], toolCount: 0 }

  for (let round = 0; ; round++) {
    const mayUseTools = round < limits.maxToolRounds && Date.now() < toolsUntil
    const prompt = mayUseTools
      ? promptWithTools(request, setup, messages, round)
      : promptWithoutTools(request, setup, messages)
    const turn = yield* ask(model, prompt, answer, signal)

    if (!mayUseTools || turn.toolCalls.length === 0) {
      yield* conclude(answer, turn, limits.maxToolRounds)
      return
    }

    const calls = turn.toolCalls.map((call) => asMeant(call, setup.tools))
    const theirs = calls.filter((call) => setup.clientToolNames.includes(call.name))
    // What was cut short is in no state to be run.
    if (CUT.includes(turn.finishReason)) {
      yield* handOver(answer, theirs, turn.finishReason)
      return
    }

    messages.push({ ...turn.message, tool_calls: calls.map(toHistory) })
    for (const [position, call] of calls.entries()) {
      if (theirs.includes(call)) continue
      const toolSignal = until(toolsUntil, signal)
      const given = givenWith(call, position === 0 ? turn.message : {})
      const content = yield* runTool({ call, given }, setup.tools, answer, toolSignal)
      messages.push({ role: 'tool', tool_call_id: call.id, content })
      signal.throwIfAborted()
    }

    if (theirs.length > 0) {
      yield* handOver(answer, theirs, 'tool_calls')
      return
    }
  }
}

/** The reasons for which a model stops before it has said all. */
const CUT = ['length', 'content_filter']

/** A call of a tool of ours with the arguments that the model means. */
function asMeant(call: ToolCall, tools: readonly Tool[]): ToolCall {
  const tool = tools.find(({ name }) => name === call.name)
  return tool ? { ...call, arguments: tool.read(call.arguments) } : call
}

/** A call as the next round tells of it: services refuse a history in which arguments are no object. */
function toHistory(call: ToolCall): object {
  return toWire(call.isCustom ? call : { ...call, arguments: tellable(call.arguments) })
}

function promptWithTools(
  request: ChatRequest,
  { declarations: tools, parameters }: Preparation,
  messages: readonly Message[],
  round: number,
): Prompt {
  const choice = toolChoice(request.tool_choice, round)
  return { model: request.model, messages: [...messages], tools, toolChoice: choice, parameters }
}

/** Some services refuse a history with calls where no tools are declared, so that these stay, not to be called. */
function promptWithoutTools(
  { model }: ChatRequest,
  { declarations: tools, parameters }: Preparation,
  messages: readonly Message[],
): Prompt {
  if (messages.some((message) => message['tool_calls'])) {
    return { model, messages: [...messages], tools, toolChoice: 'none', parameters }
  }
  const { parallel_tool_calls: _, ...others } = parameters
  return { model, messages: [...messages], tools: [], parameters: others }
}

/** One turn: passes on what the model says as it says it, the text of each round as a paragraph of its own. */
async function* ask(
  model: Model,
  prompt: Prompt,
  answer: Answer,
  signal: AbortSignal,
): AsyncGenerator<ChatEvent, Turn> {
  let isNewParagraph = answer.text !== ''

  for await (const event of model.stream(prompt, signal)) {
    switch (event.type) {
      case 'started':
        yield event
        break
      case 'delta': {
        const { content } = event.delta
        if (typeof content === 'string' && content !== '') {
          if (isNewParagraph) yield say(answer, '\n\n')
          isNewParagraph = false
          answer.text += content
        }
        yield event
        break
      }
      case 'turn':
        answer.usage = addUsage(answer.usage, event.turn.usage)
        return event.turn
    }
  }
  throw new Error('The model ended without a turn.')
}

/** Runs one call, or says that there is no such tool, and returns what the model is to read of it. */
async function* runTool(
  { call, given }: { call: ToolCall; given: Given | null },
  tools: readonly Tool[],
  answer: Answer,
  signal: AbortSignal,
): AsyncGenerator<ChatEvent, string> {
  const tool = tools.find((candidate) => candidate.name === call.name)
  if (!tool) {
    const names = tools.map(({ name }) => name).join(', ')
    const message = `There is no tool ${JSON.stringify(call.name)}; there is: ${names}.`
    return errorForModel('unknown_tool', message)
  }

  const index = answer.toolCount++
  const entry = {
    index,
    type: tool.name,
    name: tool.name,
    arguments: call.arguments,
    ...(given && { upstream: given }),
  }
  yield { type: 'tool_started', entry }
  for await (const event of tool.call(call.arguments, signal)) {
    if (event.type === 'outcome') {
      const { forModel, details, attachments, sources } = event.outcome
      answer.attachments.push(...attachments)
      answer.sources.push(...sources)
      yield { type: 'tool_finished', entry: { ...entry, output: forModel, ...details } }
      return forModel
    }
    yield { type: 'tool_progressed', index, progress: event }
  }
  throw new Error('The tool ended without an outcome.')
}

/** The end of an answer that is the client's to go on with. */
function* handOver(
  answer: Answer,
  calls: readonly ToolCall[],
  finishReason: string,
): Generator<ChatEvent> {
  yield* attach(answer)
  if (calls.length > 0) yield { type: 'calls_returned', calls: calls.map(toWire) }
  yield { type: 'done', finishReason, usage: answer.usage }
}

/** The end of an answer in which the model has had the last word. */
function* conclude(
  answer: Answer,
  { finishReason, toolCalls }: Turn,
  maxToolRounds: number,
): Generator<ChatEvent> {
  if (toolCalls.length > 0 && answer.text === '') {
    yield say(answer, `The answer was not complete after ${maxToolRounds} rounds of tool calls.`)
  }
  yield* attach(answer)
  yield {
    type: 'done',
    finishReason: toolCalls.length > 0 ? 'stop' : finishReason,
    usage: answer.usage,
  }
}

/** What belongs to the answer and is not the model's to say: the files in it, and where its sources are cited. */
function* attach(answer: Answer): Generator<ChatEvent> {
  const annotations = citations(answer.text, answer.sources)
  if (annotations.length > 0) yield { type: 'delta', delta: { annotations }, logprobs: null }
  const text = attachmentsText(answer.text, answer.attachments)
  if (text !== '') yield say(answer, text)
}

function say(answer: Answer, content: string): ChatEvent {
  answer.text += content
  return { type: 'delta', delta: { content }, logprobs: null }
}

/** A signal that ends with the given one, or at a time. */
function until(time: number, signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(Math.max(0, time - Date.now()))])
}
