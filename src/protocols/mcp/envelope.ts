import * as z from 'zod'
import { isFields } from '../../json.ts'
import { fromBase64 } from '../../tools/base64.ts'
import { CODES, RpcError, type RequestId } from './json-rpc.ts'
import { STATELESS_VERSION } from './versions.ts'

/** The headers in which a request says once more what its message says; null where there is none. */
export interface McpHeaders {
  version: string | null
  method: string | null
  name: string | null
}

const VERSION = 'io.modelcontextprotocol/protocolVersion'
const CAPABILITIES = 'io.modelcontextprotocol/clientCapabilities'
const CLIENT = 'io.modelcontextprotocol/clientInfo'

const Envelope = z.looseObject({
  [VERSION]: z.string(),
  [CAPABILITIES]: z.looseObject({}),
  [CLIENT]: z.looseObject({ name: z.string(), version: z.string() }).optional(),
})

interface Message {
  id: RequestId
  method: string
  params: { _meta?: object | undefined; name?: unknown }
}

/** The version that a message says by itself that it is of; undefined where it does not. */
export function claimedVersion(message: unknown): unknown {
  const params = isFields(message) ? message['params'] : undefined
  const meta = isFields(params) ? params['_meta'] : undefined
  return isFields(meta) ? meta[VERSION] : undefined
}

/** @throws RpcError where a message does not have what each has to, or its headers say something else */
export function checkEnvelope({ id, method, params }: Message, headers: McpHeaders): void {
  const { _meta: meta = {} } = params
  const envelope = Envelope.safeParse(meta)
  if (!envelope.success) {
    throw new RpcError(`Invalid \`_meta\`: ${z.prettifyError(envelope.error)}`, {
      code: CODES.invalidParams,
      id,
    })
  }
  const version = envelope.data[VERSION]
  mustAgree('MCP-Protocol-Version', headers.version, version, id)
  if (version !== STATELESS_VERSION) throw unsupportedVersion(version, id)
  mustAgree('Mcp-Method', headers.method, method, id)
  if (method === 'tools/call' && typeof params.name === 'string') {
    mustAgree('Mcp-Name', headers.name && decoded(headers.name), params.name, id)
  }
}

export function unsupportedVersion(requested: string, id: RequestId): RpcError {
  return new RpcError(`This version of MCP is not spoken here: ${JSON.stringify(requested)}.`, {
    code: CODES.unsupportedVersion,
    id,
    data: { supported: [STATELESS_VERSION], requested },
  })
}

function mustAgree(name: string, header: string | null, said: string, id: RequestId): void {
  if (header?.trim() === said) return
  const is = header === null ? 'is missing' : `is ${JSON.stringify(header)}`
  throw new RpcError(`The header ${name} ${is}; the message says ${JSON.stringify(said)}.`, {
    code: CODES.headerMismatch,
    id,
  })
}

/** How a header says what it has no characters for. */
const ENCODED = /^=\?base64\?([A-Za-z0-9+/]*={0,2})\?=$/

function decoded(header: string): string {
  const [, base64] = ENCODED.exec(header.trim()) ?? []
  if (base64 === undefined) return header
  try {
    return new TextDecoder().decode(fromBase64(base64))
  } catch {
    return header
  }
}
