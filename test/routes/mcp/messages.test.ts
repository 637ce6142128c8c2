import { describe, expect, it } from 'vitest'
import { ACCEPTS, ENVELOPE } from '../../support/mcp.ts'
import { post, testApp } from '../../support/test-app.ts'

const python = (args: object) => ({ name: 'run_python', arguments: args })

describe('several messages in one request', () => {
  const list = (id: number) => ({ jsonrpc: '2.0', id, method: 'tools/list' })
  const call = (id: number) => ({
    jsonrpc: '2.0',
    id,
    method: 'tools/call',
    params: python({ code: '' }),
  })
  const send = (messages: unknown[], headers = {}) =>
    post(testApp(), '/mcp', messages, { headers: { ...ACCEPTS, ...headers } })

  it('are answered together in 2025-03-26', async () => {
    const notification = { jsonrpc: '2.0', method: 'notifications/initialized' }
    const unknown = { jsonrpc: '2.0', id: 4, method: 'prompts/list' }

    const response = await send([list(1), notification, call(3), unknown])

    expect(await response.json()).toMatchObject([
      { id: 1, result: { tools: [{ name: 'run_python' }] } },
      { id: 3, result: { content: [{ type: 'text' }] } },
      { id: 4, error: { code: -32601 } },
    ])
  })

  it('are nothing to answer when all are notifications', async () => {
    const response = await send([{ jsonrpc: '2.0', method: 'notifications/cancelled' }])

    expect(response.status).toBe(202)
  })

  it.for([
    { fault: 'in a later version', messages: [list(1)], version: '2025-06-18' },
    { fault: 'in the stateless version', messages: [list(1)], version: '2026-07-28' },
    {
      fault: 'with one of the stateless version in it',
      messages: [{ ...list(1), params: { _meta: ENVELOPE } }],
    },
    { fault: 'that are none', messages: [] },
    { fault: 'that are too many', messages: Array.from({ length: 21 }, (_, id) => list(id)) },
    { fault: 'that run two programs', messages: [call(1), call(2)] },
    {
      fault: 'with the handshake in them',
      messages: [{ ...list(1), method: 'initialize', params: { protocolVersion: '2025-03-26' } }],
    },
    { fault: 'with what is no message', messages: [list(1), 7] },
  ])('are refused $fault', async ({ messages, version }) => {
    const response = await send(messages, version && { 'mcp-protocol-version': version })

    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ jsonrpc: '2.0', error: { code: -32600 } })
  })
})

describe('a body that is no message', () => {
  it.for([
    { body: '{', code: -32700 },
    { body: '', code: -32700 },
    { body: '7', code: -32600 },
    { body: 'null', code: -32600 },
    { body: '{}', code: -32600 },
    { body: '{"jsonrpc":"1.0","id":1,"method":"ping"}', code: -32600 },
    { body: '{"jsonrpc":"2.0","id":null,"method":"ping"}', code: -32600 },
    { body: '{"jsonrpc":"2.0","id":{},"method":"ping"}', code: -32600 },
    { body: '{"jsonrpc":"2.0","id":1,"method":7}', code: -32600 },
    { body: '{"jsonrpc":"2.0","id":1,"method":"ping","params":[]}', code: -32600 },
    { body: '{"jsonrpc":"2.0","id":1,"method":"initialize"}', code: -32602, status: 200 },
    { body: '{"jsonrpc":"2.0","id":1,"method":"tools/call"}', code: -32602, status: 200 },
  ])('is refused: $body', async ({ body, code, status = 400 }) => {
    const response = await post(testApp(), '/mcp', body, { headers: ACCEPTS })

    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ jsonrpc: '2.0', error: { code } })
  })

  it('is refused when it is of no JSON', async () => {
    const headers = { 'content-type': 'text/plain' }

    const response = await post(testApp(), '/mcp', '{}', { headers })

    expect(response.status).toBe(415)
  })

  it.for([
    { what: 'has too many bytes', body: `"${'x'.repeat(70_000)}"` },
    { what: 'has too many values', body: `[${'1,'.repeat(200_001)}1]`, env: {} },
    { what: 'nests too deep', body: '['.repeat(1_000) + ']'.repeat(1_000), env: {} },
  ])('is refused when it $what', async ({ body, env = { MAX_BODY_BYTES: '65536' } }) => {
    const response = await post(testApp({ env }), '/mcp', body, { headers: ACCEPTS })

    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ jsonrpc: '2.0', error: {} })
  })

  it('is taken and not answered when it is a response', async () => {
    const message = { jsonrpc: '2.0', id: 1, result: {} }

    expect((await post(testApp(), '/mcp', message, { headers: ACCEPTS })).status).toBe(202)
  })
})
