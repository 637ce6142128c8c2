import { describe, expect, it } from 'vitest'
import { ask, chat, stream, weather } from '../support/chat-request.ts'
import { FakeSandbox, finishes, PIXEL, shows } from '../support/fake-sandbox.ts'
import { chunksOf } from '../support/read-events.ts'
import { calls, runs, says, ScriptedUpstream, turn } from '../support/scripted-upstream.ts'

const formats = [
  { type: 'json_object' },
  { type: 'json_schema', json_schema: { name: 'sum', schema: { type: 'object' } } },
]
const call = {
  id: 'call_1',
  type: 'function',
  function: { name: 'code_interpreter', arguments: '{"code":"plot()"}' },
}
const talksAndRuns = turn({
  deltas: [{ content: 'Let me ' }, { content: 'see.' }, { tool_calls: [{ index: 0, ...call }] }],
  message: {},
  finishReason: 'tool_calls',
})
const charts = () => new FakeSandbox(shows({ png: PIXEL }), finishes())

describe('an answer that has to be JSON', () => {
  it.for(formats)('has nothing but it in its content: $type', async (response_format) => {
    await using upstream = await ScriptedUpstream.start(talksAndRuns, says('{"sum": 4}'))

    const { choice } = await chat(upstream, { ...ask, response_format }, { sandbox: charts() })

    expect(choice?.message.content).toBe('{"sum": 4}')
    expect(choice?.message.executed_tools).toMatchObject([
      { execution: { results: [{ file: { name: 'figure-1.png' } }] } },
    ])
    // What it has said in between it is told of all the same.
    expect(upstream.messages(1)[1]).toMatchObject({ content: 'Let me see.' })
  })

  it('is streamed as it comes', async () => {
    await using upstream = await ScriptedUpstream.start(talksAndRuns, says('{"sum": 4}'))
    const request = { ...ask, response_format: formats[0] }

    const chunks = await chunksOf(await stream(upstream, request, { sandbox: charts() }))

    const pieces = chunks.flatMap(({ choices }) => choices[0]?.delta.content || [])
    expect(pieces).toEqual(['{"sum": ', '4}'])
  })

  it('is what the model says, when that is no JSON', async () => {
    await using upstream = await ScriptedUpstream.start(says('I cannot do that.'))

    const { choice } = await chat(upstream, { ...ask, response_format: formats[0] })

    expect(choice?.message.content).toBe('I cannot do that.')
  })
})

describe('any other answer', () => {
  it('has its charts in a paragraph of their own, also before a call of the client', async () => {
    const both = turn({
      deltas: [
        { content: 'I look outside.' },
        {
          tool_calls: [
            { index: 0, ...call },
            { index: 1, id: 'w', function: { name: 'get_weather', arguments: '{}' } },
          ],
        },
      ],
      message: {},
      finishReason: 'tool_calls',
    })
    await using upstream = await ScriptedUpstream.start(both)

    const tools = [...ask.tools, weather]
    const { choice } = await chat(upstream, { ...ask, tools }, { sandbox: charts() })

    expect(choice?.message.content).toMatch(/^I look outside\.\n\n!\[figure-1\.png\]\(http\S+\)$/)
  })

  it('has them so when the program ran in a round before', async () => {
    const asksForWeather = turn({
      deltas: [
        { content: 'Now outside.' },
        {
          tool_calls: [{ index: 0, id: 'w', function: { name: 'get_weather', arguments: '{}' } }],
        },
      ],
      message: {},
      finishReason: 'tool_calls',
    })
    await using upstream = await ScriptedUpstream.start(runs('plot()'), asksForWeather)

    const tools = [...ask.tools, weather]
    const { choice } = await chat(upstream, { ...ask, tools }, { sandbox: charts() })

    expect(choice?.message.content).toMatch(/^Now outside\.\n\n!\[figure-1\.png\]\(http\S+\)$/)
    expect(choice?.message['tool_calls']).toMatchObject([{ id: 'w' }])
  })

  it('is only they where the model has said nothing', async () => {
    await using upstream = await ScriptedUpstream.start(
      runs('plot()'),
      calls({ id: 'w', name: 'get_weather', arguments: '{}' }),
    )

    const tools = [...ask.tools, weather]
    const { choice } = await chat(upstream, { ...ask, tools }, { sandbox: charts() })

    expect(choice?.message.content).toMatch(/^!\[figure-1\.png\]\(http\S+\)$/)
  })
})
