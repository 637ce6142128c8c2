import { describe, expect, it } from 'vitest'
import { ask, chat, stream, weather } from '../support/chat-request.ts'
import { FakeSandbox, finishes, PIXEL, prints, shows, warns } from '../support/fake-sandbox.ts'
import { chunksOf, eventsOf } from '../support/read-events.ts'
import {
  calls,
  choiceChunk,
  hangs,
  refuses,
  repliesJson,
  runs,
  says,
  ScriptedUpstream,
  sends,
} from '../support/scripted-upstream.ts'

const plain = { model: 'some-model', messages: [{ role: 'user', content: 'Hello.' }] }

describe('a stream', () => {
  it("is OpenAI's chunks, and ends with [DONE]", async () => {
    await using upstream = await ScriptedUpstream.start(says('Hello there.'))

    const response = await stream(upstream, ask)
    const events = await eventsOf(response)

    expect(response.headers.get('content-type')).toContain('text/event-stream')
    expect(events.at(-1)).toBe('[DONE]')
    expect(events.slice(0, -1).map((event) => JSON.parse(event))).toMatchObject([
      {
        object: 'chat.completion.chunk',
        model: 'scripted-model-1',
        system_fingerprint: 'fp_1',
        choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }],
      },
      { choices: [{ delta: { content: 'Hello ' } }] },
      { choices: [{ delta: { content: 'there.' } }] },
      { choices: [{ delta: {}, finish_reason: 'stop' }] },
    ])
  })

  it('has one id and one time in all its chunks', async () => {
    await using upstream = await ScriptedUpstream.start(runs('1'), says('Hello there.'))

    const chunks = await chunksOf(await stream(upstream, ask))

    expect(new Set(chunks.map(({ id }) => id)).size).toBe(1)
    expect(new Set(chunks.map(({ created }) => created)).size).toBe(1)
  })

  it('tells of a tool: its code, what it prints, and what came of it', async () => {
    await using upstream = await ScriptedUpstream.start(runs('go()'), says('Done.'))
    const sandbox = new FakeSandbox(
      prints('one\n'),
      warns('careful\n'),
      prints('two\n'),
      shows({ png: PIXEL }),
      finishes(),
    )

    const chunks = await chunksOf(await stream(upstream, ask, { sandbox }))

    const told = chunks.flatMap(({ choices }) => choices[0]?.delta.executed_tools ?? [])
    expect(told).toMatchObject([
      {
        index: 0,
        type: 'code_interpreter',
        name: 'code_interpreter',
        arguments: '{"code":"go()"}',
      },
      { index: 0, stdout: 'one\n' },
      { index: 0, stderr: 'careful\n' },
      { index: 0, stdout: 'two\n' },
      {
        index: 0,
        type: 'code_interpreter',
        output: expect.stringContaining('one\\ntwo\\n'),
        code_results: [{ png: PIXEL }],
        execution: { stdout: 'one\ntwo\n', stderr: 'careful\n', error: null },
      },
    ])
  })

  it('says nothing of a tool twice, since clients add up what they are told', async () => {
    await using upstream = await ScriptedUpstream.start(runs('go()'), says('Done.'))

    const chunks = await chunksOf(await stream(upstream, ask))

    const last = chunks.findLast(({ choices }) => choices[0]?.delta.executed_tools)
    const [finished] = last?.choices[0]?.delta.executed_tools ?? []
    expect(finished).toHaveProperty('output')
    expect(finished).not.toHaveProperty('name')
    expect(finished).not.toHaveProperty('arguments')
  })

  it('ends its text with the links to charts', async () => {
    await using upstream = await ScriptedUpstream.start(runs('plot()'), says('Look.'))

    const chunks = await chunksOf(
      await stream(upstream, ask, { sandbox: new FakeSandbox(shows({ png: PIXEL }), finishes()) }),
    )

    const text = chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')
    expect(text).toMatch(/^Look\.\n\n!\[figure-1\.png\]\(http:\S+\)$/)
  })

  it("hands back calls of the client's functions", async () => {
    await using upstream = await ScriptedUpstream.start(
      calls({ id: 'call_w', name: 'get_weather', arguments: '{}' }),
    )

    const chunks = await chunksOf(
      await stream(upstream, { ...ask, tools: [...ask.tools, weather] }),
    )

    expect(chunks.slice(-2)).toMatchObject([
      { choices: [{ delta: { tool_calls: [{ index: 0, id: 'call_w', type: 'function' }] } }] },
      { choices: [{ delta: {}, finish_reason: 'tool_calls' }] },
    ])
  })

  it('has the usage of all rounds last when it is asked for', async () => {
    await using upstream = await ScriptedUpstream.start(runs('1'), says('Done.'))

    const chunks = await chunksOf(
      await stream(upstream, { ...ask, stream_options: { include_usage: true } }),
    )

    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { total_tokens: 30 } })
    expect(chunks.slice(0, -1).every(({ usage }) => usage === null)).toBe(true)
  })

  it('has no usage when it is not asked for', async () => {
    await using upstream = await ScriptedUpstream.start(says('Done.'))

    const chunks = await chunksOf(await stream(upstream, ask))

    expect(chunks.some((chunk) => 'usage' in chunk)).toBe(false)
  })

  it('is a status when the upstream refuses before it begins', async () => {
    await using upstream = await ScriptedUpstream.start(refuses(400, { message: 'Too long.' }))

    const response = await stream(upstream, ask)

    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: { message: 'Too long.' } })
  })

  it('says in an event what fails after it has begun', async () => {
    await using upstream = await ScriptedUpstream.start(
      runs('1'),
      refuses(400, { message: 'Too long.' }),
    )

    const events = await eventsOf(await stream(upstream, ask))

    expect(JSON.parse(events.at(-2) ?? '')).toMatchObject({ error: { message: 'Too long.' } })
    expect(events.at(-1)).toBe('[DONE]')
  })

  it('ends the upstream call when the client goes away', async () => {
    const gone = Promise.withResolvers<string>()
    await using upstream = await ScriptedUpstream.start(hangs(() => gone.resolve('gone')))
    const response = await stream(upstream, ask)
    const reader = response.body?.getReader()
    await reader?.read()

    await reader?.cancel()

    expect(await gone.promise).toBe('gone')
  })

  it('ends the sandbox when the client goes away', async () => {
    await using upstream = await ScriptedUpstream.start(runs('forever()'))
    const sandbox = new FakeSandbox(prints('so far\n'), 'waits')
    const response = await stream(upstream, ask, { sandbox })
    const reader = response.body?.getReader()
    await reader?.read()
    await reader?.read()
    await reader?.read()

    await reader?.cancel()

    expect(sandbox.signals[0]?.aborted).toBe(true)
  })
})

