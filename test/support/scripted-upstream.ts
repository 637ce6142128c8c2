import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** What the upstream does with one request. */
type Answer = (request: Received, response: ServerResponse) => Promise<void> | void

/** A request as the upstream got it. */
export interface Received {
  method: string
  path: string
  headers: Record<string, string | string[] | undefined>
  body: UpstreamBody
}

interface UpstreamBody {
  [parameter: string]: unknown
  model?: string
  stream?: boolean
  messages?: ToldMessage[]
  tools?: { type: string; function?: { name: string; description?: string } }[]
}

export interface ToldMessage {
  [field: string]: unknown
  role: string
  content?: unknown
  tool_calls?: ToldCall[]
}

/** A call of a function in a history. */
export interface ToldCall {
  id: string
  function: { name: string; arguments: string }
}

/** A model service over HTTP that answers chats as the script says, and remembers what it was asked. */
export class ScriptedUpstream implements AsyncDisposable {
  readonly requests: Received[] = []
  readonly #answers: Answer[]
  readonly #server: Server

  private constructor(answers: Answer[]) {
    this.#answers = answers
    this.#server = createServer((request, response) => void this.#serve(request, response))
  }

  static async start(...answers: Answer[]): Promise<ScriptedUpstream> {
    const upstream = new ScriptedUpstream(answers)
    await new Promise<void>((resolve) => upstream.#server.listen(0, '127.0.0.1', resolve))
    return upstream
  }

  get url(): string {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('Not listening.')
    return `http://127.0.0.1:${address.port}/v1`
  }

  /** The messages of the request at `index`, counted from the end when negative. */
  messages(index: number) {
    return this.requests.at(index)?.body.messages ?? []
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const received = await receive(request)
    if (received.path === '/v1/models') return listModels(received, response)
    this.requests.push(received)
    const answer = this.#answers.shift() ?? refuses(500, { message: 'The script is over.' })
    await answer(received, response)
  }
}

/** The key that the upstream does not know. */
export const UNKNOWN_KEY = 'unknown-key'

function listModels({ headers }: Received, response: ServerResponse): void {
  const key = String(headers['authorization']).replace('Bearer ', '')
  const isUnknown = key === UNKNOWN_KEY || key.startsWith('nobody-')
  if (isUnknown) return sendJson(response, 401, { error: { message: 'Unknown key.' } })
  sendJson(response, 200, MODELS)
}

const MODELS = {
  object: 'list',
  data: [{ id: 'scripted/model', object: 'model', created: 1, owned_by: 'test' }],
}

interface ScriptedCall {
  id: string
  name: string
  arguments: string
}

interface ScriptedTurn {
  deltas: object[]
  message: object
  /** Null where the service gives none. */
  finishReason: string | null
  usage?: object
}

const USAGE = {
  prompt_tokens: 10,
  completion_tokens: 5,
  total_tokens: 15,
  prompt_tokens_details: { cached_tokens: 2 },
}

export function says(text: string, extra: Partial<ScriptedTurn> = {}): Answer {
  return turn({
    deltas: (text.match(/\S+\s*/g) ?? []).map((content) => ({ content })),
    message: { content: text },
    finishReason: 'stop',
    ...extra,
  })
}

export function calls(...toolCalls: ScriptedCall[]): Answer {
  const wire = toolCalls.map(({ id, name, arguments: args }) => ({
    id,
    type: 'function',
    function: { name, arguments: args },
  }))
  return turn({
    deltas: wire.flatMap((call, index) => inPieces(call, index)),
    message: { content: null, tool_calls: wire },
    finishReason: 'tool_calls',
  })
}

/** A call of the interpreter with this program. */
export function runs(code: string, id = 'call_1'): Answer {
  return calls({ id, name: 'code_interpreter', arguments: JSON.stringify({ code }) })
}

export function turn({ deltas, message, finishReason, usage = USAGE }: ScriptedTurn): Answer {
  return ({ body }, response) => {
    if (!body.stream) {
      const choice = {
        index: 0,
        message: { role: 'assistant', ...message },
        logprobs: null,
        finish_reason: finishReason,
      }
      return sendJson(response, 200, { ...stamp('chat.completion'), choices: [choice], usage })
    }
    const chunks = [{ role: 'assistant', content: '' }, ...deltas].map((delta) =>
      choiceChunk(delta, null),
    )
    const last = finishReason === null ? [] : [choiceChunk({}, finishReason)]
    return streams([...chunks, ...last, { choices: [], usage }, '[DONE]'], response)
  }
}

/** Chunks as they are given, and then the connection is closed, cleanly or not. */
export function sends(events: readonly (object | string)[], end: 'ends' | 'dies' = 'ends'): Answer {
  return async (_, response) => {
    await streams(events, response, end === 'dies')
  }
}

/** An answer as a service gives it that answers at once, even when it is asked for a stream. */
export function atOnce({
  message,
  finishReason,
  usage = USAGE,
}: Omit<ScriptedTurn, 'deltas'>): Answer {
  const choice = {
    index: 0,
    message: { role: 'assistant', ...message },
    ...(finishReason !== null && { finish_reason: finishReason }),
  }
  return repliesJson({ ...stamp('chat.completion'), choices: [choice], usage })
}

/** A body as it is given, under a type of its own. */
export function sendsText(text: string, contentType: string, status = 200): Answer {
  return (_, response) => {
    response.writeHead(status, { 'content-type': contentType })
    response.end(text)
  }
}

/** Says something, and then nothing more until the client goes away. */
export function hangs(onGone: () => void): Answer {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(event(choiceChunk({ content: 'Well' }, null)))
    response.on('close', onGone)
  }
}

