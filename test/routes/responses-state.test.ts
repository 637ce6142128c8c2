import { beforeEach, describe, expect, it } from 'vitest'
import { failingRecords } from '../support/failing-records.ts'
import { FakeSandbox, finishes, prints, writes } from '../support/fake-sandbox.ts'
import { memoryRecords } from '../support/memory-records.ts'
import { memoryStores } from '../support/memory-store.ts'
import { ask } from '../support/responses.ts'
import { runs, says, ScriptedUpstream } from '../support/scripted-upstream.ts'
import { clientOf, testApp } from '../support/test-app.ts'

/** What servers that are asked one after the other have in common. */
let kept = { filesOf: memoryStores(), recordsOf: memoryRecords() }
beforeEach(() => {
  kept = { filesOf: memoryStores(), recordsOf: memoryRecords() }
})

/** OpenAI's client of a server with this model behind it. */
function clientFor(upstream: ScriptedUpstream, sandbox?: FakeSandbox, key?: string) {
  const env = { OPENAI_BASE_URL: upstream.url }
  return clientOf(testApp({ env, ...kept, ...(sandbox && { sandbox }) }), key)
}

const code = (text: string) => ({
  role: 'assistant',
  content: null,
  tool_calls: [
    {
      id: expect.any(String),
      type: 'function',
      function: { name: 'code_interpreter', arguments: JSON.stringify({ code: text }) },
    },
  ],
})
const printed = { role: 'tool', tool_call_id: expect.any(String), content: '{"output":"4\\n"}' }

describe('a response', () => {
  it('is gone on from, with all that was said and run before', async () => {
    await using upstream = await ScriptedUpstream.start(
      runs('print(4)'),
      says('It is 4.'),
      says('It is 8.'),
      says('It is 16.'),
    )
    const client = clientFor(upstream)

    const first = await client.responses.create({ ...ask, instructions: 'Be brief.' })
    const second = await client.responses.create({
      ...ask,
      previous_response_id: first.id,
      input: 'And doubled?',
    })
    const third = client.responses.stream({
      ...ask,
      previous_response_id: second.id,
      input: 'Once more?',
    })
    await third.finalResponse()

    expect(second.previous_response_id).toBe(first.id)
    expect(upstream.messages(-1)).toEqual([
      { role: 'user', content: 'What is 2 + 2?' },
      code('print(4)'),
      printed,
      { role: 'assistant', content: 'It is 4.' },
      { role: 'user', content: 'And doubled?' },
      { role: 'assistant', content: 'It is 8.' },
      { role: 'user', content: 'Once more?' },
    ])
  })

  it('may be named by its items, and a program still has its output', async () => {
    await using upstream = await ScriptedUpstream.start(
      runs('print(4)'),
      says('It is 4.'),
      says('It is 8.'),
    )
    const client = clientFor(upstream)
    const first = await client.responses.create(ask)

    await client.responses.create({
      ...ask,
      input: [
        { role: 'user', content: 'What is 2 + 2?' },
        ...first.output.map(({ id = '' }) => ({ type: 'item_reference' as const, id: id ?? '' })),
        { role: 'user', content: 'And doubled?' },
      ],
    })

    expect(upstream.messages(-1).slice(1, 4)).toEqual([
      code('print(4)'),
      printed,
      { role: 'assistant', content: 'It is 4.' },
    ])
  })

  it('may be asked for by its items as soon as its last event is there', async () => {
    await using upstream = await ScriptedUpstream.start(says('Hello.'), says('Again.'))
    const client = clientFor(upstream)
    const stream = await client.responses.create({ ...ask, stream: true })
    for await (const event of stream) {
      if (event.type !== 'response.completed') continue
      const again = await client.responses.create({
        ...ask,
        previous_response_id: event.response.id,
      })
      expect(again.output_text).toBe('Again.')
    }
    expect(upstream.requests).toHaveLength(2)
  })

  it('is not kept when it shall not be', async () => {
    await using upstream = await ScriptedUpstream.start(says('Hello.'))
    const client = clientFor(upstream)
    const first = await client.responses.create({ ...ask, store: false })

    const again = client.responses.create({ ...ask, previous_response_id: first.id })

    await expect(again).rejects.toMatchObject({
      status: 400,
      code: 'previous_response_not_found',
      param: 'previous_response_id',
    })
    const item = { type: 'item_reference' as const, id: first.output[0]?.id ?? '' }
    await expect(client.responses.create({ ...ask, input: [item] })).rejects.toMatchObject({
      status: 404,
      code: 'item_not_found',
      param: 'input[0].id',
    })
  })

  it('is nobody else’s', async () => {
    await using upstream = await ScriptedUpstream.start(says('Hello.'))
    const env = { OPENAI_BASE_URL: upstream.url, AUTH: 'passthrough' }
    const app = testApp({ env, ...kept })
    const first = await clientOf(app, 'key-of-one').responses.create(ask)

    const again = clientOf(app, 'key-of-another').responses.create({
      ...ask,
      previous_response_id: first.id,
    })

    await expect(again).rejects.toMatchObject({ status: 400 })
  })

  it('is answered all the same when nothing can be kept', async () => {
    await using upstream = await ScriptedUpstream.start(runs('print(4)'), says('It is 4.'))
    const app = testApp({
      env: { OPENAI_BASE_URL: upstream.url },
      recordsOf: () => failingRecords,
    })

    const response = await clientOf(app).responses.create(ask)

    expect(response.output_text).toBe('It is 4.')
  })
})

