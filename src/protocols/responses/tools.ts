import * as z from 'zod'
import type { ClientTool, ToolSpec } from '../../answer/request.ts'
import type { Fields } from '../../model/fields.ts'
import { containerFields } from '../../tools/container-fields.ts'
import { timeoutFields, type TimeLimits } from '../../tools/limits.ts'
import { WebSearchSpec } from '../../tools/web-search.ts'

/** Who may call a tool: nobody but the model itself can here. */
const Callers = z.array(z.literal('direct', 'expected "direct": programs call no tools')).nullish()

const FunctionTool = z.looseObject({
  type: z.literal('function'),
  name: z.string().min(1),
  description: z.string().nullish(),
  parameters: z.record(z.string(), z.unknown()).nullish(),
  strict: z.boolean().nullish(),
  allowed_callers: Callers,
  async: z.literal(false, 'expected false, or nothing: calls are waited for').nullish(),
})

const CustomTool = z.looseObject({
  type: z.literal('custom'),
  name: z.string().min(1),
  description: z.string().nullish(),
  format: z.looseObject({ type: z.string() }).nullish(),
  allowed_callers: Callers,
})

/** Tools under one name, as Codex declares those of its servers. */
const Namespace = z.looseObject({
  type: z.literal('namespace'),
  name: z.string().min(1),
  tools: z.array(z.discriminatedUnion('type', [FunctionTool, CustomTool])),
})

/** Looks for tools that are declared later, which are all declared at once here. */
const ToolSearch = z.looseObject({ type: z.literal('tool_search') })

const SEARCHES = [
  'web_search',
  'web_search_2025_08_26',
  'web_search_preview',
  'web_search_preview_2025_03_11',
] as const

const SearchTool = z.looseObject({
  type: z.literal(SEARCHES),
  search_context_size: WebSearchSpec.shape.search_context_size,
  user_location: WebSearchSpec.shape.user_location,
  filters: WebSearchSpec.shape.filters,
  external_web_access: z
    .boolean()
    .nullish()
    .describe('With `false` there is no search: nothing is kept here of the web.'),
})

const FileIds = z.array(z.string()).max(100).default([])

const AutoContainer = z.strictObject({
  type: z.literal('auto'),
  file_ids: FileIds.describe('Uploaded files, put into `/mnt/data` of every program.'),
  ...containerFields,
})

const Container = z
  .union([z.string().min(1), AutoContainer], 'expected {"type": "auto"} or the id of a container')
  .describe('The files of programs: new ones, or those that a container has.')

const INTERPRETER = 'code_interpreter'

function interpreterTool(limits: TimeLimits) {
  return z.strictObject({
    type: z.literal(INTERPRETER),
    container: Container.default({ type: 'auto', file_ids: [] }),
    ...timeoutFields(limits),
    allowed_callers: Callers,
  })
}

const TYPES = [INTERPRETER, 'web_search', 'function', 'custom', 'namespace']

export function toolSchema(limits: TimeLimits) {
  return z.discriminatedUnion(
    'type',
    [interpreterTool(limits), SearchTool, FunctionTool, CustomTool, Namespace, ToolSearch],
    {
      error: `expected a tool whose type is one of ${TYPES.map((type) => JSON.stringify(type)).join(', ')}`,
    },
  )
}
export type ResponseTool = z.infer<ReturnType<typeof toolSchema>>

/** A tool of the client's by the name under which the model knows it. */
export interface ClientName {
  name: string
  namespace: string | null
  isCustom: boolean
}

/** A tool as the answer is given it. */
export interface DeclaredTool {
  /** The name that the model calls. */
  called: string
  spec: ToolSpec
  /** Null for one of this server. */
  client: ClientName | null
}

/** The tools in the language of the server, in the order of the request; those of a namespace each on its own. */
export function declared(
  tools: readonly ResponseTool[],
  containerFiles: readonly string[],
): DeclaredTool[] {
  return tools.flatMap((tool): DeclaredTool[] => {
    switch (tool.type) {
      case 'code_interpreter': {
        const { container, timeout_ms, sandbox_timeout_ms } = tool
        const file_ids = typeof container === 'string' ? [] : container.file_ids
        const spec: ToolSpec = {
          type: INTERPRETER,
          timeout_ms,
          sandbox_timeout_ms,
          file_ids: [...containerFiles],
          container: { type: 'auto', file_ids },
        }
        return [{ called: INTERPRETER, spec, client: null }]
      }
      case 'function':
      case 'custom':
        return [clientTool(tool, null)]
      case 'namespace':
        return tool.tools.map((each) => clientTool(each, tool.name))
      case 'tool_search':
        return []
      case 'web_search':
      case 'web_search_2025_08_26':
      case 'web_search_preview':
      case 'web_search_preview_2025_03_11': {
        if (tool.external_web_access === false) return []
        const { search_context_size, user_location, filters } = tool
        const spec: ToolSpec = { type: 'web_search', search_context_size, user_location, filters }
        return [{ called: 'web_search', spec, client: null }]
      }
    }
  })
}

