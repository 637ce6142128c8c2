import { BadRequestError, NotFoundError } from 'openai'
import { describe, expect, it } from 'vitest'
import { newId } from '../../src/state/ids.ts'
import { keptApp } from '../support/kept.ts'
import { clientOf, post } from '../support/test-app.ts'

const say = (content: string) => ({ role: 'user' as const, content })

function client() {
  return clientOf(keptApp().app)
}

describe("the OpenAI SDK's conversations", () => {
  it('are made with items and metadata, described, changed and deleted', async () => {
    const { conversations } = client()
    const made = await conversations.create({
      items: [say('Hello.')],
      metadata: { topic: 'rain' },
    })

    expect(made).toEqual({
      id: expect.stringMatching(/^conv_/),
      object: 'conversation',
      created_at: expect.any(Number),
      metadata: { topic: 'rain' },
    })
    expect(await conversations.retrieve(made.id)).toEqual(made)
    expect(await conversations.update(made.id, { metadata: { topic: 'snow' } })).toEqual({
      ...made,
      metadata: { topic: 'snow' },
    })
    expect(await conversations.delete(made.id)).toEqual({
      id: made.id,
      object: 'conversation.deleted',
      deleted: true,
    })
    await expect(conversations.retrieve(made.id)).rejects.toThrow(
      `404 Conversation with id '${made.id}' not found.`,
    )
    await expect(conversations.delete(made.id)).rejects.toThrow(NotFoundError)
    await expect(conversations.update(made.id, { metadata: {} })).rejects.toThrow(NotFoundError)
    await expect(conversations.items.list(made.id)).rejects.toThrow(NotFoundError)
  })

  it('are made with nothing at all', async () => {
    const made = await client().conversations.create()

    expect(made.metadata).toEqual({})
  })

  it('take items, list, give and lose them, as the sessions of the Agents SDK ask', async () => {
    const { conversations } = client()
    const { id } = await conversations.create({ items: [] })

    const added = await conversations.items.create(id, {
      items: [
        say('What is 2 + 2?'),
        { type: 'function_call', call_id: 'c', name: 'add', arguments: '{}' },
        { type: 'function_call_output', call_id: 'c', output: '4' },
        { type: 'message', role: 'assistant', content: 'It is 4.', id: 'msg_own' },
      ],
    })
    expect(added).toMatchObject({ object: 'list', has_more: false, last_id: 'msg_own' })
    expect(added.data[3]).toEqual({
      id: 'msg_own',
      type: 'message',
      role: 'assistant',
      status: 'completed',
      content: [{ type: 'output_text', text: 'It is 4.', annotations: [], logprobs: [] }],
    })

    const all = await Array.fromAsync(conversations.items.list(id, { order: 'asc' }))
    expect(all).toEqual(added.data)
    expect((await conversations.items.list(id, { limit: 1 })).data).toEqual([added.data[3]])
    expect(await conversations.items.retrieve('msg_own', { conversation_id: id })).toEqual(
      added.data[3],
    )
    expect(await conversations.items.delete('msg_own', { conversation_id: id })).toMatchObject({
      id,
      object: 'conversation',
    })
    await expect(conversations.items.retrieve('msg_own', { conversation_id: id })).rejects.toThrow(
      "404 Item with id 'msg_own' not found.",
    )
    await expect(conversations.items.delete('msg_own', { conversation_id: id })).rejects.toThrow(
      NotFoundError,
    )
    expect(await Array.fromAsync(conversations.items.list(id, { limit: 1 }))).toHaveLength(3)
  })

  it('are read page by page, in both orders', async () => {
    const { conversations } = client()
    const { id } = await conversations.create({ items: [] })
    for (const round of [0, 1, 2]) {
      const items = Array.from({ length: 20 }, (_, index) => say(`${round * 20 + index}`))
      await conversations.items.create(id, { items })
    }
    const idsIn = async (order: 'asc' | 'desc', limit: number) =>
      (await Array.fromAsync(conversations.items.list(id, { order, limit }))).map((item) =>
        'id' in item ? item.id : null,
      )

    const ids = await idsIn('asc', 100)
    expect(new Set(ids).size).toBe(60)
    expect(await idsIn('asc', 7)).toEqual(ids)
    expect(await idsIn('desc', 7)).toEqual(ids.toReversed())
  })

  it('take an item of a response by its id', async () => {
    const { app, state } = keptApp()
    const { conversations } = clientOf(app)
    const response = newId('resp')
    const item = `msg_${response.slice(5)}o000`
    const body = { output: [{ id: item, type: 'message', role: 'assistant', content: 'Yes.' }] }
    await state.putResponse({
      id: response,
      createdAt: Math.floor(Date.now() / 1000),
      previousResponseId: null,
      conversationId: null,
      input: [],
      body,
    })
    const { id } = await conversations.create({ items: [{ type: 'item_reference', id: item }] })

    expect((await conversations.items.list(id)).data).toMatchObject([
      { id: item, content: [{ type: 'output_text', text: 'Yes.' }] },
    ])
    await expect(
      conversations.items.create(id, { items: [{ type: 'item_reference', id: 'msg_nobodys' }] }),
    ).rejects.toThrow("404 Item with id 'msg_nobodys' not found.")
  })

  const refused: { name: string; body: unknown; param: string }[] = [
    { name: 'more than 1000 items', body: { items: Array(1001).fill(say('a')) }, param: 'items' },
    { name: 'an item that is none', body: { items: [1] }, param: 'items[0]' },
    { name: 'a message without a role', body: { items: [{ content: 'a' }] }, param: 'items[0]' },
    { name: 'a message without content', body: { items: [{ role: 'user' }] }, param: 'items[0]' },
    {
      name: 'an unknown role',
      body: { items: [{ role: 'king', content: 'a' }] },
      param: 'items[0].role',
    },
    {
      name: 'a long id',
      body: { items: [{ ...say('a'), id: 'x'.repeat(65) }] },
      param: 'items[0].id',
    },
    { name: 'metadata that are no texts', body: { metadata: { a: 1 } }, param: 'metadata.a' },
    {
      name: 'too many metadata',
      body: { metadata: Object.fromEntries(Array.from({ length: 17 }, (_, i) => [`k${i}`, 'v'])) },
      param: 'metadata',
    },
    { name: 'a long value', body: { metadata: { a: 'x'.repeat(513) } }, param: 'metadata.a' },
    { name: 'an unknown field', body: { title: 'a' }, param: 'title' },
  ]
  it.for(refused)('refuse $name', async ({ body, param }) => {
    const answer = await post(keptApp().app, '/v1/conversations', body)

    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ error: { param } })
  })

  it('refuse to be changed to no metadata at all, and take null for none', async () => {
    const { app } = keptApp()
    const { id } = await clientOf(app).conversations.create({ metadata: { a: 'b' } })

    expect((await post(app, `/v1/conversations/${id}`, {})).status).toBe(400)
    expect(await clientOf(app).conversations.update(id, { metadata: null })).toMatchObject({
      metadata: {},
    })
    await expect(clientOf(app).conversations.items.create(id, { items: [] })).rejects.toThrow(
      BadRequestError,
    )
  })
})
