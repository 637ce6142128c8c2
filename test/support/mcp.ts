import * as z from 'zod'
import { post, type TestApp } from './test-app.ts'

const HANDSHAKE = { 'mcp-protocol-version': '2025-11-25' }

/** What every request says of itself in 2026-07-28. */
export const ENVELOPE = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientInfo': { name: 'a test', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {},
}

interface Options {
  headers?: Record<string, string>
  /** What is in `_meta` beside what has to be. */
  meta?: object
}

/** Posts one message as a client does that has shaken hands. */
export function handshaken(
  app: TestApp,
  method: string,
  params: object = {},
  { headers, meta }: Options = {},
): Promise<Response> {
  const message = {
    jsonrpc: '2.0',
    id: 1,
    method,
    params: { ...params, ...(meta && { _meta: meta }) },
  }
  return post(app, '/mcp', message, { headers: { ...ACCEPTS, ...HANDSHAKE, ...headers } })
}

/** Posts one message as a client of 2026-07-28 does. */
export function stateless(
  app: TestApp,
  method: string,
  params: { name?: string; [field: string]: unknown } = {},
  { headers, meta }: Options = {},
): Promise<Response> {
  const message = {
    jsonrpc: '2.0',
    id: 1,
    method,
    params: { ...params, _meta: { ...ENVELOPE, ...meta } },
  }
  return post(app, '/mcp', message, {
    headers: {
      ...ACCEPTS,
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': method,
      ...(params.name !== undefined && { 'mcp-name': params.name }),
      ...headers,
    },
  })
}

export const ACCEPTS = {
  'content-type': 'application/json',
  accept: 'application/json, text/event-stream',
}

/** The messages of a stream, or the one that is the whole answer. */
export async function messagesOf(response: Response): Promise<unknown[]> {
  const text = await response.text()
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) {
    return [JSON.parse(text)]
  }
  return text
    .split('\n\n')
    .filter((event) => event.startsWith('data: '))
    .map((event): unknown => JSON.parse(event.slice('data: '.length)))
}

const Answer = z.object({
  id: z.literal(1),
  result: z.looseObject({
    content: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })),
    isError: z.boolean().optional(),
  }),
})

/** The result of a call, which is the last that is said of it. */
export async function resultOf(response: Response) {
  return Answer.parse((await messagesOf(response)).at(-1)).result
}
