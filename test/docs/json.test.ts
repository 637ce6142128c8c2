import { expect, it } from 'vitest'
import * as z from 'zod'
import { readConfig } from '../../src/config.ts'
import { UpstreamTable } from '../../src/model/upstream.ts'
import { chatRequest } from '../../src/protocols/chat-completions/request.ts'
import { executionRequest } from '../../src/protocols/executions/request.ts'
import { responseRequest } from '../../src/protocols/responses/request.ts'
import { ANSWERS } from '../../src/routes/openapi/document.ts'
import { blocksOf } from './code-blocks.ts'

const { limits } = readConfig({})
const Headers = z.strictObject({ Authorization: z.string().startsWith('Bearer ${') })
const McpUrl = z.url().endsWith('/mcp')
const schemas: Record<string, z.ZodType> = {
  ...ANSWERS,
  ChatCompletionRequest: chatRequest(limits),
  ResponseRequest: responseRequest(limits),
  ExecutionRequest: executionRequest(limits),
  ClaudeCodeServers: z.strictObject({
    mcpServers: z.record(
      z.string(),
      z.strictObject({ type: z.literal('http'), url: McpUrl, headers: Headers }),
    ),
  }),
  CursorServers: z.strictObject({
    mcpServers: z.record(z.string(), z.strictObject({ url: McpUrl, headers: Headers })),
  }),
  VsCodeServers: z.strictObject({
    inputs: z.array(
      z.strictObject({
        type: z.literal('promptString'),
        id: z.string(),
        description: z.string(),
        password: z.literal(true),
      }),
    ),
    servers: z.record(
      z.string(),
      z.strictObject({ type: z.literal('http'), url: McpUrl, headers: Headers }),
    ),
  }),
  UPSTREAMS: z
    .unknown()
    .transform((rows) => JSON.stringify(rows))
    .pipe(UpstreamTable),
}

it.for(blocksOf('json'))('JSON is what its schema says: $place $name', ({ name, text }) => {
  const schema = schemas[name]

  expect(schema, `Name one of ${Object.keys(schemas).join(', ')} behind the fence.`).toBeDefined()
  expect(schema?.safeParse(JSON.parse(text)).error).toBeUndefined()
})
