import * as z from 'zod'
import { isBuiltin, type AnswerRequest } from '../../answer/request.ts'
import type { Fields } from '../../model/fields.ts'
import type { TimeLimits } from '../../tools/limits.ts'
import { toMessages } from './history.ts'
import { InputItem, type PlacedItem } from './items.ts'
import { chosen, declared, namesIn, ToolChoice, toolSchema, type DeclaredTool } from './tools.ts'

/** What may be asked for beside the answer. Others are for tools that are not here, and change nothing. */
export const INCLUDE = {
  outputs: 'code_interpreter_call.outputs',
  sources: 'web_search_call.action.sources',
  results: 'web_search_call.results',
  logprobs: 'message.output_text.logprobs',
  encrypted: 'reasoning.encrypted_content',
  /** Of this server: what a program prints, while it runs. */
  stdout: 'code_interpreter_call.stdout',
} as const

const Format = z.discriminatedUnion(
  'type',
  [
    z.looseObject({ type: z.literal('text') }),
    z.looseObject({ type: z.literal('json_object') }),
    z.looseObject({
      type: z.literal('json_schema'),
      name: z.string().min(1),
      schema: z.record(z.string(), z.unknown()),
      description: z.string().nullish(),
      strict: z.boolean().nullish(),
    }),
  ],
  { error: 'expected a format whose type is "text", "json_object" or "json_schema"' },
)

/** A field that would change what is answered, and that this server does not have. */
function without(advice: string) {
  return z.null(`not supported by this server; ${advice}`).optional()
}

/** A request for a response: OpenAI's, with the time limits of this server in its interpreter. */
export function responseRequest(limits: TimeLimits) {
  return z
    .looseObject({
      model: z.string().min(1),
      input: z
        .union([z.string(), z.array(InputItem)], 'expected a text or a list of items')
        .default([]),
      instructions: z.string().nullish(),
      previous_response_id: z.string().nullish(),
      conversation: z
        .union(
          [z.string().min(1), z.looseObject({ id: z.string().min(1) })],
          'expected the id of a conversation',
        )
        .nullish(),
      tools: z.array(toolSchema(limits)).max(128).nullish(),
      tool_choice: ToolChoice.nullish(),
      parallel_tool_calls: z.boolean().nullish(),
      max_tool_calls: z.int().min(1).nullish(),
      include: z.array(z.string()).max(100).nullish(),
      text: z.looseObject({ format: Format.nullish(), verbosity: z.string().nullish() }).nullish(),
      reasoning: z
        .looseObject({ effort: z.string().nullish(), summary: z.string().nullish() })
        .nullish(),
      store: z.boolean().nullish(),
      stream: z.boolean().nullish(),
      metadata: z
        .record(z.string().max(64), z.string().max(512))
        .refine((pairs) => Object.keys(pairs).length <= 16, 'expected at most 16 pairs')
        .nullish(),
      temperature: z.number().nullish(),
      top_p: z.number().nullish(),
      max_output_tokens: z.int().min(1).nullish(),
      top_logprobs: z.int().min(0).max(20).nullish(),
      service_tier: z.string().nullish(),
      truncation: z.enum(['auto', 'disabled']).nullish(),
      user: z.string().nullish(),
      safety_identifier: z.string().nullish(),
      prompt_cache_key: z.string().nullish(),
      background: z
        .literal(
          false,
          'expected false: a response is made while its client waits; ask with `"stream": true`',
        )
        .nullish(),
      prompt: without('write the text of the template into `instructions` and `input`'),
      context_management: z
        .array(z.never('not supported by this server; expected an empty list'))
        .nullish(),
      moderation: without('ask the model service itself'),
    })
    .superRefine((request, context) => {
      for (const conflict of conflicts(request)) {
        context.addIssue({ code: 'custom', ...conflict })
      }
    })
}
export type ResponseRequest = z.infer<ReturnType<typeof responseRequest>>

interface Conflict {
  path: (string | number)[]
  message: string
}

function* conflicts(request: {
  tools?: ResponseRequest['tools']
  tool_choice?: ResponseRequest['tool_choice']
  previous_response_id?: string | null | undefined
  conversation?: unknown
}): Generator<Conflict> {
  const names = declared(request.tools ?? [], []).map(({ called }) => called)
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) < index) {
      yield { path: ['tools', index], message: `expected one tool named ${JSON.stringify(name)}` }
    }
  }
  const unknown = namesIn(request.tool_choice).find((name) => !names.includes(name))
  if (unknown !== undefined) {
    yield {
      path: ['tool_choice'],
      message: `${JSON.stringify(unknown)} is not among the tools; expected one of ${JSON.stringify(names)}`,
    }
  }
  if (request.previous_response_id && request.conversation) {
    yield {
      path: ['conversation'],
      message: 'expected either this or `previous_response_id`',
    }
  }
}

/** The items of a request, a text as the message that it is. */
export function inputItems({ input }: ResponseRequest): InputItem[] {
  if (typeof input !== 'string') return input
  return input === '' ? [] : [{ type: 'message', role: 'user', content: input }]
}

/** Whether something is included in the answer. */
export function includes({ include }: ResponseRequest, what: keyof typeof INCLUDE): boolean {
  return include?.includes(INCLUDE[what]) ?? false
}

/** A request in the language of the server. */
export interface Asked {
  answer: AnswerRequest
  /** The tools that the model is told of. */
  tools: readonly DeclaredTool[]
}

/**
 * @param items all that the model is told, of which the request's own are the last
 * @param containerFiles the files that its container has
 */
export function toAnswerRequest(
  request: ResponseRequest,
  items: readonly PlacedItem[],
  containerFiles: readonly string[] = [],
): Asked {
  const all = declared(request.tools ?? [], containerFiles)
  const { tools, toolChoice } = chosen(request.tool_choice, all)
  const specs = tools.map(({ spec }) => spec)
  const ours = specs.filter(isBuiltin).map(({ type }) => type)
  const format = request.text?.format
  return {
    tools,
    answer: {
      model: request.model,
      messages: toMessages(items, { instructions: request.instructions ?? '', ours }),
      tools: specs,
      toolChoice: specs.length > 0 ? toolChoice : undefined,
      maxToolCalls: request.max_tool_calls ?? null,
      keepsFiles: true,
      isStructured: (format?.type ?? 'text') !== 'text',
      parameters: parametersOf(request, specs.length > 0),
    },
  }
}

/** The parameters of a request, in the protocol of models. What only an account at OpenAI can use is left out. */
function parametersOf(request: ResponseRequest, hasTools: boolean): Fields {
  const { temperature, top_p, max_output_tokens, text, reasoning, top_logprobs } = request
  const parameters = {
    temperature,
    top_p,
    max_completion_tokens: max_output_tokens,
    reasoning_effort: reasoning?.effort,
    verbosity: text?.verbosity,
    response_format: responseFormat(text?.format),
    parallel_tool_calls: hasTools ? request.parallel_tool_calls : null,
    service_tier: ['flex', 'priority'].find((tier) => tier === request.service_tier),
    ...(includes(request, 'logprobs') && { logprobs: true, top_logprobs }),
  }
  return Object.fromEntries(
    Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined),
  )
}

function responseFormat(format: z.infer<typeof Format> | null | undefined): object | null {
  switch (format?.type) {
    case 'json_object':
      return { type: format.type }
    case 'json_schema': {
      const { type, ...json_schema } = format
      return { type, json_schema }
    }
    case 'text':
    case undefined:
      return null
  }
}
