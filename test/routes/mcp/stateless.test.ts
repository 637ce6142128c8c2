import { describe, expect, it } from 'vitest'
import { ACCEPTS, ENVELOPE, handshaken, stateless } from '../../support/mcp.ts'
import { post, testApp } from '../../support/test-app.ts'

describe('server/discover', () => {
  it('says what is spoken, and for how long that holds', async () => {
    const response = await stateless(testApp(), 'server/discover')

    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      result: {
        resultType: 'complete',
        supportedVersions: ['2026-07-28'],
        capabilities: { tools: {} },
        ttlMs: expect.any(Number),
        cacheScope: 'private',
        _meta: { 'io.modelcontextprotocol/serverInfo': { name: 'open-code-interpreter' } },
      },
    })
  })
})

describe('an unknown method', () => {
  it('is an error in the answer after a handshake', async () => {
    const response = await handshaken(testApp(), 'resources/list')

    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ id: 1, error: { code: -32601 } })
  })

  it.for(['resources/list', 'initialize', 'ping'])('is a 404 in 2026-07-28: %s', async (method) => {
    const response = await stateless(testApp(), method)

    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ id: 1, error: { code: -32601 } })
  })
})

describe('what a request says of itself in 2026-07-28', () => {
  const call = { name: 'run_python', arguments: { code: '' } }
  const faults = [
    { fault: 'another version in the header', headers: { 'mcp-protocol-version': '2025-11-25' } },
    { fault: 'another method in the header', headers: { 'mcp-method': 'tools/list' } },
    { fault: 'another name in the header', headers: { 'mcp-name': 'web_search' } },
    { fault: 'an encoded other name', headers: { 'mcp-name': `=?base64?${btoa('other')}?=` } },
  ]

  it.for(faults)('is refused with $fault', async ({ headers }) => {
    const response = await stateless(testApp(), 'tools/call', call, { headers })

    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ id: 1, error: { code: -32020 } })
  })

  it('may have the name encoded', async () => {
    const headers = { 'mcp-name': `=?base64?${btoa('run_python')}?=` }

    const response = await stateless(testApp(), 'tools/call', call, { headers })

    expect(response.status).toBe(200)
  })

  it.for(['Mcp-Method', 'Mcp-Name', 'MCP-Protocol-Version'])(
    'is refused without %s',
    async (name) => {
      const message = {
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { ...call, _meta: ENVELOPE },
      }
      const headers = new Headers({
        ...ACCEPTS,
        'mcp-protocol-version': '2026-07-28',
        'mcp-method': 'tools/call',
        'mcp-name': 'run_python',
      })
      headers.delete(name)

      const response = await post(testApp(), '/mcp', message, { headers })

      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ id: 1, error: { code: -32020 } })
    },
  )

  it('is refused with a version that is not spoken, which ones are', async () => {
    const response = await stateless(
      testApp(),
      'tools/list',
      {},
      {
        headers: { 'mcp-protocol-version': '2099-01-01' },
        meta: { 'io.modelcontextprotocol/protocolVersion': '2099-01-01' },
      },
    )

    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      error: {
        code: -32022,
        data: { requested: '2099-01-01', supported: ['2026-07-28'] },
      },
    })
  })

  it('is refused without what the client can', async () => {
    const meta = { 'io.modelcontextprotocol/clientCapabilities': undefined }

    const response = await stateless(testApp(), 'tools/list', {}, { meta })

    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ id: 1, error: { code: -32602 } })
  })

  it('is refused when only the header says so', async () => {
    const message = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
    const headers = { ...ACCEPTS, 'mcp-protocol-version': '2026-07-28' }

    const response = await post(testApp(), '/mcp', message, { headers })

    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ id: 1, error: { code: -32602 } })
  })

  it('is refused with a version of nobody in the header', async () => {
    const headers = { 'mcp-protocol-version': 'soon' }

    const response = await handshaken(testApp(), 'tools/list', {}, { headers })

    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ id: 1, error: { code: -32022 } })
  })
})
