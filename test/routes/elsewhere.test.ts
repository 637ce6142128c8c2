import { expect, it } from 'vitest'
import { post, testApp } from '../support/test-app.ts'

const rows = [
  { path: '/v1/responses/compact', says: '`POST` makes' },
  { path: '/v1/threads/thread_1/runs', says: '`messages`' },
  { path: '/v1/uploads', says: 'POST /v1/files' },
  { path: '/v1/embeddings', says: 'the model service itself' },
  { path: '/chat/completions', says: '/v1' },
]

it.for(rows)("says what is there in place of OpenAI's $path", async ({ path, says }) => {
  const response = await post(testApp(), path, {})

  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({
    error: { code: 'not_found', message: expect.stringContaining(says) },
  })
})

it('says no more of an address that nobody has', async () => {
  const response = await post(testApp(), '/v1/responses-of-ours', {})

  expect(await response.json()).toMatchObject({
    error: { message: 'There is nothing at this address.' },
  })
})
