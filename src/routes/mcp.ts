import type { Caller } from '../auth/door.ts'
import { ApiError } from '../errors.ts'
import { errorMessage, mcpErrorResponse } from '../protocols/mcp/errors.ts'
import { CODES, RpcError } from '../protocols/mcp/json-rpc.ts'
import { readMessage, type Call } from '../protocols/mcp/request.ts'
import { respond } from '../protocols/mcp/respond.ts'
import type { ServerTool } from '../protocols/mcp/server-tool.ts'
import { progressOf } from '../protocols/mcp/stream.ts'
import { serverTools } from '../protocols/mcp/tools.ts'
import type { ToolServices } from '../tools/tools.ts'
import type { AppContext } from './context.ts'
import { eventStream, type Frame } from './event-stream.ts'
import type { PacedBodyOptions } from './paced-body.ts'
import { readBody } from './read-json.ts'
import { report } from './report.ts'
import { requestSignal } from './request-signal.ts'
import { wholeAnswer } from './whole-answer.ts'

export interface McpRouteServices {
  limits: { maxRequestMs: number }
  toolServicesFor: (caller: Caller, requestUrl: string) => ToolServices
}

/** POST /mcp: the Model Context Protocol, of which nothing is kept from one request to the next. */
export function mcp({ limits, toolServicesFor }: McpRouteServices) {
  return async (c: AppContext): Promise<Response> => {
    const { headers } = c.req.raw
    mustBeJson(headers)
    const asked = readMessage(await bodyOf(c.req.raw), {
      version: headers.get('mcp-protocol-version'),
      method: headers.get('mcp-method'),
      name: headers.get('mcp-name'),
    })
    if (asked.type === 'nothing') return c.body(null, 202)

    const tools = serverTools(toolServicesFor(c.get('caller'), c.req.url))
    const gone = new AbortController()
    const signal = requestSignal(c, limits.maxRequestMs, gone)
    const pace = { gone, signal }
    if (asked.type === 'batch') {
      const answers: object[] = []
      for (const call of asked.calls) answers.push(await settled(c, call, tools, signal))
      return wholeAnswer(c, answers, pace)
    }
    const { call } = asked
    // A stream shows that somebody is still there, on both sides.
    const isStream =
      call.method === 'tools/call' && headers.get('accept')?.includes('text/event-stream')
    try {
      if (isStream) return await stream(c, call, tools, pace)
      return wholeAnswer(c, await whole(call, tools, signal), pace)
    } catch (error) {
      report(error, c.get('requestId'))
      return mcpErrorResponse(error, call.id)
    }
  }
}

function stream(
  c: AppContext,
  call: Call,
  tools: readonly ServerTool[],
  pace: PacedBodyOptions,
): Promise<Response> {
  const progress = progressOf(call)
  return eventStream(toFrames(respond(call, tools, progress, pace.signal)), {
    ...pace,
    onError: (error) => {
      report(error, c.get('requestId'))
      return toFrame(errorMessage(error, call.id))
    },
    ...(progress && { onSilence: () => toFrame(progress.tell()) }),
  })
}

async function* toFrames(messages: AsyncIterable<object>): AsyncGenerator<Frame> {
  for await (const message of messages) yield toFrame(message)
}

function toFrame(message: object): Frame {
  return { data: JSON.stringify(message) }
}

/** The response to a call, and nothing of its progress. */
async function whole(
  call: Call,
  tools: readonly ServerTool[],
  signal: AbortSignal,
): Promise<object> {
  for await (const message of respond(call, tools, null, signal)) return message
  throw new Error('The tool ended without a result.')
}

/** The response to a call, which may be an error. */
async function settled(
  c: AppContext,
  call: Call,
  tools: readonly ServerTool[],
  signal: AbortSignal,
): Promise<object> {
  try {
    return await whole(call, tools, signal)
  } catch (error) {
    report(error, c.get('requestId'))
    return errorMessage(error, call.id)
  }
}

/** What pages of other sites may send without asking is never JSON. */
function mustBeJson(headers: Headers): void {
  const [type = ''] = (headers.get('content-type') ?? '').split(';')
  if (type.trim().toLowerCase() === 'application/json') return
  throw new RpcError('Send JSON, as `Content-Type: application/json`.', {
    code: CODES.refused,
    status: 415,
  })
}

async function bodyOf(request: Request): Promise<unknown> {
  try {
    return await readBody(request)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const { message, status } = error
    throw new RpcError(message, { code: CODES.parseError, status })
  }
}
