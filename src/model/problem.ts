import * as z from 'zod'
import { isFields } from '../json.ts'

/** What a service says went wrong. */
export interface Problem {
  message: string
  type: string | undefined
  code: string | null
  param: string | null
}

/** What stands beside the words, where OpenAI's errors have it. */
const Details = z.object({
  type: z.string().optional().catch(undefined),
  code: z
    .union([z.string(), z.number().transform(String)])
    .nullable()
    .catch(null),
  param: z.string().nullable().catch(null),
})

/** FastAPI's word on one part of a request. */
const PartProblem = z.object({ loc: z.array(z.union([z.string(), z.number()])), msg: z.string() })

/** Where services put the words, or an object that has them, in the order in which they are looked for. */
const PLACES = ['error', 'message', 'detail', 'errors', 'msg']
const MAX_DEPTH = 4
const MAX_PROBLEMS = 5
const MAX_MESSAGE = 4_000

/** What the body of a refusal says, wherever it says it; null where it has no words, or those of a web page. */
export function problemIn(body: unknown, depth = 0): Problem | null {
  if (depth > MAX_DEPTH) return null
  if (typeof body === 'string') return inWords(body)
  if (Array.isArray(body)) return inList(body, depth)
  if (!isFields(body)) return null

  const part = PartProblem.safeParse(body)
  if (part.success) return ofPart(part.data)
  const inner = firstOf(
    PLACES.map((place) => body[place]),
    depth,
  )
  if (!inner) return null
  const { type, code, param } = Details.parse(body)
  return {
    message: inner.message,
    type: inner.type ?? type,
    code: inner.code ?? code,
    param: inner.param ?? param,
  }
}

/** The part of an answer with a status of success that says that it is none; null for an answer, or a part of one. */
export function refusalIn(answer: unknown): unknown {
  if (Array.isArray(answer)) return refusalIn(answer[0])
  if (!isFields(answer)) return null
  const { error, choices, object } = answer
  const [choice] = Array.isArray(choices) ? choices : []
  if (problemIn(error)) return error
  if (isFields(choice) && problemIn(choice['error'])) return choice['error']
  const isNone = choices === undefined && (object === 'error' || answer['detail'] !== undefined)
  return isNone && problemIn(answer) ? answer : null
}

/** Several problems as one that begins with the first. */
function inList(list: readonly unknown[], depth: number): Problem | null {
  const problems = list.slice(0, MAX_PROBLEMS).flatMap((each) => problemIn(each, depth + 1) ?? [])
  const [first] = problems
  return first ? { ...first, message: problems.map(({ message }) => message).join('; ') } : null
}

function firstOf(places: readonly unknown[], depth: number): Problem | null {
  for (const place of places) {
    const problem = problemIn(place, depth + 1)
    if (problem) return problem
  }
  return null
}

function inWords(text: string): Problem | null {
  const message = text.trim().slice(0, MAX_MESSAGE)
  const isPage = message.startsWith('<')
  return message === '' || isPage ? null : { message, type: undefined, code: null, param: null }
}

function ofPart({ loc, msg }: z.infer<typeof PartProblem>): Problem {
  const param = loc.filter((step) => step !== 'body').join('.')
  const message = param === '' ? msg : `${param}: ${msg}`
  return { message, type: undefined, code: null, param: param || null }
}
