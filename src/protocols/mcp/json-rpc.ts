import * as z from 'zod'
import { ApiError } from '../../errors.ts'

/** The codes of JSON-RPC, and those that MCP adds. */
export const CODES = {
  parseError: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  internalError: -32603,
  /** For what is refused before anybody looks at the message, such as an unknown key. */
  refused: -32000,
  headerMismatch: -32020,
  unsupportedVersion: -32022,
} as const

export const RequestId = z.union([z.string(), z.int()])
export type RequestId = z.infer<typeof RequestId>

interface RpcErrorInit {
  code: number
  /** What HTTP says of it, where the error is the whole answer. */
  status?: number
  /** The request that it answers, where that could be read. */
  id?: RequestId | undefined
  data?: object
}

/** A failure that has a code of its own in JSON-RPC. */
export class RpcError extends ApiError {
  readonly rpcCode: number
  readonly id: RequestId | undefined
  readonly data: object | undefined

  constructor(message: string, { code, status = 400, id, data }: RpcErrorInit) {
    super(message, { status, code: null })
    this.rpcCode = code
    this.id = id
    this.data = data
  }
}

export function resultMessage(id: RequestId, result: object): object {
  return { jsonrpc: '2.0', id, result }
}

export function notificationMessage(method: string, params: object): object {
  return { jsonrpc: '2.0', method, params }
}