export function refuses(
  status: number,
  error: unknown,
  headers: Record<string, string> = {},
): Answer {
  return (_, response) => sendJson(response, status, { error }, headers)
}

/** Answers at once with JSON, whatever was asked. */
export function repliesJson(body: unknown, status = 200): Answer {
  return (_, response) => sendJson(response, status, body)
}

/** Answers at once with a text, whatever was asked, and calls it JSON. */
export function repliesText(text: string): Answer {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(text)
  }
}

export function choiceChunk(delta: object, finishReason: string | null): object {
  return { choices: [{ index: 0, delta, logprobs: null, finish_reason: finishReason }] }
}

/** A call as OpenAI streams it: its name first, then its arguments in two pieces. */
function inPieces(
  call: { id: string; type: string; function: { name: string; arguments: string } },
  index: number,
) {
  const { name, arguments: args } = call.function
  const half = Math.ceil(args.length / 2)
  const piece = (text: string) => ({ tool_calls: [{ index, function: { arguments: text } }] })
  return [
    { tool_calls: [{ ...call, index, function: { name, arguments: '' } }] },
    piece(args.slice(0, half)),
    piece(args.slice(half)),
  ]
}

async function streams(
  events: readonly (object | string)[],
  response: ServerResponse,
  dies = false,
) {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  for (const each of events) response.write(event(each))
  // What was written shall arrive, and only then shall the connection break.
  if (dies) setTimeout(() => response.destroy(), 20)
  else response.end()
}

function event(data: object | string): string {
  const text =
    typeof data === 'string' ? data : JSON.stringify({ ...stamp('chat.completion.chunk'), ...data })
  return `data: ${text}\n\n`
}

function stamp(object: string) {
  return {
    id: 'chatcmpl-upstream',
    object,
    created: 1,
    model: 'scripted-model-1',
    system_fingerprint: 'fp_1',
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

async function receive(request: IncomingMessage): Promise<Received> {
  const pieces: Uint8Array[] = []
  for await (const piece of request) pieces.push(piece)
  const text = Buffer.concat(pieces).toString()
  const { method = '', url = '', headers } = request
  return { method, path: url, headers, body: text === '' ? {} : JSON.parse(text) }
}
