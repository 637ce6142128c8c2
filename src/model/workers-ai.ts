import * as z from 'zod'
import { parseJson, readJson } from '../json.ts'
import type { Fields } from './fields.ts'
import { toCompletion, toEvents } from './workers-ai-answer.ts'

/** What is used of Cloudflare's `AI` binding. It answers refusals too, and throws only when it cannot be reached. */
export interface WorkersAi {
  run(
    model: string,
    inputs: Fields,
    options: { returnRawResponse: true; signal: AbortSignal },
  ): Promise<Response>
}

/** A binding is an object of the platform's, which must be called as it is. */
export const WorkersAi = z.custom<WorkersAi>(
  (value) => value !== null && typeof value === 'object' && 'run' in value,
)

const ChatRequest = z.looseObject({
  model: z.string(),
  messages: z.array(z.looseObject({})),
  tools: z.array(z.looseObject({ function: z.looseObject({ name: z.string() }) })).optional(),
  tool_choice: z.unknown().optional(),
})
type ChatRequest = z.infer<typeof ChatRequest>

const NamedChoice = z.object({ function: z.object({ name: z.string() }) })

/**
 * Workers AI as a service that speaks OpenAI's protocol over `fetch`. The binding cannot list its models, so
 * those that the operator names are listed; it answers for all of them.
 */
export function workersAi(ai: WorkersAi, models: readonly string[]) {
  const cards = models.map((id) => ({ id, object: 'model', created: 0, owned_by: 'workers-ai' }))

  return async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init)
    const { pathname } = new URL(request.url)

    if (pathname.endsWith('/chat/completions')) {
      const chat = ChatRequest.parse(await request.json())
      const options = { returnRawResponse: true, signal: request.signal } as const
      return answer(await ai.run(chat.model, toInputs(chat), options), chat.model, request.signal)
    }
    if (pathname.endsWith('/models')) return Response.json({ object: 'list', data: cards })
    const id = decodeURIComponent(pathname.split('/').at(-1) ?? '')
    const card = cards.find((candidate) => candidate.id === id)
    return card ? Response.json(card) : refusal(404, NOT_NAMED)
  }
}

const NOT_NAMED = {
  message: 'This server names no such model of Workers AI. It may be asked for all the same.',
  code: 'model_not_found',
}

/** OpenAI's parameters as the binding takes them. */
function toInputs({ model: _model, ...chat }: ChatRequest): Fields {
  const { messages, tools, tool_choice, ...parameters } = chat
  const named = NamedChoice.safeParse(tool_choice).data?.function.name
  // The binding does not know the choice of one tool, but it knows a single tool that is required.
  const offered =
    named === undefined ? tools : tools?.filter((tool) => tool.function.name === named)
  const choice = named === undefined ? tool_choice : 'required'
  return {
    ...parameters,
    // The binding refuses the `null` that stands beside tool calls.
    messages: messages.map((message) => ({ ...message, content: message['content'] ?? '' })),
    ...(offered && { tools: offered }),
    ...(choice !== undefined && { tool_choice: choice }),
  }
}

async function answer(response: Response, model: string, signal: AbortSignal): Promise<Response> {
  if (!response.ok) return refusal(response.status, await problemOf(response), response.headers)
  if (response.body && response.headers.get('content-type')?.includes('text/event-stream')) {
    const body = response.body.pipeThrough(new TransformStream(), { signal })
    return new Response(toEvents(body, model), { headers: { 'content-type': 'text/event-stream' } })
  }
  try {
    return Response.json(toCompletion(readJson(await response.bytes()), model))
  } catch {
    // To try again would not make it another kind of model.
    return refusal(502, UNREADABLE, new Headers({ 'x-should-retry': 'false' }))
  }
}

const UNREADABLE = {
  message: 'The model service answered with something that is no chat completion.',
  code: 'upstream_unreadable',
}

/** How the binding says what went wrong: in its own words, or in those of Cloudflare's API. */
const Problem = z.union([
  z
    .object({ internalCode: z.number(), description: z.string().min(1) })
    .transform(({ internalCode, description }) => ({ message: description, code: internalCode })),
  z
    .object({
      errors: z
        .tuple([z.object({ message: z.string().min(1), code: z.number() })])
        .rest(z.unknown()),
    })
    .transform(({ errors: [{ message, code }] }) => ({ message, code })),
])

async function problemOf(response: Response): Promise<object | undefined> {
  return Problem.safeParse(parseJson(await response.text())).data
}

/** Headers that say whether and when to try again go on. */
function refusal(status: number, error: object | undefined, headers = new Headers()): Response {
  return Response.json(error ? { error } : {}, { status, headers: adviceOf(headers) })
}

function adviceOf(headers: Headers): Record<string, string> {
  const names = ['retry-after', 'x-should-retry']
  return Object.fromEntries([...headers].filter(([name]) => names.includes(name)))
}
