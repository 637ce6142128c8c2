import { describe, expect, it } from 'vitest'
import { createRefusal } from '../src/app.ts'
import type { Sandbox } from '../src/sandbox/sandbox.ts'
import { says, ScriptedUpstream, UNKNOWN_KEY } from './support/scripted-upstream.ts'
import { clientOf, post, testApp } from './support/test-app.ts'

describe('every answer', () => {
  const requests = [
    { method: 'GET', path: '/healthz', status: 200 },
    { method: 'GET', path: '/v1/models', status: 200 },
    { method: 'GET', path: '/nowhere', status: 404 },
    { method: 'GET', path: '/v1/chat', status: 404 },
    { method: 'GET', path: '/v1/models/other', status: 404 },
    { method: 'GET', path: '/v1/files/file-1', status: 404 },
    { method: 'GET', path: '/v1/chat/completions', status: 405 },
    { method: 'PUT', path: '/v1/files', status: 405 },
    { method: 'POST', path: '/v1/chat/completions', status: 400 },
  ]

  it.for(requests)(
    'has a name for its request: $method $path',
    async ({ method, path, status }) => {
      const response = await testApp().request(`http://localhost${path}`, { method })

      expect(response.status).toBe(status)
      expect(response.headers.get('x-request-id')).toMatch(/^req_[0-9a-f]{32}$/)
    },
  )

  it.for(requests.filter(({ status }) => status >= 400))(
    "is OpenAI's envelope when it is an error: $method $path",
    async ({ method, path }) => {
      const response = await testApp().request(`http://localhost${path}`, { method })

      expect(await response.json()).toMatchObject({
        error: { message: expect.any(String), type: 'invalid_request_error' },
      })
    },
  )
})

it('a wrong method is told the right ones', async () => {
  const response = await testApp().request('http://localhost/v1/files', { method: 'PUT' })

  expect(response.headers.get('allow')).toBe('POST, GET, HEAD, DELETE')
})

it('a body beyond the limit is refused', async () => {
  const app = testApp({ env: { MAX_BODY_BYTES: '1024' } })

  const response = await post(app, '/v1/executions', { code: 'x'.repeat(2000) })

  expect(response.status).toBe(413)
  expect(await response.json()).toMatchObject({
    error: {
      code: 'request_too_large',
      message:
        'A request body may have 1024 bytes here. Upload files to /v1/files first, and name them by their ids.',
    },
  })
})

const endless = () =>
  new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode('x'.repeat(1000)))
    },
  })

it.for(['/v1/executions', '/v1/files', '/v1/chat/completions'])(
  'a body that does not say how long it is ends at the limit: %s',
  async (path) => {
    const app = testApp({ env: { MAX_BODY_BYTES: '2048', MAX_FILE_BYTES: '2048' } })
    const init = {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: endless(),
      duplex: 'half',
    }

    const response = await app.request(new Request(`http://localhost${path}`, init))

    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ error: { code: 'request_too_large' } })
  },
)

it('a bug is told to nobody', async () => {
  const sandbox: Sandbox = {
    execute() {
      throw new Error('secret inside')
    },
  }

  const response = await post(testApp({ sandbox }), '/v1/executions', { code: '' })

  expect(response.status).toBe(500)
  expect(await response.json()).toEqual({
    error: {
      message: 'Internal error.',
      type: 'server_error',
      param: null,
      code: 'internal_error',
    },
  })
})

it('a request that takes too long is told so', async () => {
  const never: Sandbox = {
    // oxlint-disable-next-line require-yield -- It never comes to that.
    async *execute(_, { signal }) {
      await new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      })
    },
  }
  const app = testApp({ sandbox: never, env: { MAX_REQUEST_MS: '1000' } })

  const response = await post(app, '/v1/executions', { code: '' })

  expect(response.status).toBe(504)
  expect(await response.json()).toMatchObject({ error: { code: 'request_timeout' } })
})

it('a server that is not configured correctly serves nobody, and names nothing', async () => {
  const response = await createRefusal().request('http://localhost/v1/models')

  expect(response.status).toBe(503)
  expect(response.headers.get('x-request-id')).toMatch(/^req_/)
  expect(await response.json()).toMatchObject({ error: { code: 'server_misconfigured' } })
})

it('a deployment that does not say who may use it refuses', async () => {
  const response = await testApp().request('https://api.example.com/v1/models')

  expect(response.status).toBe(403)
  expect(await response.json()).toMatchObject({ error: { code: 'access_not_configured' } })
})

describe('with AUTH=passthrough', () => {
  it("the upstream gets the caller's key", async () => {
    await using upstream = await ScriptedUpstream.start(says('Hello.'))
    const app = testApp({ env: { AUTH: 'passthrough', OPENAI_BASE_URL: upstream.url } })

    await clientOf(app, 'callers-key').chat.completions.create({
      model: 'm',
      messages: [{ role: 'user', content: 'Hello.' }],
      stream: false,
    })

    expect(upstream.requests[0]?.headers['authorization']).toBe('Bearer callers-key')
  })

  it('a key that the upstream does not know runs no programs', async () => {
    await using upstream = await ScriptedUpstream.start()
    const app = testApp({ env: { AUTH: 'passthrough', OPENAI_BASE_URL: upstream.url } })
    const run = (key: string) =>
      post(app, '/v1/executions', { code: '' }, { headers: { authorization: `Bearer ${key}` } })

    expect((await run(UNKNOWN_KEY)).status).toBe(401)
    expect((await run('known-key')).status).toBe(200)
  })

  it('nothing large is read for a key that the upstream does not know', async () => {
    await using upstream = await ScriptedUpstream.start()
    const app = testApp({ env: { AUTH: 'passthrough', OPENAI_BASE_URL: upstream.url } })
    const body = `{"messages": [${'{},'.repeat(700_000)}`
    const ask = (key: string) =>
      post(app, '/v1/chat/completions', body, {
        headers: { authorization: `Bearer ${key}`, 'content-length': String(body.length) },
      })

    expect((await ask(UNKNOWN_KEY)).status).toBe(401)
    expect((await ask('known-key')).status).toBe(413)
    expect(upstream.requests).toEqual([])
  })

  it('callers do not see the files of others', async () => {
    await using upstream = await ScriptedUpstream.start()
    const app = testApp({ env: { AUTH: 'passthrough', OPENAI_BASE_URL: upstream.url } })
    const file = new File(['x'], 'a.txt')
    const { id } = await clientOf(app, 'ada').files.create({ file, purpose: 'user_data' })

    await expect(clientOf(app, 'bob').files.retrieve(id)).rejects.toMatchObject({ status: 404 })
    expect(await clientOf(app, 'ada').files.retrieve(id)).toMatchObject({ id })
  })
})
