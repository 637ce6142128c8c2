import { describe, expect, it } from 'vitest'
import { ownerOf, sha256 } from '../../src/auth/digest.ts'
import { post, testApp } from '../support/test-app.ts'

const env = { AUTH: 'keys', API_KEYS: await sha256('my-secret-key') }
const authorized = { headers: { authorization: 'Bearer my-secret-key' } }

describe('the log', () => {
  it('has a line of JSON for a request, with the name that the client has of it', async () => {
    const lines: string[] = []
    const app = testApp({ env, log: (line) => lines.push(line) })

    const response = await app.request('http://localhost/v1/models?limit=1', authorized)

    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        level: 'info',
        requestId: response.headers.get('x-request-id'),
        method: 'GET',
        path: '/v1/models',
        status: 200,
        ms: expect.any(Number),
        caller: (await ownerOf('my-secret-key')).slice(0, 8),
      },
    ])
  })

  it('has what was refused', async () => {
    const lines: string[] = []
    const app = testApp({ env, log: (line) => lines.push(line) })

    await app.request('http://localhost/v1/models')

    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ status: 401, caller: null })
  })

  it('has neither keys, nor signatures, nor programs', async () => {
    const lines: string[] = []
    const app = testApp({ env, log: (line) => lines.push(line) })
    const link = '/v1/files/file-0123456789abcdefghijklmn/content?signature=abc123'

    await post(app, '/v1/executions', { code: 'print("private")' }, authorized)
    await app.request(`http://localhost${link}`)

    expect(lines).toHaveLength(2)
    expect(lines.join()).not.toMatch(/my-secret-key|abc123|private/)
    expect(lines.join()).not.toContain(env.API_KEYS)
  })

  it('has no line for a look at the health', async () => {
    const lines: string[] = []

    await testApp({ log: (line) => lines.push(line) }).request('http://localhost/healthz')

    expect(lines).toEqual([])
  })
})

describe('the header server-timing', () => {
  it('tells what a request took', async () => {
    const response = await testApp().request('http://localhost/nowhere')

    expect(response.headers.get('server-timing')).toMatch(/^total;dur=[\d.]+$/)
  })

  it('tells what of it was the start of the sandbox, and the program', async () => {
    const response = await post(testApp(), '/v1/executions', { code: '' })

    expect(response.headers.get('server-timing')).toMatch(/start;dur=\d+.*program;dur=\d+.*total/)
  })
})
