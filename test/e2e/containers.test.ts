import { BadRequestError, NotFoundError, toFile } from 'openai'
import { describe, expect, it } from 'vitest'
import { OUTPUT_PURPOSE } from '../../src/files/store.ts'
import { keptApp } from '../support/kept.ts'
import { clientOf, post } from '../support/test-app.ts'

const csv = () => toFile(new TextEncoder().encode('a,b\n1,2\n'), 'Zürich.csv')

function client() {
  return clientOf(keptApp().app)
}

describe("the OpenAI SDK's containers", () => {
  it('are made, described, listed and deleted', async () => {
    const { containers } = client()
    const made = await containers.create({
      name: 'rain',
      expires_after: { anchor: 'last_active_at', minutes: 20 },
      memory_limit: '1g',
    })

    expect(made).toEqual({
      id: expect.stringMatching(/^cntr_[0-9a-f]{32}$/),
      object: 'container',
      name: 'rain',
      status: 'running',
      created_at: expect.any(Number),
      last_active_at: expect.any(Number),
      expires_after: { anchor: 'last_active_at', minutes: 20 },
      network_policy: { type: 'disabled' },
    })
    expect(await containers.retrieve(made.id)).toMatchObject({ id: made.id, name: 'rain' })
    expect((await containers.list()).data).toMatchObject([{ id: made.id }])
    await containers.delete(made.id)
    await expect(containers.retrieve(made.id)).rejects.toThrow(
      `404 Container with id '${made.id}' not found.`,
    )
    await expect(containers.delete(made.id)).rejects.toThrow(NotFoundError)
    await expect(containers.files.list(made.id)).rejects.toThrow(NotFoundError)
    expect((await containers.list()).data).toEqual([])
  })

  it('are kept as long as files, unless they are to be kept for less', async () => {
    const { app } = keptApp({ FILE_TTL_SECONDS: '3600' })
    const { containers } = clientOf(app)

    const plain = await containers.create({ name: 'a' })
    const long = await containers.create({
      name: 'b',
      expires_after: { anchor: 'last_active_at', minutes: 100_000 },
    })

    expect(plain.expires_after?.minutes).toBe(60)
    expect(long.expires_after?.minutes).toBe(60)
  })

  it('are listed by age, by name and page by page', async () => {
    const { containers } = client()
    const names = Array.from({ length: 25 }, (_, index) => `name ${index % 2}`)
    const ids: string[] = []
    for (const name of names) ids.push((await containers.create({ name })).id)
    const idsIn = async (query: { order?: 'asc' | 'desc'; limit?: number; name?: string }) =>
      (await Array.fromAsync(containers.list(query))).map(({ id }) => id)

    expect(await idsIn({})).toEqual(ids.toReversed())
    expect(await idsIn({ order: 'asc', limit: 4 })).toEqual(ids)
    expect(await idsIn({ order: 'asc', limit: 4, name: 'name 1' })).toEqual(
      ids.filter((_, index) => index % 2 === 1),
    )
  })

  it('take an upload, and give it back', async () => {
    const { containers } = client()
    const { id } = await containers.create({ name: 'rain' })

    const file = await containers.files.create(id, { file: await csv() })

    expect(file).toEqual({
      id: expect.stringMatching(/^file-/),
      object: 'container.file',
      container_id: id,
      bytes: 8,
      created_at: expect.any(Number),
      path: '/mnt/data/Zürich.csv',
      source: 'user',
    })
    expect(await containers.files.retrieve(file.id, { container_id: id })).toEqual(file)
    expect((await containers.files.list(id)).data).toEqual([file])
    const content = await containers.files.content.retrieve(file.id, { container_id: id })
    expect(await content.text()).toBe('a,b\n1,2\n')
  })

  it('take files that there are, which outlive them', async () => {
    const openai = client()
    const stored = await openai.files.create({ file: await csv(), purpose: 'user_data' })
    const { id } = await openai.containers.create({ name: 'a', file_ids: [stored.id] })
    const other = await openai.containers.create({ name: 'b' })
    await openai.containers.files.create(other.id, { file_id: stored.id })
    expect((await openai.containers.files.list(id)).data).toMatchObject([
      { id: stored.id, source: 'user' },
    ])

    await openai.containers.delete(id)
    await openai.containers.files.delete(stored.id, { container_id: other.id })

    expect((await openai.containers.files.list(other.id)).data).toEqual([])
    expect(await openai.files.retrieve(stored.id)).toMatchObject({ id: stored.id })
  })

  it('delete the files that are theirs', async () => {
    const { app, state, files } = keptApp()
    const openai = clientOf(app)
    const { id } = await openai.containers.create({ name: 'a' })
    const uploaded = await openai.containers.files.create(id, { file: await csv() })
    const content = new Uint8Array(3)
    const made = await files.put({ name: 'chart.png', content, purpose: OUTPUT_PURPOSE })
    const gone = await files.put({ name: 'gone.png', content, purpose: OUTPUT_PURPOSE })
    await state.touchContainer(
      id,
      [made, gone].map((file) => ({ id: file.id, kind: 'made' as const })),
    )
    await openai.files.delete(gone.id)
    const listed = await Array.fromAsync(openai.containers.files.list(id, { limit: 1 }))
    expect(listed.map((file) => [file.path, file.source])).toEqual([
      ['/mnt/data/chart.png', 'assistant'],
      ['/mnt/data/Zürich.csv', 'user'],
    ])
    await expect(openai.containers.files.retrieve(gone.id, { container_id: id })).rejects.toThrow(
      `404 Container file with id '${gone.id}' not found.`,
    )

    await openai.containers.files.delete(uploaded.id, { container_id: id })
    await expect(openai.files.retrieve(uploaded.id)).rejects.toThrow(NotFoundError)
    await openai.containers.delete(id)

    expect(await files.list()).toEqual([])
  })

  it('open a part of a file', async () => {
    const { app } = keptApp()
    const { containers } = clientOf(app)
    const { id } = await containers.create({ name: 'a' })
    const file = await containers.files.create(id, { file: await csv() })
    const url = `http://localhost/v1/containers/${id}/files/${file.id}/content`

    const part = await app.request(url, { headers: { range: 'bytes=4-6' } })

    expect(part.status).toBe(206)
    expect(await part.text()).toBe('1,2')
  })

  it("do not give out a file that is not in them, though it is its owner's", async () => {
    const openai = client()
    const stored = await openai.files.create({ file: await csv(), purpose: 'user_data' })
    const { id } = await openai.containers.create({ name: 'a' })

    await expect(
      openai.containers.files.content.retrieve(stored.id, { container_id: id }),
    ).rejects.toThrow(NotFoundError)
    await expect(openai.containers.files.delete(stored.id, { container_id: id })).rejects.toThrow(
      NotFoundError,
    )
  })

  it('refuse a file that there is not', async () => {
    const { containers } = client()
    const { id } = await containers.create({ name: 'a' })

    await expect(containers.create({ name: 'b', file_ids: ['../x'] })).rejects.toThrow(
      '404 No such file: "../x"',
    )
    await expect(containers.files.create(id, { file_id: 'file-x' })).rejects.toThrow(NotFoundError)
    await expect(containers.files.create(id, {})).rejects.toThrow(BadRequestError)
  })

  const refused: { name: string; body: object; param: string }[] = [
    { name: 'no name', body: {}, param: 'name' },
    { name: 'more memory', body: { name: 'a', memory_limit: '4g' }, param: 'memory_limit' },
    {
      name: 'a network',
      body: { name: 'a', network_policy: { type: 'allowlist', allowed_domains: ['a.example'] } },
      param: 'network_policy.type',
    },
    { name: 'skills', body: { name: 'a', skills: [{ type: 'x' }] }, param: 'skills[0]' },
    {
      name: 'another anchor',
      body: { name: 'a', expires_after: { anchor: 'created_at', minutes: 1 } },
      param: 'expires_after.anchor',
    },
    {
      name: 'no time at all',
      body: { name: 'a', expires_after: { anchor: 'last_active_at', minutes: 0 } },
      param: 'expires_after.minutes',
    },
  ]
  it.for(refused)('refuse $name', async ({ body, param }) => {
    const answer = await post(keptApp().app, '/v1/containers', body)

    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ error: { param } })
  })
})
