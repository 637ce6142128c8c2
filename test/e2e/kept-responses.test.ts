import { BadRequestError, NotFoundError } from 'openai'
import { describe, expect, it } from 'vitest'
import { newId } from '../../src/state/ids.ts'
import type { JsonObject } from '../../src/state/store.ts'
import { keptApp } from '../support/kept.ts'
import { clientOf } from '../support/test-app.ts'

const program = {
  id: 'ci_1',
  type: 'code_interpreter_call',
  status: 'completed',
  code: 'print(4)',
  container_id: 'cntr_1',
  outputs: [{ type: 'logs', logs: '4\n' }],
}
const search = {
  id: 'ws_1',
  type: 'web_search_call',
  status: 'completed',
  action: { type: 'search', query: 'rain', sources: [{ type: 'url', url: 'https://a.example' }] },
  results: [{ title: 'Rain', url: 'https://a.example', content: 'wet' }],
}
const thought = { id: 'rs_1', type: 'reasoning', summary: [], encrypted_content: 'e30=' }

async function keeping(input: readonly JsonObject[] = []) {
  const kept = keptApp()
  const id = newId('resp')
  const createdAt = Math.floor(Date.now() / 1000)
  await kept.state.putResponse({
    id,
    createdAt,
    previousResponseId: null,
    conversationId: null,
    input,
    body: {
      id,
      object: 'response',
      created_at: createdAt,
      status: 'completed',
      output: [thought, program, search],
    },
  })
  return { ...kept, id, client: clientOf(kept.app) }
}

describe("the OpenAI SDK's responses", () => {
  it('are retrieved as they were answered, without what was not asked for', async () => {
    const { client, id } = await keeping()

    const response = await client.responses.retrieve(id)

    expect(response).toMatchObject({ id, object: 'response', status: 'completed', output_text: '' })
    const { results: _, action, ...plainSearch } = search
    expect(response.output).toEqual([
      { id: 'rs_1', type: 'reasoning', summary: [] },
      { ...program, outputs: null },
      { ...plainSearch, action: { type: 'search', query: action.query } },
    ])
  })

  it('are retrieved with what is asked for', async () => {
    const { client, id } = await keeping()

    const response = await client.responses.retrieve(id, {
      include: [
        'code_interpreter_call.outputs',
        'web_search_call.action.sources',
        'web_search_call.results',
        'reasoning.encrypted_content',
      ],
    })

    expect(response.output).toMatchObject([thought, program, search])
  })

  it('are gone when they are deleted', async () => {
    const { client, id, app } = await keeping()

    const answer = await app.request(`http://localhost/v1/responses/${id}`, { method: 'DELETE' })

    expect(await answer.json()).toEqual({ id, object: 'response', deleted: true })
    await expect(client.responses.retrieve(id)).rejects.toThrow(
      `404 Response with id '${id}' not found.`,
    )
    await expect(client.responses.delete(id)).rejects.toThrow(NotFoundError)
    await expect(client.responses.inputItems.list(id)).rejects.toThrow(NotFoundError)
    await expect(client.responses.cancel(id)).rejects.toThrow(NotFoundError)
  })

  it('cannot be cancelled, since they are over', async () => {
    const { client, id } = await keeping()

    await expect(client.responses.cancel(id)).rejects.toThrow(
      '400 Cannot cancel a synchronous response',
    )
  })

  it('cannot be streamed again', async () => {
    const { client, id } = await keeping()

    await expect(client.responses.retrieve(id, { stream: true })).rejects.toThrow(BadRequestError)
  })

  it("are nobody else's", async () => {
    const { id, app } = await keeping()
    const others = keptApp()

    const answer = await others.app.request(`http://localhost/v1/responses/${id}`)

    expect((await app.request(`http://localhost/v1/responses/${id}`)).status).toBe(200)
    expect(answer.status).toBe(404)
  })

  it('have input items, page by page', async () => {
    const contents = Array.from({ length: 25 }, (_, index) => `item ${index}`)
    const { client, id } = await keeping(
      contents.map((content, index) => ({ id: `msg_${index}`, role: 'user', content })),
    )
    const read = async (query: { order?: 'asc' | 'desc'; limit?: number }) =>
      (await Array.fromAsync(client.responses.inputItems.list(id, query))).map((item) => item.id)
    const ids = contents.map((_, index) => `msg_${index}`)

    expect(await read({})).toEqual(ids.toReversed())
    expect(await read({ order: 'asc', limit: 10 })).toEqual(ids)
    const page = await client.responses.inputItems.list(id, { limit: 2, order: 'asc' })
    expect(page.data[0]).toEqual({
      id: 'msg_0',
      type: 'message',
      role: 'user',
      status: 'completed',
      content: [{ type: 'input_text', text: 'item 0' }],
    })
    expect(page.has_more).toBe(true)
    await expect(client.responses.inputItems.list(id, { limit: 101 })).rejects.toThrow("'limit'")
    await expect(client.responses.inputItems.list(id, { after: 'msg_x' })).rejects.toThrow(
      "'after'",
    )
  })
})
