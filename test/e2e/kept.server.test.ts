import { execFile } from 'node:child_process'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import OpenAI, { NotFoundError } from 'openai'
import { describe, expect, inject, it } from 'vitest'
import { nodeWith } from '../support/node-with.ts'
import { pythonWith } from '../support/python-with.ts'

const run = promisify(execFile)

describe('the server', () => {
  const client = () =>
    new OpenAI({ baseURL: `${inject('serverUrl')}/v1`, apiKey: 'none', maxRetries: 0 })

  it('keeps the files of a container, and forgets them with it', async () => {
    const { containers, files } = client()
    const { id } = await containers.create({
      name: 'rain',
      expires_after: { anchor: 'last_active_at', minutes: 20 },
    })
    const file = await containers.files.create(id, { file: new File(['1,2'], 'Zürich.csv') })
    const content = await containers.files.content.retrieve(file.id, { container_id: id })

    expect(await content.text()).toBe('1,2')
    expect((await containers.files.list(id)).data).toEqual([file])
    expect((await containers.list()).data.map((each) => each.id)).toContain(id)
    await containers.delete(id)
    await expect(containers.retrieve(id)).rejects.toThrow(NotFoundError)
    await expect(files.retrieve(file.id)).rejects.toThrow(NotFoundError)
  })

  it('keeps a conversation of several answers at once', async () => {
    const { conversations } = client()
    const { id } = await conversations.create({ metadata: { topic: 'rain' } })
    const contents = Array.from({ length: 8 }, (_, index) => `item ${index}`)

    await Promise.all(
      contents.map((content) =>
        conversations.items.create(id, { items: [{ role: 'user', content }] }),
      ),
    )

    const items = await Array.fromAsync(conversations.items.list(id, { limit: 3 }))
    expect(items.map((item) => JSON.stringify(item)).toSorted()).toEqual(
      contents.map((content) => expect.stringContaining(content)),
    )
    await conversations.delete(id)
    await expect(conversations.retrieve(id)).rejects.toThrow(NotFoundError)
  })

  it('keeps a session of the Agents SDK for Python', async () => {
    const python = await pythonWith('openai==3.57.0', 'openai-agents==0.24.0')
    const script = join(import.meta.dirname, 'agents_session.py')

    const { stdout } = await run(python, [script, `${inject('serverUrl')}/v1`])

    expect(JSON.parse(stdout)).toEqual({
      texts: [...Array.from({ length: 45 }, (_, index) => `item ${index}`), 'It is 4.'],
      types: ['function_call', 'function_call_output', 'message'],
      newest: [expect.stringMatching(/^fco_/), 'msg_own'],
      popped: 'msg_own',
      left: 47,
      reopened: true,
    })
  }, 300_000)

  it('keeps a session of the Agents SDK for JavaScript', async () => {
    const folder = await nodeWith('openai@7.57.0', '@openai/agents@0.20.0', 'zod@4.6.7')
    const script = join(folder, 'agents-session.mjs')
    await copyFile(join(import.meta.dirname, 'agents-session.mjs'), script)

    const { stdout } = await run(process.execPath, [script, `${inject('serverUrl')}/v1`])

    expect(JSON.parse(stdout)).toEqual({
      texts: [...Array.from({ length: 25 }, (_, index) => `item ${index}`), 'It is 4.'],
      types: ['function_call', 'function_call_result', 'message'],
      newest: ['function_call_result', 'message'],
      popped: 'It is 4.',
      left: 27,
    })
  }, 300_000)
})
