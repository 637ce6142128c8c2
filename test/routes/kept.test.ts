import { describe, expect, it, vi } from 'vitest'
import { sha256 } from '../../src/auth/digest.ts'
import type { RecordFolder } from '../../src/state/records.ts'
import { failingRecords } from '../support/failing-records.ts'
import { memoryRecords } from '../support/memory-records.ts'
import { clientOf, testApp, type TestApp } from '../support/test-app.ts'

const ids = [
  '../../containers/x',
  '..%2f..%2fcontainers%2fx',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '%00',
  '%',
  '%E0%A4%A',
  'a%0d%0ax-evil:1',
  '%F0%9F%8F%94',
  '<script>alert(1)</script>',
  "' OR 1=1 --",
  'null',
  'undefined',
  '__proto__',
  'constructor',
  '[object Object]',
  'resp_',
  'cntr_',
  'conv_',
  'resp_..',
  `resp_${'0'.repeat(31)}`,
  `resp_${'0'.repeat(33)}`,
  `cntr_${'A'.repeat(32)}`,
  `conv_${'0'.repeat(32)}.x`,
  `resp_${'٣'.repeat(32)}`,
  `cntr_${'a'.repeat(8000)}`,
  `conv_${'%F0%9F%8F%94'.repeat(600)}`,
]

const FILE = `file-${'0'.repeat(24)}`
const targets = (id: string) => [
  `GET /v1/responses/${id}`,
  `DELETE /v1/responses/${id}`,
  `POST /v1/responses/${id}/cancel`,
  `GET /v1/responses/${id}/input_items`,
  `GET /v1/conversations/${id}`,
  `POST /v1/conversations/${id} {"metadata":{}}`,
  `DELETE /v1/conversations/${id}`,
  `GET /v1/conversations/${id}/items`,
  `POST /v1/conversations/${id}/items {"items":[{"role":"user","content":"a"}]}`,
  `GET /v1/conversations/${id}/items/${id}`,
  `DELETE /v1/conversations/${id}/items/${id}`,
  `GET /v1/containers/${id}`,
  `DELETE /v1/containers/${id}`,
  `GET /v1/containers/${id}/files`,
  `POST /v1/containers/${id}/files {"file_id":"${FILE}"}`,
  `GET /v1/containers/${id}/files/${id}`,
  `DELETE /v1/containers/${id}/files/${id}`,
  `GET /v1/containers/${id}/files/${id}/content`,
]

async function send(app: TestApp, target: string, headers: Record<string, string> = {}) {
  const [, method = '', path = '', body] = /^(\w+) (.*?)(?: (\{.*\}))?$/s.exec(target) ?? []
  return app.request(`http://localhost${path}`, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body }),
  })
}

describe('what is kept', () => {
  it.for(ids)('is not found by the id %j, and no storage is asked for it', async (id) => {
    const asked: string[] = []
    const recordsOf = memoryRecords()
    const app = testApp({
      recordsOf: (owner) => ({
        ...recordsOf(owner),
        async read(folder: RecordFolder, name: string) {
          asked.push(`${folder}/${name}`)
          return null
        },
      }),
    })

    for (const target of targets(id)) {
      const answer = await send(app, target)

      expect({ target, status: answer.status }).toEqual({ target, status: 404 })
      expect(await answer.json()).toMatchObject({
        error: { type: 'invalid_request_error', message: expect.any(String) },
      })
      expect(answer.headers.get('x-evil')).toBeNull()
    }
    expect(asked).toEqual([])
  })

  it('is not found by an id of the right form either, with nothing told of it', async () => {
    const app = testApp()
    const hex = '0'.repeat(32)

    for (const target of [
      ...targets(`resp_${hex}`).slice(0, 4),
      ...targets(`conv_${hex}`).slice(4, 11),
      ...targets(`cntr_${hex}`).slice(11),
    ]) {
      const answer = await send(app, target)
      expect({ target, status: answer.status }).toEqual({ target, status: 404 })
      expect(await answer.json()).toMatchObject({
        error: {
          code: expect.stringMatching(/^(response|conversation|item|container|file)_not_found$/),
          message: expect.stringMatching(/ with id '.*' not found\.$/),
        },
      })
    }
  })

  it('is one kind of thing by its id, and never another', async () => {
    const app = testApp()
    const { containers, conversations } = clientOf(app)
    const container = await containers.create({ name: 'a' })
    const conversation = await conversations.create({})

    for (const target of targets(container.id).slice(0, 11)) {
      const answer = await send(app, target)
      expect({ target, status: answer.status }).toEqual({ target, status: 404 })
    }
    for (const target of [
      ...targets(conversation.id).slice(0, 4),
      ...targets(conversation.id).slice(11),
    ]) {
      const answer = await send(app, target)
      expect({ target, status: answer.status }).toEqual({ target, status: 404 })
    }
  })

  it('belongs to a key', async () => {
    const keys = [await sha256('one'), await sha256('two')]
    const app = testApp({ env: { AUTH: 'keys', API_KEYS: keys.join(',') } })
    const [one, two] = [clientOf(app, 'one'), clientOf(app, 'two')]
    const container = await one.containers.create({ name: 'a' })
    const conversation = await one.conversations.create({ metadata: { a: 'b' } })
    const theirs = { authorization: 'Bearer two' }

    for (const target of targets(container.id).slice(11)) {
      const answer = await send(app, target, theirs)
      expect({ target, status: answer.status }).toEqual({ target, status: 404 })
    }
    for (const target of targets(conversation.id).slice(4, 11)) {
      const answer = await send(app, target, theirs)
      expect({ target, status: answer.status }).toEqual({ target, status: 404 })
    }
    expect((await two.containers.list()).data).toEqual([])
    expect((await one.containers.list()).data).toMatchObject([{ id: container.id }])
    expect(await one.conversations.retrieve(conversation.id)).toMatchObject({
      metadata: { a: 'b' },
    })
    expect((await send(app, `GET /v1/containers/${container.id}`)).status).toBe(401)
  })

  it('is unavailable while the storage fails, and the log says why', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    const app = testApp({ recordsOf: () => failingRecords })
    const hex = '0'.repeat(32)

    for (const target of [
      ...targets(`resp_${hex}`).slice(0, 4),
      ...targets(`conv_${hex}`).slice(4, 11),
      ...targets(`cntr_${hex}`).slice(11),
      'POST /v1/conversations {}',
      'POST /v1/containers {"name":"a"}',
      'GET /v1/containers',
    ]) {
      const answer = await send(app, target)
      expect({ target, status: answer.status }).toEqual({ target, status: 503 })
      expect(answer.headers.get('retry-after')).toBe('30')
      expect(await answer.text()).not.toContain('/dev/sda1')
    }
    expect(logged.mock.calls.join()).toContain('No space left on /dev/sda1.')
    logged.mockRestore()
  })

  it('is refused where it is too large', async () => {
    const app = testApp({ env: { MAX_BODY_BYTES: '20000', MAX_ANSWER_BYTES: '65536' } })
    const { id } = await clientOf(app).conversations.create({})
    const zeros = Array.from({ length: 3000 }, () => '0').join()
    const body = `{"items":[{"type":"reasoning","summary":[${zeros}]}]}`

    const answer = await send(app, `POST /v1/conversations/${id}/items ${body}`)

    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({ error: { code: 'record_too_large' } })
  })
})
