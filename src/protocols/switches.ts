import { isFields } from '../json.ts'

/** Ways to have tools without asking for them in the body, for clients whose bodies nobody can change. */
export interface Switches {
  /** Whether the end of a model's name may ask for tools, as `GET /v1/models` then says. */
  hasSuffixes: boolean
  /** What requests without `tools` get. */
  defaultTools: readonly string[]
  /** How programs are shown whose tool was asked for in one of these ways. */
  show: 'markdown' | null
}

/** What the end of a name asks for, in the order in which it is listed. */
export const SUFFIXES: Record<string, readonly string[]> = {
  ':python': ['code_interpreter'],
  ':search': ['web_search'],
  ':python+search': ['code_interpreter', 'web_search'],
}

/** The name of a model without what its end asks for. */
export function splitModel(
  name: string,
  { hasSuffixes }: Switches,
): { model: string; suffix: string } {
  const suffix = hasSuffixes ? name.slice(name.lastIndexOf(':')) : ''
  const isKnown = SUFFIXES[suffix] !== undefined && suffix.length < name.length
  return isKnown ? { model: name.slice(0, -suffix.length), suffix } : { model: name, suffix: '' }
}

/** The body of a request with the tools that it is to have by another way than its own. */
export function withSwitches(body: unknown, switches: Switches): unknown {
  if (!isFields(body) || typeof body['model'] !== 'string') return body
  const { model, suffix } = splitModel(body['model'], switches)
  const wanted = SUFFIXES[suffix] ?? (takesDefaults(body) ? switches.defaultTools : [])
  if (wanted.length === 0) return body

  const tools: unknown[] = Array.isArray(body['tools']) ? body['tools'] : []
  const names = tools.map(nameOf)
  const added = wanted
    .filter((type) => !names.includes(type))
    .map((type) => {
      const isShown = type === 'code_interpreter' && switches.show
      return { type, ...(isShown && { show: switches.show }) }
    })
  return { ...body, model, tools: [...tools, ...added] }
}

/** Requests that our tools do not go with stay as they are. */
function takesDefaults({ tools, n, functions }: Record<string, unknown>): boolean {
  const isPlain = (n ?? 1) === 1 && (functions ?? null) === null
  return isPlain && (tools ?? null) === null
}

/** The name of a tool of any kind, which nobody has looked at yet. */
function nameOf(tool: unknown): unknown {
  if (!isFields(tool)) return undefined
  const { type, function: called } = tool
  return type === 'function' && isFields(called) ? called['name'] : type
}
