import { addUsage, type Fields } from '../model/fields.ts'
import type { Message, ToolCall } from '../model/messages.ts'
import type { Model, Prompt, Turn } from '../model/model.ts'
import { errorForModel, type Attachment, type Source, type Tool } from '../tools/tool.ts'
import type { ToolServices } from '../tools/tools.ts'
import { attachmentsText } from './attachments.ts'
import { citations } from './citations.ts'
import type { ChatEvent } from './events.ts'
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

    const theirs = turn.toolCalls.filter((call) => setup.clientToolNames.includes(call.name))
    messages.push(turn.message)
    for (const call of turn.toolCalls) {
      if (theirs.includes(call)) continue
      const toolSignal = until(toolsUntil, signal)
      const content = yield* runTool(call, setup.tools, answer, toolSignal)
      messages.push({ role: 'tool', tool_call_id: call.id, content })
      signal.throwIfAborted()
    }

    if (theirs.length > 0) {
      yield* attach(answer)
      yield { type: 'calls_returned', calls: theirs.map((call) => call.wire) }
      yield { type: 'done', finishReason: 'tool_calls', usage: answer.usage }
      return
    }
  }
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

function promptWithoutTools(
  { model }: ChatRequest,
  setup: Preparation,
  messages: readonly Message[],
): Prompt {
  const { parallel_tool_calls: _, ...parameters } = setup.parameters
  return { model, messages: [...messages], tools: [], parameters }
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
  call: ToolCall,
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
  const entry = { index, type: tool.name, name: tool.name, arguments: call.arguments }
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