type OwnTool = z.infer<typeof FunctionTool> | z.infer<typeof CustomTool>

function clientTool(tool: OwnTool, namespace: string | null): DeclaredTool {
  const called = calledName(tool.name, namespace)
  const isCustom = tool.type === 'custom'
  return {
    called,
    spec: isCustom ? textTool(called, tool) : functionTool(called, tool),
    client: { name: tool.name, namespace, isCustom },
  }
}

/** The name by which a model calls a tool of a namespace, in letters that every service takes. */
export function calledName(name: string, namespace: string | null | undefined): string {
  return namespace ? `${namespace}__${name}` : name
}

function functionTool(
  name: string,
  { description, parameters, strict }: z.infer<typeof FunctionTool>,
): ClientTool {
  const declaration = {
    name,
    ...(typeof description === 'string' && { description }),
    ...(parameters && { parameters }),
    ...(typeof strict === 'boolean' && { strict }),
  }
  return { type: 'function', function: declaration }
}

/** A tool that takes any text. Few services have such tools, and every one has functions. */
function textTool(name: string, { description, format }: z.infer<typeof CustomTool>): ClientTool {
  const grammar =
    format && format.type !== 'text' ? `The input is of this format: ${JSON.stringify(format)}` : ''
  const declaration = {
    name,
    description: [description ?? '', grammar].filter(Boolean).join('\n\n'),
    parameters: {
      type: 'object',
      properties: { input: { type: 'string' } },
      required: ['input'],
      additionalProperties: false,
    },
  }
  return { type: 'function', function: declaration }
}

/** A tool as the response tells of it again, with nothing left out. */
export function echoed(tool: ResponseTool): Fields {
  switch (tool.type) {
    case 'function': {
      const { description = null, parameters = null, strict = null } = tool
      return { ...tool, description, parameters, strict }
    }
    case 'code_interpreter':
    case 'custom':
    case 'namespace':
    case 'tool_search':
    case 'web_search':
    case 'web_search_2025_08_26':
    case 'web_search_preview':
    case 'web_search_preview_2025_03_11':
      return tool
  }
}

const Named = z.looseObject({ type: z.string(), name: z.string().optional() })

export const ToolChoice = z.union(
  [
    z.enum(['none', 'auto', 'required']),
    z.looseObject({
      type: z.literal('allowed_tools'),
      mode: z.enum(['auto', 'required']),
      tools: z.array(Named).min(1),
    }),
    Named,
  ],
  'expected "none", "auto", "required", {"type": "code_interpreter"}, {"type": "web_search"}, {"type": "function", "name": …} or {"type": "allowed_tools", "mode": …, "tools": […]}',
)
export type ToolChoice = z.infer<typeof ToolChoice>

const AllowedTools = z.object({
  type: z.literal('allowed_tools'),
  mode: z.string(),
  tools: z.array(Named),
})

/** What may be called, and what is said of it, in the protocol of models. */
export interface Choice {
  tools: DeclaredTool[]
  toolChoice: unknown
}

/** The choice in a request. A list of allowed tools holds because the model is told of no others. */
export function chosen(choice: ToolChoice | null | undefined, tools: DeclaredTool[]): Choice {
  const allowed = AllowedTools.safeParse(choice).data
  if (allowed) {
    const names = allowed.tools.map(namedBy)
    return {
      tools: tools.filter(({ called }) => names.includes(called)),
      toolChoice: allowed.mode,
    }
  }
  if (!choice || typeof choice === 'string') return { tools, toolChoice: choice ?? undefined }
  const called = namedBy(choice)
  const isOurs = tools.some((tool) => tool.called === called && !tool.client)
  return {
    tools,
    toolChoice: isOurs ? { type: called } : { type: 'function', function: { name: called } },
  }
}

/** The names that a choice has in it. */
export function namesIn(choice: ToolChoice | null | undefined): string[] {
  const allowed = AllowedTools.safeParse(choice).data
  if (allowed) return allowed.tools.map(namedBy)
  return choice && typeof choice !== 'string' ? [namedBy(choice)] : []
}

/** Whether a type of tools is one of those that OpenAI has had for searches. */
export function isSearch(type: string): boolean {
  return SEARCHES.some((search) => search === type)
}

function namedBy({ type, name }: z.infer<typeof Named>): string {
  if (isSearch(type)) return 'web_search'
  return name ?? type
}
