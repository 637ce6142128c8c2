import { hash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ACCEPTS, handshaken } from '../../support/mcp.ts'
import { testApp } from '../../support/test-app.ts'

describe('the doors', () => {
  const env = { AUTH: 'keys', API_KEYS: 'a'.repeat(64) }

  it.for([
    { key: 'none', headers: {} },
    { key: 'an unknown one', headers: { authorization: 'Bearer nobody' } },
  ])('are shut with $key, without a word of OAuth', async ({ headers }) => {
    const response = await handshaken(testApp({ env }), 'tools/list', {}, { headers })

    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
    expect(await response.json()).toMatchObject({
      jsonrpc: '2.0',
      id: null,
      error: { code: -32000, data: { code: expect.stringContaining('api_key') } },
    })
  })

  it.for([
    '/.well-known/oauth-protected-resource',
    '/.well-known/oauth-protected-resource/mcp',
    '/.well-known/oauth-authorization-server',
    '/.well-known/openid-configuration',
  ])('have no OAuth behind them: %s', async (path) => {
    const response = await testApp({ env }).request(`http://localhost${path}`)

    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toContain('application/json')
  })

  it('count every request', async () => {
    const counted: string[] = []
    const rateLimiter = {
      limit: async ({ key }: { key: string }) => ({ success: counted.push(key) < 2 }),
    }
    const app = testApp({
      env: { AUTH: 'keys', API_KEYS: hash('sha256', 'k') },
      rateLimiter,
    })
    const headers = { authorization: 'Bearer k' }

    await handshaken(app, 'ping', {}, { headers })
    const response = await handshaken(app, 'ping', {}, { headers })

    expect(response.status).toBe(429)
    expect(response.headers.get('retry-after')).toBe('60')
    expect(await response.json()).toMatchObject({ error: { code: -32000 } })
  })

  it.for(['GET', 'DELETE', 'PUT'])('are no place for %s', async (method) => {
    const response = await testApp().request('http://localhost/mcp', { method })

    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('POST')
  })
})

describe('a web page', () => {
  const deployed = { AUTH: 'keys', API_KEYS: 'a'.repeat(64) }
  const ask = (address: string, origin: string, env: object) =>
    testApp({ env }).request(`${address}/mcp`, {
      method: 'POST',
      headers: { ...ACCEPTS, origin },
      body: '{"jsonrpc":"2.0","id":1,"method":"ping"}',
    })

  it.for([
    { what: 'of another site', address: 'http://localhost:8787', origin: 'https://evil.test' },
    { what: 'without a site', address: 'http://localhost:8787', origin: 'null' },
    {
      what: 'of this machine at a deployment',
      address: 'https://a.example.com',
      origin: 'http://localhost:3000',
      env: deployed,
    },
    {
      what: 'of another site at a deployment',
      address: 'https://a.example.com',
      origin: 'https://evil.test',
      env: deployed,
    },
    {
      what: 'whose name is bent to this machine',
      address: 'http://evil.test:8787',
      origin: 'http://evil.test:8787',
    },
  ])('$what is refused', async ({ address, origin, env = {} }) => {
    const response = await ask(address, origin, env)

    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ error: { code: -32000 } })
  })

  it.for([
    { what: 'of this machine', address: 'http://localhost:8787', origin: 'http://127.0.0.1:6274' },
    {
      what: 'that is configured',
      address: 'https://a.example.com',
      origin: 'https://b.example.com',
      env: { ...deployed, CORS_ORIGINS: 'https://b.example.com' },
      status: 401,
    },
    {
      what: 'of the server itself',
      address: 'https://a.example.com',
      origin: 'https://a.example.com',
      env: deployed,
      status: 401,
    },
    {
      what: 'of the server as it is known outside',
      address: 'http://10.0.0.1:8787',
      origin: 'https://a.example.com',
      env: { ...deployed, PUBLIC_URL: 'https://a.example.com/' },
      status: 401,
    },
  ])('$what may ask', async ({ address, origin, env = {}, status = 200 }) => {
    expect((await ask(address, origin, env)).status).toBe(status)
  })
})
