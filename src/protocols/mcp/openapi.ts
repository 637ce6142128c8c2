import * as z from 'zod'
import { eventStream, json, jsonBody } from '../openapi/parts.ts'
import { RpcErrorBody } from './errors.ts'
import { MCP_EXAMPLES as EXAMPLES } from './examples.ts'
import { RequestId } from './json-rpc.ts'
import { RpcRequest } from './request.ts'

/** What is sent, by the names of the document. */
export const mcpRequests = { McpMessage: RpcRequest }

/** What is answered. */
export const mcpAnswers = {
  McpResponse: z.strictObject({
    jsonrpc: z.literal('2.0'),
    id: RequestId,
    result: z.looseObject({}),
  }),
  McpError: RpcErrorBody,
}

export const mcpPaths = {
  '/mcp': {
    post: {
      operationId: 'speakMcp',
      summary: 'Speak MCP',
      description:
        'The Model Context Protocol over HTTP, without sessions: 2026-07-28, and the versions that begin with `initialize`. It has the tool `run_python`, and `web_search` where that is configured.',
      tags: ['MCP'],
      requestBody: jsonBody('McpMessage', {
        list: { value: EXAMPLES.list },
        call: { value: EXAMPLES.call },
      }),
      responses: {
        200: {
          description:
            'The response. To `tools/call` as server-sent events where they are accepted, with notifications of progress before it where these are asked for.',
          content: {
            ...json('McpResponse', EXAMPLES.result),
            ...eventStream(EXAMPLES.events),
          },
        },
        202: { description: 'Nothing is answered to this message.' },
        '4XX': error('The message, or who sends it, is refused.'),
        '5XX': error('A fault of this server, or something that it needs fails.'),
      },
    },
  },
}

function error(description: string) {
  return { description, content: json('McpError', EXAMPLES.error) }
}
