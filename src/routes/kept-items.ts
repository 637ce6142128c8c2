import * as z from 'zod'
import { isFields } from '../json.ts'
import type { JsonObject } from '../state/store.ts'
import type { AppContext } from './context.ts'

/** What a query asks for by `include`, `include[]` or `include[0]`, as the SDKs write lists. */
export function includesOf(c: AppContext): ReadonlySet<string> {
  const queries = Object.entries(c.req.queries())
  return new Set(
    queries.flatMap(([name, values]) => (/^include(\[\d*\])?$/.test(name) ? values : [])),
  )
}

/** What is kept of an item, and shown to who asks for it by its name. */
const ON_DEMAND = {
  code_interpreter_call: { outputs: 'code_interpreter_call.outputs' },
  web_search_call: { results: 'web_search_call.results' },
  reasoning: { encrypted_content: 'reasoning.encrypted_content' },
} as const
const SOURCES = 'web_search_call.action.sources'

/** An item in OpenAI's full form, without what was not asked for. */
export function shownItem(item: JsonObject, includes: ReadonlySet<string>): JsonObject {
  const whole = wholeItem(item)
  switch (whole['type']) {
    case 'code_interpreter_call':
      return includes.has(ON_DEMAND.code_interpreter_call.outputs)
        ? { outputs: null, ...whole }
        : { ...whole, outputs: null }
    case 'web_search_call':
      return shownSearch(whole, includes)
    case 'reasoning':
      return without(whole, 'encrypted_content', includes, ON_DEMAND.reasoning.encrypted_content)
    default:
      return whole
  }
}

function shownSearch(item: JsonObject, includes: ReadonlySet<string>): JsonObject {
  const shown = without(item, 'results', includes, ON_DEMAND.web_search_call.results)
  const action = shown['action']
  return isFields(action)
    ? { ...shown, action: without(action, 'sources', includes, SOURCES) }
    : shown
}

function without(
  fields: JsonObject,
  name: string,
  includes: ReadonlySet<string>,
  include: string,
): JsonObject {
  if (includes.has(include)) return fields
  const { [name]: _, ...rest } = fields
  return rest
}

/** What clients may leave out of the items that they send, and expect of those that they read. */
function wholeItem(item: JsonObject): JsonObject {
  const { type, status, content } = item
  const typed = { ...item, type: type ?? 'message', status: status ?? 'completed' }
  if (typed.type === 'reasoning') return { ...item }
  if (typed.type !== 'message' || typeof content !== 'string') return typed
  const part =
    item['role'] === 'assistant'
      ? { type: 'output_text', text: content, annotations: [], logprobs: [] }
      : { type: 'input_text', text: content }
  return { ...typed, content: [part] }
}

/** The items in a response's output, shown so too. */
export function shownResponse(body: JsonObject, includes: ReadonlySet<string>): JsonObject {
  const output = Output.parse(body['output'])
  return { ...body, output: output.map((item) => shownItem(item, includes)) }
}

const Output = z.array(z.record(z.string(), z.unknown())).catch([])
