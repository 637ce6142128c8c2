import { createConfig, lintFromString } from '@redocly/openapi-core'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { CHAT_EXAMPLES } from '../../../src/protocols/chat-completions/examples.ts'
import { chatRequest } from '../../../src/protocols/chat-completions/request.ts'
import { EXECUTION_EXAMPLES } from '../../../src/protocols/executions/examples.ts'
import { executionRequest } from '../../../src/protocols/executions/request.ts'
import { RESPONSE_EXAMPLES } from '../../../src/protocols/responses/examples.ts'
import { responseRequest } from '../../../src/protocols/responses/request.ts'
import { ANSWERS, KEPT_REQUESTS } from '../../../src/routes/openapi/document.ts'
import { EXAMPLES } from '../../../src/routes/openapi/examples.ts'
import { KEPT_EXAMPLES } from '../../../src/routes/openapi/kept-examples.ts'
import { paths } from '../../../src/routes/openapi/paths.ts'
import { ask } from '../../support/chat-request.ts'
import { FakeSandbox, finishes, PIXEL, shows } from '../../support/fake-sandbox.ts'
import { chunksOf, eventsOf } from '../../support/read-events.ts'
import { post, testApp } from '../../support/test-app.ts'

const limits = { maxTimeoutMs: 60_000, maxSandboxTimeoutMs: 120_000 }

const Document = z.looseObject({
  openapi: z.string(),
  components: z.object({
    schemas: z.record(z.string(), z.looseObject({ properties: z.looseObject({}).optional() })),
  }),
})

async function document() {
  const response = await testApp().request('http://localhost/openapi.json')
  return response.text()
}

