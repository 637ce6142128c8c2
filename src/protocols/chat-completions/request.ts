import * as z from 'zod'
import { isBuiltin, nameOf, type AnswerRequest, type ToolSpec } from '../../answer/request.ts'
import { Message } from '../../model/messages.ts'
import type { TimeLimits } from '../../tools/limits.ts'
import { BUILTIN_TYPES, builtinSpecs } from '../../tools/tools.ts'
import { asTold, withExecutedTools } from './history.ts'

const ClientTool = {
  function: z.looseObject({
    type: z.literal('function'),
    function: z.looseObject({ name: z.string().min(1) }),
  }),
  custom: z.looseObject({
    type: z.literal('custom'),
    custom: z.looseObject({ name: z.string().min(1) }),
  }),
}

const ToolChoice = z.union(
  [z.enum(['none', 'auto', 'required']), z.looseObject({ type: z.string() })],
  'expected "none", "auto", "required", {"type": "code_interpreter"}, {"type": "web_search"} or {"type": "function", "function": {"name": …}}',
)

/** A chat request: OpenAI's, whose other parameters are kept as they are, with tools of this server among its own. */
export function chatRequest(limits: TimeLimits) {
  const types = [...BUILTIN_TYPES, 'function', 'custom'].map((type) => JSON.stringify(type))
  const Tool = z.discriminatedUnion(
    'type',
    [...builtinSpecs(limits), ClientTool.function, ClientTool.custom],
    { error: `expected a tool whose type is one of ${types.join(', ')}` },
  )
  return z
    .looseObject({
      model: z.string().min(1),
      messages: z.array(Message).min(1),
      tools: z.array(Tool).max(128).nullish(),
      tool_choice: ToolChoice.nullish(),
      stream: z.boolean().nullish(),
      stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
      n: z.int().nullish(),
    })
    .superRefine((request, context) => {
      for (const conflict of conflicts(request)) {
        context.addIssue({ code: 'custom', ...conflict })
      }
    })
}
export type ChatRequest = z.infer<ReturnType<typeof chatRequest>>

/** Whether a request needs anything of this server but to be passed on. */
export function usesBuiltins(request: ChatRequest): boolean {
  return request.tools?.some(isBuiltin) ?? false
}

/** The request in the language of the server: with what `executed_tools` says told as calls and their results. */
export function toAnswerRequest(request: ChatRequest): AnswerRequest {
  const { model, messages, tools, tool_choice, stream: _, ...parameters } = request
  const specs = tools ?? []
  const ours = specs.filter(isBuiltin).map(nameOf)
  return {
    model,
    messages: messages.flatMap((message, index) =>
      withExecutedTools(message, index, ours).map((told) => {
        return { place: `messages[${index}]`, message: told }
      }),
    ),
    tools: specs,
    toolChoice: tool_choice,
    maxToolCalls: null,
    keepsFiles: false,
    isStructured: Structured.safeParse(parameters).success,
    parameters,
  }
}

/** Whether the text of the answer is to have its programs in it. */
export function showsCode({ tools, isStructured }: AnswerRequest): boolean {
  const isAsked = tools.some((tool) => tool.type === 'code_interpreter' && tool.show === 'markdown')
  return isAsked && !isStructured
}

const Structured = z.looseObject({
  response_format: z.looseObject({ type: z.enum(['json_object', 'json_schema']) }),
})

/** A request that needs no tool of ours, as the upstream is to get it. */
export function toRelay(request: ChatRequest): Record<string, unknown> {
  return { ...request, messages: request.messages.map(asTold) }
}

interface Conflict {
  path: (string | number)[]
  message: string
}

/** What OpenAI's protocol allows, and tools that are run here exclude. */
function* conflicts(request: {
  [name: string]: unknown
  tools?: readonly ToolSpec[] | null | undefined
  tool_choice?: z.infer<typeof ToolChoice> | null | undefined
  n?: number | null | undefined
}): Generator<Conflict> {
  const tools = request.tools ?? []
  const names = tools.map(nameOf)
  const chosen = chosenTool(request.tool_choice)
  if (chosen !== null && !names.includes(chosen)) {
    yield {
      path: ['tool_choice'],
      message: `${JSON.stringify(chosen)} is not among the tools; expected one of ${JSON.stringify(names)}`,
    }
  }
  if (!tools.some(isBuiltin)) return

  if ((request.n ?? 1) > 1) {
    yield { path: ['n'], message: 'expected 1 when tools are run by this server' }
  }
  for (const name of ['functions', 'function_call']) {
    if (request[name] !== undefined && request[name] !== null) {
      const message =
        'the legacy form does not go with tools that this server runs; expected `tools`'
      yield { path: [name], message }
    }
  }
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) < index) {
      yield { path: ['tools', index], message: `expected one tool named ${JSON.stringify(name)}` }
    }
  }
}

const NamedChoice = z.union([
  z.object({ type: z.literal('function'), function: z.object({ name: z.string() }) }),
  z.object({ type: z.literal('custom'), custom: z.object({ name: z.string() }) }),
])

/** The one tool that a `tool_choice` demands by name. */
function chosenTool(choice: z.infer<typeof ToolChoice> | null | undefined): string | null {
  if (!choice || typeof choice === 'string') return null
  if (BUILTIN_TYPES.includes(choice.type)) return choice.type

  const named = NamedChoice.safeParse(choice)
  if (!named.success) return null
  return named.data.type === 'function' ? named.data.function.name : named.data.custom.name
}
