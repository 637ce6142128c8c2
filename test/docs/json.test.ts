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
const schemas: Record<string, z.ZodType> = {
  ...ANSWERS,
  ChatCompletionRequest: chatRequest(limits),
  ResponseRequest: responseRequest(limits),
  ExecutionRequest: executionRequest(limits),
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