describe('the OpenAPI document', () => {
  it('has no fault that a linter finds', { timeout: 60_000 }, async () => {
    const config = await createConfig({ extends: ['recommended-strict'] })

    const problems = await lintFromString({ source: await document(), config })

    expect(problems.map(({ message, location }) => [message, location[0]?.pointer])).toEqual([])
  })

  it('has every address of the API, and no other', () => {
    const served = testApp()
      .routes.filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)(\{[^/]*\})?/g, '{$1}')}`)
      .filter((route) => /^\w+ \/(v1\/|mcp|healthz|openapi)/.test(route))

    const documented = Object.entries(paths()).flatMap(([path, operations]) =>
      Object.keys(operations)
        .filter((key) => key !== 'parameters')
        .map((method) => `${method.toUpperCase()} ${path}`),
    )

    expect(documented.toSorted()).toEqual([...new Set(served)].toSorted())
  })

  it('has the limits of the deployment', async () => {
    const app = testApp({ env: { MAX_TIMEOUT_MS: '5000' } })

    const { components } = Document.parse(
      await (await app.request('http://localhost/openapi.json')).json(),
    )

    expect(components.schemas['ExecutionRequest']?.properties).toMatchObject({
      timeout_ms: { type: 'integer', minimum: 100, maximum: 5000, default: 5000 },
    })
  })

  it('needs no key', async () => {
    const app = testApp({ env: { AUTH: 'keys', API_KEYS: 'a'.repeat(64) } })

    expect((await app.request('http://localhost/openapi.json')).status).toBe(200)
  })
})

describe('its examples', () => {
  const examples = [
    { name: 'ask', schema: chatRequest(limits), value: CHAT_EXAMPLES.ask },
    {
      name: 'ask with function',
      schema: chatRequest(limits),
      value: CHAT_EXAMPLES.askWithFunction,
    },
    { name: 'respond', schema: responseRequest(limits), value: RESPONSE_EXAMPLES.ask },
    { name: 'go on', schema: responseRequest(limits), value: RESPONSE_EXAMPLES.goOn },
    {
      name: 'respond with function',
      schema: responseRequest(limits),
      value: RESPONSE_EXAMPLES.askWithFunction,
    },
    { name: 'response', schema: ANSWERS.Response, value: RESPONSE_EXAMPLES.response },
    { name: 'run', schema: executionRequest(limits), value: EXECUTION_EXAMPLES.run },
    { name: 'completion', schema: ANSWERS.ChatCompletion, value: CHAT_EXAMPLES.completion },
    { name: 'execution', schema: ANSWERS.ExecutionResult, value: EXECUTION_EXAMPLES.execution },
    { name: 'failure', schema: ANSWERS.ExecutionResult, value: EXECUTION_EXAMPLES.failure },
    { name: 'file list', schema: ANSWERS.FileList, value: EXAMPLES.fileList },
    { name: 'error', schema: ANSWERS.Error, value: EXAMPLES.error },
    { name: 'items', schema: ANSWERS.ItemList, value: KEPT_EXAMPLES.itemList },
    {
      name: 'deleted response',
      schema: ANSWERS.DeletedResponse,
      value: KEPT_EXAMPLES.deletedResponse,
    },
    {
      name: 'new conversation',
      schema: KEPT_REQUESTS.ConversationRequest,
      value: KEPT_EXAMPLES.newConversation,
    },
    { name: 'conversation', schema: ANSWERS.Conversation, value: KEPT_EXAMPLES.conversation },
    { name: 'update', schema: KEPT_REQUESTS.ConversationUpdate, value: KEPT_EXAMPLES.update },
    { name: 'new items', schema: KEPT_REQUESTS.ItemsRequest, value: KEPT_EXAMPLES.newItems },
    {
      name: 'deleted conversation',
      schema: ANSWERS.DeletedConversation,
      value: KEPT_EXAMPLES.deletedConversation,
    },
    {
      name: 'new container',
      schema: KEPT_REQUESTS.ContainerRequest,
      value: KEPT_EXAMPLES.newContainer,
    },
    { name: 'containers', schema: ANSWERS.ContainerList, value: KEPT_EXAMPLES.containerList },
    {
      name: 'deleted container',
      schema: ANSWERS.DeletedContainer,
      value: KEPT_EXAMPLES.deletedContainer,
    },
    {
      name: 'new container file',
      schema: KEPT_REQUESTS.ContainerFileRequest,
      value: KEPT_EXAMPLES.newContainerFile,
    },
    {
      name: 'container files',
      schema: ANSWERS.ContainerFileList,
      value: KEPT_EXAMPLES.containerFileList,
    },
    {
      name: 'deleted container file',
      schema: ANSWERS.DeletedContainerFile,
      value: KEPT_EXAMPLES.deletedContainerFile,
    },
  ]

  it.for(examples)('are as the schemas say: $name', ({ schema, value }) => {
    expect(schema.safeParse(value).error).toBeUndefined()
  })
})

describe('what the server answers', () => {
  const sandbox = () => new FakeSandbox(shows({ png: PIXEL }), finishes())
  const demo = { ...ask, messages: [{ role: 'user', content: 'Plot a sine wave.' }] }

  it('is a completion as documented', async () => {
    const response = await post(testApp({ sandbox: sandbox() }), '/v1/chat/completions', demo)

    expect(ANSWERS.ChatCompletion.safeParse(await response.json()).error).toBeUndefined()
  })

  it('is chunks as documented', async () => {
    const app = testApp({ sandbox: sandbox() })

    const chunks = await chunksOf(
      await post(app, '/v1/chat/completions', { ...demo, stream: true }),
    )

    expect(chunks.length).toBeGreaterThan(3)
    expect(z.array(ANSWERS.ChatCompletionChunk).safeParse(chunks).error).toBeUndefined()
  })

  const respond = { ...demo, input: 'Plot a sine wave.' }

  it('is a response as documented', async () => {
    const response = await post(testApp({ sandbox: sandbox() }), '/v1/responses', respond)

    expect(ANSWERS.Response.safeParse(await response.json()).error).toBeUndefined()
  })

  it('is the events of a response as documented', async () => {
    const app = testApp({ sandbox: sandbox() })

    const data = await eventsOf(await post(app, '/v1/responses', { ...respond, stream: true }))

    const events = data.filter((text) => text !== '[DONE]').map((text) => JSON.parse(text))
    expect(events.length).toBeGreaterThan(10)
    expect(z.array(ANSWERS.ResponseEvent).safeParse(events).error).toBeUndefined()
  })

  it('is an execution as documented', async () => {
    const response = await post(testApp({ sandbox: sandbox() }), '/v1/executions', { code: '' })

    expect(ANSWERS.ExecutionResult.safeParse(await response.json()).error).toBeUndefined()
  })

  it('is an error as documented', async () => {
    const response = await testApp().request('http://localhost/nowhere')

    expect(ANSWERS.Error.safeParse(await response.json()).error).toBeUndefined()
  })
})
