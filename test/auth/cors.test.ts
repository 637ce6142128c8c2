import { describe, expect, it } from 'vitest'
import { testApp } from '../support/test-app.ts'

const page = 'https://chat.example.com'
const keys = { AUTH: 'keys', API_KEYS: 'a'.repeat(64) }

function ask(env: object, init: RequestInit) {
  return testApp({ env: { ...keys, ...env } }).request('https://api.example.com/v1/models', init)
}

const preflight = {
  method: 'OPTIONS',
  headers: {
    origin: page,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,content-type',
  },
}

describe('web pages', () => {
  it('may ask with a key when their origin is configured', async () => {
    const { status, headers } = await ask({ CORS_ORIGINS: page }, preflight)

    expect(status).toBe(204)
    expect(headers.get('access-control-allow-origin')).toBe(page)
    expect(headers.get('access-control-allow-headers')).toBe('authorization,content-type')
  })

  it('may read an error and the name of its request', async () => {
    const { status, headers } = await ask({ CORS_ORIGINS: page }, { headers: { origin: page } })

    expect(status).toBe(401)
    expect(headers.get('access-control-allow-origin')).toBe(page)
    expect(headers.get('access-control-expose-headers')).toContain('x-request-id')
  })

  it.for([
    { name: 'of another origin', env: { CORS_ORIGINS: 'https://other.example.com' } },
    { name: 'when nothing is configured', env: {} },
  ])('may not ask $name', async ({ env }) => {
    const { headers } = await ask(env, preflight)

    expect(headers.get('access-control-allow-origin')).toBeNull()
  })

  it('may all ask when the configuration says so', async () => {
    const { headers } = await ask({ CORS_ORIGINS: '*' }, preflight)

    expect(headers.get('access-control-allow-origin')).toBe('*')
  })
})
