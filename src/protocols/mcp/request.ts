import * as z from 'zod'
import { isFields } from '../../json.ts'
import { checkEnvelope, claimedVersion, unsupportedVersion, type McpHeaders } from './envelope.ts'
import { CODES, RequestId, RpcError } from './json-rpc.ts'
import {
  BATCH_VERSION,
  isHandshakeVersion,
  STATELESS_VERSION,
  UNNAMED_VERSION,
  type Era,
} from './versions.ts'

/** More messages than this in one request are nobody's who means well. */
const MAX_BATCH = 20

const ProgressToken = z.union([z.string(), z.int()])
type ProgressToken = z.infer<typeof ProgressToken>

const Params = z.looseObject({
  _meta: z.looseObject({ progressToken: ProgressToken.optional() }).optional(),
})
type Params = z.infer<typeof Params>

/** A message of JSON-RPC that asks for something, or with no `id` tells something. */
export const RpcRequest = z.object({
  jsonrpc: z.literal('2.0'),
  id: RequestId.optional(),
  method: z.string(),
  params: Params.optional(),
})

const RpcResponse = z.union([
  z.object({ jsonrpc: z.literal('2.0'), id: RequestId, result: z.looseObject({}) }),
  z.object({ jsonrpc: z.literal('2.0'), id: RequestId.optional(), error: z.looseObject({}) }),
])

/** What a client asks for. */
export interface Call {
  era: Era
  id: RequestId
  method: string
  params: Params
}

/** What a request to MCP asks for: one thing, nothing, or several that are answered together. */
export type Asked =
  | { type: 'call'; call: Call }
  | { type: 'nothing' }
  | { type: 'batch'; calls: readonly Call[] }

/** @throws RpcError for what is no message, or not one of a version that is spoken here */
export function readMessage(body: unknown, headers: McpHeaders): Asked {
  if (Array.isArray(body)) return readBatch(body, headers)
  const call = readCall(body, headers)
  return call ? { type: 'call', call } : { type: 'nothing' }
}

function readBatch(messages: readonly unknown[], headers: McpHeaders): Asked {
  if (messages.some((message) => claimedVersion(message) !== undefined) || !mayBatch(headers)) {
    throw invalid('Send one message in a request: this version of MCP has no batches')
  }
  if (messages.length === 0 || messages.length > MAX_BATCH) {
    throw invalid(`A batch has 1 to ${MAX_BATCH} messages`)
  }
  const calls = messages.flatMap((message) => readCall(message, headers) ?? [])
  if (calls.some(({ method }) => method === 'initialize')) {
    throw invalid('`initialize` stands alone in its request')
  }
  // Else one request that is counted could be as many programs.
  if (calls.filter(({ method }) => method === 'tools/call').length > 1) {
    throw invalid('A batch may call one tool: send the other calls in requests of their own')
  }
  return calls.length > 0 ? { type: 'batch', calls } : { type: 'nothing' }
}

function mayBatch({ version }: McpHeaders): boolean {
  return (version ?? UNNAMED_VERSION) === BATCH_VERSION
}

/** Null for a message that nothing is answered to. */
function readCall(message: unknown, headers: McpHeaders): Call | null {
  const read = RpcRequest.safeParse(message)
  if (!read.success) {
    if (RpcResponse.safeParse(message).success) return null
    throw new RpcError('The request body is not a message of JSON-RPC 2.0.', {
      code: CODES.invalidRequest,
      id: idOf(message),
    })
  }
  const { id, method, params = {} } = read.data
  if (id === undefined) return null
  const era = eraOf({ id, method, params }, headers)
  if (era === 'stateless') checkEnvelope({ id, method, params }, headers)
  return { era, id, method, params }
}

/** By the message where it says so, and else by its header. */
function eraOf({ id, method, params }: Omit<Call, 'era'>, { version }: McpHeaders): Era {
  if (claimedVersion({ params }) !== undefined) return 'stateless'
  if (method === 'initialize') {
    if (version !== STATELESS_VERSION) return 'handshake'
    throw new RpcError(`There is no \`initialize\` in ${STATELESS_VERSION}.`, {
      code: CODES.headerMismatch,
      id,
    })
  }
  if (version === null || isHandshakeVersion(version)) return 'handshake'
  if (version === STATELESS_VERSION) return 'stateless'
  throw unsupportedVersion(version, id)
}

function idOf(message: unknown): RequestId | undefined {
  return isFields(message) ? RequestId.safeParse(message['id']).data : undefined
}

function invalid(message: string): RpcError {
  return new RpcError(`${message}.`, { code: CODES.invalidRequest })
}