describe('the container of a response', () => {
  const containerIn = (output: { type: string }[]) => {
    const program = output.find(({ type }) => type === 'code_interpreter_call')
    return program && 'container_id' in program ? String(program.container_id) : ''
  }

  it('brings the files of earlier programs back, the newest of each name', async () => {
    await using upstream = await ScriptedUpstream.start(
      runs('write()'),
      says('Written.'),
      runs('write()'),
      says('Written.'),
      runs('read()'),
      says('Read.'),
    )
    const written = (text: string) => new FakeSandbox(writes('out.csv', text), finishes())
    const first = await clientFor(upstream, written('old')).responses.create(ask)
    const container = containerIn(first.output)
    const tools = [{ type: 'code_interpreter' as const, container }]
    const second = await clientFor(upstream, written('new')).responses.create({ ...ask, tools })
    const reader = new FakeSandbox(prints('new'), finishes())

    await clientFor(upstream, reader).responses.create({ ...ask, tools })

    expect(containerIn(second.output)).toBe(container)
    const files = reader.executions[0]?.files.map(({ name, bytes }) => {
      return [name, new TextDecoder().decode(bytes)]
    })
    expect(files).toEqual([['out.csv', 'new']])
  })

  it('is that of the response before', async () => {
    await using upstream = await ScriptedUpstream.start(
      runs('write()'),
      says('Written.'),
      runs('read()'),
      says('Read.'),
    )
    const sandbox = new FakeSandbox(writes('out.csv', 'a'), finishes())
    const client = clientFor(upstream, sandbox)
    const first = await client.responses.create(ask)

    const second = await client.responses.create({ ...ask, previous_response_id: first.id })

    expect(containerIn(second.output)).toBe(containerIn(first.output))
    expect(sandbox.executions[1]?.files.map(({ name }) => name)).toEqual(['out.csv'])
  })

  it('has what a program made for the next one of the same answer', async () => {
    await using upstream = await ScriptedUpstream.start(
      runs('write()', 'c1'),
      runs('read()', 'c2'),
      says('Read.'),
    )
    const sandbox = new FakeSandbox(writes('out.csv', 'a'), finishes())

    await clientFor(upstream, sandbox).responses.create(ask)

    expect(sandbox.executions.map(({ files }) => files.map(({ name }) => name))).toEqual([
      [],
      ['out.csv'],
    ])
    const [tool] = upstream.requests[0]?.body.tools ?? []
    expect(tool?.function?.description).toContain('the files in /mnt/data survive')
  })

  it('has to be there', async () => {
    await using upstream = await ScriptedUpstream.start()
    const tools = [{ type: 'code_interpreter' as const, container: 'cntr_of_nobody' }]

    await expect(clientFor(upstream).responses.create({ ...ask, tools })).rejects.toMatchObject({
      status: 404,
      code: 'container_not_found',
      param: 'tools[0].container',
    })
  })
})

describe('pictures of a request', () => {
  it('may be files', async () => {
    await using upstream = await ScriptedUpstream.start(says('A pixel.'))
    const client = clientFor(upstream)
    const file = await client.files.create({
      file: new File(['<svg/>'], 'a.svg'),
      purpose: 'vision',
    })
    const part = { type: 'input_image' as const, file_id: file.id, detail: 'low' as const }

    await client.responses.create({
      model: 'some-model',
      input: [{ role: 'user', content: [part] }],
    })

    expect(upstream.messages(0)[0]?.content).toEqual([
      {
        type: 'image_url',
        image_url: { url: `data:image/svg+xml;base64,${btoa('<svg/>')}`, detail: 'low' },
      },
    ])
  })

  it('have to be there', async () => {
    await using upstream = await ScriptedUpstream.start()
    const part = { type: 'input_image' as const, file_id: 'file-x', detail: 'low' as const }

    await expect(
      clientFor(upstream).responses.create({
        model: 'some-model',
        input: [{ role: 'user', content: [part] }],
      }),
    ).rejects.toMatchObject({ status: 400, param: 'input[0].content[0]' })
  })
})
