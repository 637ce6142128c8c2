import { zodTextFormat } from 'openai/helpers/zod'
import type { ResponseIncludable } from 'openai/resources/responses/responses'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { collect } from '../support/collect.ts'
import { FakeSandbox, finishes, PIXEL, prints, shows, writes } from '../support/fake-sandbox.ts'
import { ask, weather } from '../support/responses.ts'
import { calls, runs, says, ScriptedUpstream } from '../support/scripted-upstream.ts'
import { clientOf, testApp } from '../support/test-app.ts'

function clientFor(
  upstream: ScriptedUpstream,
  sandbox = new FakeSandbox(prints('4\n'), finishes()),
) {
  return clientOf(testApp({ env: { OPENAI_BASE_URL: upstream.url }, sandbox }))
}

describe("OpenAI's SDK, asking for a response", () => {
  it('gets one that ran a program', async () => {
    await using upstream = await ScriptedUpstream.start(runs('print(2+2)'), says('It is 4.'))

    const response = await clientFor(upstream).responses.create({
      ...ask,
      include: ['code_interpreter_call.outputs'],
    })

    expect(response.output_text).toBe('It is 4.')
    expect(response.status).toBe('completed')
    expect(response.output).toMatchObject([
      {
        type: 'code_interpreter_call',
        id: expect.stringMatching(/^ci_/),
        status: 'completed',
        code: 'print(2+2)',
        container_id: expect.stringMatching(/^cntr_/),
        outputs: [{ type: 'logs', logs: '4\n' }],
      },
      {
        type: 'message',
        id: expect.stringMatching(/^msg_/),
        status: 'completed',
        content: [{ type: 'output_text', text: 'It is 4.', annotations: [] }],
      },
    ])
    expect(response.usage).toMatchObject({
      input_tokens: 20,
      output_tokens: 10,
      total_tokens: 30,
      input_tokens_details: { cached_tokens: 4 },
    })
  })

  it('adds a stream up to the response that it ends with', async () => {
    await using upstream = await ScriptedUpstream.start(
      runs('plot()'),
      says('Look: {"not": "JSON"}'),
    )
    const sandbox = new FakeSandbox(
      prints('4\n'),
      shows({ png: PIXEL, text: '<Figure>' }),
      writes('out.csv', 'a,b'),
      finishes(),
    )

    const stream = clientFor(upstream, sandbox).responses.stream({
      ...ask,
      include: ['code_interpreter_call.outputs'],
    })
    const events = await collect(stream)
    const final = await stream.finalResponse()

    const last = events.at(-1)
    const ended = last?.type === 'response.completed' ? last.response : null
    expect(final.output).toMatchObject(ended?.output ?? [])
    expect(final.id).toBe(ended?.id)
    expect(final.output_text).toMatch(
      /^Look: .*\n\n!\[figure-1\.png\]\(http\S+\)\n\n\[out\.csv\]\(http\S+\)$/,
    )
    expect(events.map(({ sequence_number }) => sequence_number)).toEqual(events.map((_, at) => at))
  })

  it('reads a stream that also has what programs print', async () => {
    await using upstream = await ScriptedUpstream.start(runs('go()'), says('Done.'))
    const sandbox = new FakeSandbox(prints('one\n'), prints('two\n'), finishes())
    // OpenAI's types know only what OpenAI includes.
    const include: ResponseIncludable[] = JSON.parse('["code_interpreter_call.stdout"]')

    const stream = clientFor(upstream, sandbox).responses.stream({ ...ask, include })
    const printed: unknown[] = []
    stream.on('response.code_interpreter_call.interpreting', (event) => {
      if ('stdout' in event) printed.push(event.stdout)
    })

    expect((await stream.finalResponse()).output_text).toBe('Done.')
    expect(printed).toEqual(['one\n', 'two\n'])
  })

  it('parses what had to be JSON', async () => {
    await using upstream = await ScriptedUpstream.start(runs('1'), says('{"value": 4}'))

    const response = await clientFor(upstream).responses.parse({
      ...ask,
      text: { format: zodTextFormat(z.object({ value: z.number() }), 'number') },
    })

    expect(response.output_parsed).toEqual({ value: 4 })
    expect(upstream.requests[0]?.body['response_format']).toMatchObject({
      type: 'json_schema',
      json_schema: { name: 'number', strict: true, schema: { type: 'object' } },
    })
  })

  it('is handed calls of its functions, and goes on with their results', async () => {
    await using upstream = await ScriptedUpstream.start(
      calls({ id: 'call_w', name: 'get_weather', arguments: '{"city":"Rome"}' }),
      says('It is sunny.'),
    )
    const client = clientFor(upstream)
    const tools = [...ask.tools, weather]
    const stream = client.responses.stream({ ...ask, tools })
    const first = await stream.finalResponse()
    expect(first.output).toMatchObject([
      {
        type: 'function_call',
        call_id: 'call_w',
        name: 'get_weather',
        arguments: '{"city":"Rome"}',
      },
    ])

    const second = await client.responses.create({
      ...ask,
      tools,
      input: [
        { role: 'user', content: 'How is the weather in Rome?' },
        ...first.output.flatMap((item) => (item.type === 'function_call' ? [item] : [])),
        { type: 'function_call_output', call_id: 'call_w', output: 'sunny' },
      ],
    })

    expect(second.output_text).toBe('It is sunny.')
    expect(upstream.messages(-1)).toEqual([
      { role: 'user', content: 'How is the weather in Rome?' },
      {
        role: 'assistant',
        content: null,
        tool_calls: [
          {
            id: 'call_w',
            type: 'function',
            function: { name: 'get_weather', arguments: '{"city":"Rome"}' },
          },
        ],
      },
      { role: 'tool', tool_call_id: 'call_w', content: 'sunny' },
    ])
  })
})
