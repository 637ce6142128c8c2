import * as z from 'zod'
import { isBug, toApiError } from '../error-body.ts'
import { CODES, RequestId, RpcError } from './json-rpc.ts'

export const RpcErrorBody = z.strictObject({
  jsonrpc: z.literal('2.0'),
  id: RequestId.nullable().describe('The request that it answers; null where that was not read.'),
  error: z.strictObject({
    code: z.int(),
    message: z.string(),
    data: z.looseObject({}).optional(),
  }),
})

/** An error as a message of JSON-RPC. Its id is null where the request that it answers was not read. */
export function errorMessage(error: unknown, id?: RequestId): z.infer<typeof RpcErrorBody> {
  const known = toApiError(error)
  const rpc = known instanceof RpcError ? known : null
  const data = rpc ? rpc.data : { code: known.code }
  return {
    jsonrpc: '2.0',
    id: id ?? rpc?.id ?? null,
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
