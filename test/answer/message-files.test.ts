import { describe, expect, it } from 'vitest'
import { appFor, ask, chat } from '../support/chat-request.ts'
import { FakeSandbox, finishes } from '../support/fake-sandbox.ts'
import { runs, says, ScriptedUpstream } from '../support/scripted-upstream.ts'
import { clientOf, post } from '../support/test-app.ts'

const csv = 'a,b\n1,2\n'
const filePart = { type: 'file', file: { filename: 'numbers.csv', file_data: btoa(csv) } }

function withParts(...content: object[]) {
  return { ...ask, messages: [{ role: 'user', content }] }
}

function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes)
}

describe('files of a request', () => {
  it('are given to every sandbox', async () => {
    await using upstream = await ScriptedUpstream.start(runs('1'), runs('2'), says('Done.'))
    const sandbox = new FakeSandbox(finishes())

    await chat(upstream, withParts(filePart), { sandbox })

    const given = sandbox.executions.map(({ files }) => files.map(({ name }) => name))
    expect(given).toEqual([['numbers.csv'], ['numbers.csv']])
    expect(textOf(sandbox.executions[0]?.files[0]?.bytes)).toBe(csv)
  })

  it('are told to the model, and not sent to it', async () => {
    await using upstream = await ScriptedUpstream.start(says('Done.'))
    const question = { type: 'text', text: 'What is in it?' }

    await chat(upstream, withParts(question, filePart))

    expect(upstream.messages(0)).toEqual([
      {
        role: 'user',
        content: [question, { type: 'text', text: 'The file /mnt/data/numbers.csv has 8 bytes.' }],
      },
    ])
  })

  it('may be data: URLs, as OpenAI writes them', async () => {
    await using upstream = await ScriptedUpstream.start(runs('1'), says('Done.'))
    const sandbox = new FakeSandbox(finishes())
    const file = { filename: 'numbers.csv', file_data: `data:text/csv;base64,${btoa(csv)}` }

    await chat(upstream, withParts({ type: 'file', file }), { sandbox })

    expect(textOf(sandbox.executions[0]?.files[0]?.bytes)).toBe(csv)
  })

  it('may be stored files, by the tool and by the message', async () => {
    await using upstream = await ScriptedUpstream.start(runs('1'), says('Done.'))
    const sandbox = new FakeSandbox(finishes())
    const app = appFor(upstream, { sandbox })
    const { files } = clientOf(app)
    const first = await files.create({ file: new File([csv], 'first.csv'), purpose: 'user_data' })
    const second = await files.create({ file: new File([csv], 'second.csv'), purpose: 'user_data' })

    await post(app, '/v1/chat/completions', {
      ...withParts(
        { type: 'file', file: { file_id: first.id } },
        { type: 'file', file: { file_id: second.id } },
      ),
      tools: [{ type: 'code_interpreter', file_ids: [first.id] }],
    })

    expect(sandbox.executions[0]?.files.map(({ name }) => name)).toEqual([
      'first.csv',
      'second.csv',
    ])
    expect(upstream.requests[0]?.body.tools?.[0]?.function?.description).toContain(
      '/mnt/data/first.csv (8 bytes)',
    )
  })

  it("may be those of OpenAI's form of a container", async () => {
    await using upstream = await ScriptedUpstream.start(runs('1'), says('Done.'))
    const sandbox = new FakeSandbox(finishes())
    const app = appFor(upstream, { sandbox })
    const { id } = await clientOf(app).files.create({
      file: new File([csv], 'first.csv'),
      purpose: 'user_data',
    })
    const container = {
      type: 'auto',
      file_ids: [id],
      memory_limit: '1g',
      network_policy: { type: 'disabled' },
    }

    const { status } = await post(app, '/v1/chat/completions', {
      ...ask,
      tools: [{ type: 'code_interpreter', container }],
    })

    expect(status).toBe(200)
    expect(sandbox.executions[0]?.files.map(({ name }) => name)).toEqual(['first.csv'])
  })

  it('have names that differ and stay in their folder', async () => {
    await using upstream = await ScriptedUpstream.start(runs('1'), says('Done.'))
    const sandbox = new FakeSandbox(finishes())
    const named = (filename: string) => ({
      type: 'file',
      file: { filename, file_data: btoa(csv) },
    })

    await chat(upstream, withParts(named('a.csv'), named('../a.csv'), named('/etc/a.csv')), {
      sandbox,
    })

    expect(sandbox.executions[0]?.files.map(({ name }) => name)).toEqual([
      'a.csv',
      'a-2.csv',
      'a-3.csv',
    ])
  })

  it('go to the upstream as they are when no tool of ours is asked for', async () => {
    await using upstream = await ScriptedUpstream.start(says('Done.'))

    await chat(upstream, { ...withParts(filePart), tools: [] })

    expect(upstream.messages(0)).toEqual([{ role: 'user', content: [filePart] }])
  })

  it('go to the upstream as they are when the model can only search', async () => {
    await using upstream = await ScriptedUpstream.start(says('Done.'))
    const env = { WEB_SEARCH_PROVIDER: 'searxng', SEARXNG_URL: 'http://search.example' }

    await chat(upstream, { ...withParts(filePart), tools: [{ type: 'web_search' }] }, { env })

    expect(upstream.messages(0)).toEqual([{ role: 'user', content: [filePart] }])
  })

  const faults = [
    {
      fault: 'a stored file that is not there',
      request: withParts({ type: 'file', file: { file_id: 'file-none' } }),
      param: 'messages[0].content[0].file',
    },
    {
      fault: 'a file of the tool that is not there',
      request: { ...ask, tools: [{ type: 'code_interpreter', file_ids: ['file-none'] }] },
      param: 'tools[0].file_ids[0]',
    },
    {
      fault: 'content that is not base64',
      request: withParts({ type: 'file', file: { filename: 'a', file_data: 'ä' } }),
      param: 'messages[0].content[0].file',
    },
    {
      fault: 'neither content nor an id',
      request: withParts({ type: 'file', file: { filename: 'a' } }),
      param: 'messages[0].content[0].file',
    },
  ]

  it.for(faults)('are refused for $fault', async ({ request, param }) => {
    await using upstream = await ScriptedUpstream.start()

    const { status, body } = await chat(upstream, request)

    expect(status).toBe(400)
    expect(body.error?.param).toBe(param)
  })
})
