import { describe, expect, it } from 'vitest'
import { FakeSandbox, finishes, prints, warns } from '../support/fake-sandbox.ts'
import { ask, respond, streamed, weather } from '../support/responses.ts'
import {
  calls,
  choiceChunk,
  repliesJson,
  runs,
  says,
  ScriptedUpstream,
  sends,
  turn,
} from '../support/scripted-upstream.ts'

const outputs = { ...ask, include: ['code_interpreter_call.outputs'] }

describe('a response that is streamed', () => {
  it('tells of each item in the order of OpenAI', async () => {
    await using upstream = await ScriptedUpstream.start(runs('print(4)'), says('It is 4.'))

    const { events, isDone } = await streamed(upstream, ask)

    expect(isDone).toBe(true)
    expect(events.map(({ type }) => type)).toEqual([
      'response.created',
      'response.in_progress',
      'response.output_item.added',
      'response.code_interpreter_call.in_progress',
      'response.code_interpreter_call_code.delta',
      'response.code_interpreter_call_code.delta',
      'response.code_interpreter_call_code.done',
      'response.code_interpreter_call.interpreting',
      'response.code_interpreter_call.completed',
      'response.output_item.done',
      'response.output_item.added',
      'response.content_part.added',
      'response.output_text.delta',
      'response.output_text.delta',
      'response.output_text.delta',
      'response.output_text.done',
      'response.content_part.done',
      'response.output_item.done',
      'response.completed',
    ])
    expect(events.map(({ sequence_number }) => sequence_number)).toEqual(events.map((_, at) => at))
  })

  it('ends with the response that would else have come at once', async () => {
    await using once = await ScriptedUpstream.start(runs('print(4)'), says('It is 4.'))
    await using twice = await ScriptedUpstream.start(runs('print(4)'), says('It is 4.'))

    const { body } = await respond(once, outputs)
    const { events } = await streamed(twice, outputs)

    const last = events.at(-1)
    const response = last?.type === 'response.completed' ? last.response : null
    const plain = (value: unknown) =>
      JSON.stringify(value)
        .replaceAll(/(?<=_)[0-9a-f]{32}/g, 'ID')
        .replaceAll(/(?<=_at":)\d+/g, '0')
    expect(plain(response)).toBe(plain(body))
  })

  it('has what programs print only for who has asked for it', async () => {
    const script = () => ScriptedUpstream.start(runs('go()'), says('Done.'))
    const sandbox = () => new FakeSandbox(prints('so '), warns('far'), finishes())
    await using silent = await script()
    await using told = await script()
    const include = ['code_interpreter_call.stdout']

    const without = await streamed(silent, ask, { sandbox: sandbox() })
    const { events } = await streamed(told, { ...ask, include }, { sandbox: sandbox() })

    const interpreting = events.filter(
      ({ type }) => type === 'response.code_interpreter_call.interpreting',
    )
    expect(interpreting).toMatchObject([{}, { stdout: 'so ' }, { stderr: 'far' }])
    expect(interpreting[0]).not.toHaveProperty('stdout')
    expect(events.length).toBe(without.events.length + 2)
  })

  it('has no outputs, unless they are asked for', async () => {
    await using upstream = await ScriptedUpstream.start(runs('print(4)'), says('It is 4.'))

    expect((await respond(upstream, ask)).body.output[0]).toMatchObject({ outputs: null })
  })

  it('says what the model thinks', async () => {
    await using upstream = await ScriptedUpstream.start(
      turn({
        deltas: [{ reasoning_content: 'Hm' }, { reasoning_content: '.' }, { content: 'Four.' }],
        message: { content: 'Four.' },
        finishReason: 'stop',
      }),
    )

    const { events } = await streamed(upstream, {
      ...ask,
      include: ['reasoning.encrypted_content'],
    })

    expect(events.slice(2, 9)).toMatchObject([
      { type: 'response.output_item.added', item: { type: 'reasoning', summary: [] } },
      { type: 'response.reasoning_summary_part.added', summary_index: 0 },
      { type: 'response.reasoning_summary_text.delta', delta: 'Hm' },
      { type: 'response.reasoning_summary_text.delta', delta: '.' },
      { type: 'response.reasoning_summary_text.done', text: 'Hm.' },
      { type: 'response.reasoning_summary_part.done', part: { text: 'Hm.' } },
      {
        type: 'response.output_item.done',
        item: {
          summary: [{ type: 'summary_text', text: 'Hm.' }],
          encrypted_content: Buffer.from('{"reasoning_content":"Hm."}').toString('base64'),
        },
      },
    ])
  })

  it('says why the model does not answer', async () => {
    await using upstream = await ScriptedUpstream.start(
      turn({
        deltas: [{ refusal: 'I ' }, { refusal: 'will not.' }],
        message: { content: null, refusal: 'I will not.' },
        finishReason: 'stop',
      }),
    )

    const { events } = await streamed(upstream, ask)

    expect(events.slice(3, 8)).toMatchObject([
      { type: 'response.content_part.added', part: { type: 'refusal', refusal: '' } },
      { type: 'response.refusal.delta', delta: 'I ' },
      { type: 'response.refusal.delta', delta: 'will not.' },
      { type: 'response.refusal.done', refusal: 'I will not.' },
      { type: 'response.content_part.done', part: { refusal: 'I will not.' } },
    ])
  })

  it('has calls of custom tools and of namespaces under their own names', async () => {
    await using upstream = await ScriptedUpstream.start(
      calls(
        { id: 'c1', name: 'patch', arguments: '{"input":"a \\"b\\""}' },
        { id: 'c2', name: 'files__get_weather', arguments: '{}' },
      ),
    )
    const tools = [
      {
        type: 'custom',
        name: 'patch',
        format: { type: 'grammar', syntax: 'lark', definition: 'x' },
      },
      { type: 'namespace', name: 'files', tools: [weather] },
    ]

    const { events } = await streamed(upstream, { ...ask, tools })

    expect(events.slice(2, 10)).toMatchObject([
      { type: 'response.output_item.added', item: { type: 'custom_tool_call', input: '' } },
      { type: 'response.custom_tool_call_input.delta', delta: 'a "b"' },
      { type: 'response.custom_tool_call_input.done', input: 'a "b"' },
      { type: 'response.output_item.done', item: { call_id: 'c1', name: 'patch', input: 'a "b"' } },
      { type: 'response.output_item.added', output_index: 1, item: { type: 'function_call' } },
      { type: 'response.function_call_arguments.delta', delta: '{}' },
      { type: 'response.function_call_arguments.done', arguments: '{}' },
      {
        type: 'response.output_item.done',
        item: { call_id: 'c2', name: 'get_weather', namespace: 'files', status: 'completed' },
      },
    ])
  })

  it('has no two calls of one id', async () => {
    const call = { id: 'c1', name: 'get_weather', arguments: '{"city":"Rome"}' }
    await using upstream = await ScriptedUpstream.start(
      calls(call, { ...call, arguments: '{"city":"Oslo"}' }),
    )

    const { events } = await streamed(upstream, { ...ask, tools: [weather] })

    const items = events.flatMap((event) =>
      event.type === 'response.output_item.done' ? [event.item] : [],
    )
    const ids = items.map((item) => item.type === 'function_call' && item.call_id)
    expect(ids).toEqual(['c1', expect.stringMatching(/^call_/)])
  })

  it('has searches, and cites what they found', async () => {
    await using upstream = await ScriptedUpstream.start(
      calls({ id: 'c1', name: 'web_search', arguments: '{"query":"height of K2"}' }),
      says('It is [high](https://k2.example/).'),
    )
    const hit = { title: 'K2', url: 'https://k2.example/', content: '8611 m' }
    await using engine = await ScriptedUpstream.start(repliesJson({ results: [hit] }))
    const env = { WEB_SEARCH_PROVIDER: 'searxng', SEARXNG_URL: engine.url }
    const request = {
      ...ask,
      tools: [{ type: 'web_search' }],
      include: ['web_search_call.action.sources'],
    }

    const { events } = await streamed(upstream, request, { env })

    expect(events.slice(2, 7)).toMatchObject([
      {
        type: 'response.output_item.added',
        item: { type: 'web_search_call', action: { type: 'search', query: 'height of K2' } },
      },
      { type: 'response.web_search_call.in_progress' },
      { type: 'response.web_search_call.searching' },
      { type: 'response.web_search_call.completed' },
      {
        type: 'response.output_item.done',
        item: { status: 'completed', action: { sources: [{ type: 'url', url: hit.url }] } },
      },
    ])
    const cited = events.find(({ type }) => type === 'response.output_text.annotation.added')
    expect(cited).toMatchObject({
      annotation_index: 0,
      annotation: {
        type: 'url_citation',
        title: 'K2',
        url: hit.url,
        start_index: 6,
        end_index: 33,
      },
    })
  })

  it('has how likely its tokens were, for who asks', async () => {
    const token = { token: 'Hi', logprob: -0.1, bytes: [72, 105], top_logprobs: [] }
    const chunk = { ...choiceChunk({ content: 'Hi' }, null) }
    const choices = [{ index: 0, delta: { content: 'Hi' }, logprobs: { content: [token] } }]
    await using upstream = await ScriptedUpstream.start(
      sends([{ ...chunk, choices }, choiceChunk({}, 'stop'), '[DONE]']),
    )

    const { events } = await streamed(upstream, {
      ...ask,
      include: ['message.output_text.logprobs'],
    })

    const done = events.find(({ type }) => type === 'response.output_text.done')
    expect(done).toMatchObject({ text: 'Hi', logprobs: [token] })
  })
})