describe('a request without a tool of ours', () => {
  it("gets the upstream's own answer, whatever is in it", async () => {
    const answer = {
      object: 'chat.completion',
      choices: [{ index: 0 }, { index: 1 }],
      new_field: [1],
    }
    await using upstream = await ScriptedUpstream.start(repliesJson(answer))

    const { body } = await chat(upstream, { ...plain, n: 2, top_logprobs: 3 })

    expect(body).toEqual(answer)
    expect(upstream.requests[0]?.body).toEqual({ ...plain, n: 2, top_logprobs: 3 })
  })

  it("gets the upstream's own chunks", async () => {
    const chunk = { ...choiceChunk({ content: 'Hello.', new_field: 1 }, 'stop'), x: 1 }
    await using upstream = await ScriptedUpstream.start(sends([chunk, '[DONE]']))

    const events = await eventsOf(await stream(upstream, plain))

    expect(JSON.parse(events[0] ?? '')).toMatchObject({ ...chunk, id: 'chatcmpl-upstream' })
    expect(events.slice(1)).toEqual(['[DONE]'])
  })

  it('is told when the upstream breaks off', async () => {
    await using upstream = await ScriptedUpstream.start(
      sends([choiceChunk({ content: 'Hel' }, null)], 'ends'),
    )

    const events = await eventsOf(await stream(upstream, plain))

    expect(JSON.parse(events.at(-2) ?? '')).toMatchObject({ error: { code: 'upstream_broke_off' } })
  })
})
