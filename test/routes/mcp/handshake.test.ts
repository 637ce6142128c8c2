import { describe, expect, it } from 'vitest'
import { ACCEPTS, handshaken } from '../../support/mcp.ts'
import { post, testApp } from '../../support/test-app.ts'

describe('a handshake', () => {
  it.for(['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'])(
    'agrees to %s',
    async (protocolVersion) => {
      const params = { protocolVersion, capabilities: {}, clientInfo: { name: 'c', version: '1' } }
      const response = await post(
        testApp(),
        '/mcp',
        { jsonrpc: '2.0', id: 'a', method: 'initialize', params },
        { headers: ACCEPTS },
      )

      expect(response.headers.get('mcp-session-id')).toBeNull()
      expect(await response.json()).toMatchObject({
        jsonrpc: '2.0',
        id: 'a',
        result: {
          protocolVersion,
          capabilities: { tools: {} },
          serverInfo: { name: 'open-code-interpreter' },
        },
      })
    },
  )

  it('offers the newest version with a handshake to a client that asks for another', async () => {
    const params = { protocolVersion: '2024-01-01', capabilities: {}, clientInfo: {} }

    const response = await handshaken(testApp(), 'initialize', params)

    expect(await response.json()).toMatchObject({ result: { protocolVersion: '2025-11-25' } })
  })

  it('is over without an answer', async () => {
    const message = { jsonrpc: '2.0', method: 'notifications/initialized' }

    const response = await post(testApp(), '/mcp', message, { headers: ACCEPTS })

    expect(response.status).toBe(202)
    expect(await response.text()).toBe('')
  })

  it('is followed by pings', async () => {
    const response = await handshaken(testApp(), 'ping')

    expect(await response.json()).toEqual({ jsonrpc: '2.0', id: 1, result: {} })
  })
})
