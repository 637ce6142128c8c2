import * as z from 'zod'
import { isBug, toApiError } from '../error-body.ts'
import { CODES, RequestId, RpcError } from './json-rpc.ts'

export const RpcErrorBody = z.strictObject({
  jsonrpc: z.literal('2.0'),
  id: RequestId.optional().describe('The request that it answers, where that could be read.'),
  error: z.strictObject({
    code: z.int(),
    message: z.string(),
    data: z.looseObject({}).optional(),
  }),
})

/** An error as a message of JSON-RPC. Without an id where it answers no request that could be read. */
export function errorMessage(error: unknown, id?: RequestId): z.infer<typeof RpcErrorBody> {
  const known = toApiError(error)
  const rpc = known instanceof RpcError ? known : null
  const answered = id ?? rpc?.id
  const data = rpc ? rpc.data : { code: known.code }
  return {
    jsonrpc: '2.0',
    ...(answered !== undefined && { id: answered }),
    error: {
      code: rpc?.rpcCode ?? (isBug(error) ? CODES.internalError : CODES.refused),
      message: known.message,
      ...(data && { data: { ...data } }),
    },
  }
}

/** An error as the answer that it becomes, with the status that it has everywhere. */
export function mcpErrorResponse(error: unknown, id?: RequestId): Response {
  const { status, headers } = toApiError(error)
  return Response.json(errorMessage(error, id), { status, headers })
}
