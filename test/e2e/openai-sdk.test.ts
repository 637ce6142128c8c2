import { addExecutedTools, type ExecutedTool } from 'open-code-interpreter/openai'
import { APIError, AuthenticationError, BadRequestError, RateLimitError } from 'openai'
import type { ChatCompletionTool } from 'openai/resources/chat/completions'
import { describe, expect, it } from 'vitest'
import { collect } from '../support/collect.ts'
import { FakeSandbox, finishes, PIXEL, prints, shows } from '../support/fake-sandbox.ts'
import {
  calls,
  choiceChunk,
  refuses,
  runs,
  says,
  ScriptedUpstream,
  sends,
} from '../support/scripted-upstream.ts'
import { clientOf, testApp } from '../support/test-app.ts'

// The SDK's types know OpenAI's tools only; the wire takes ours.
const interpreter: ChatCompletionTool = JSON.parse('{"type":"code_interpreter"}')
const ask = {
  model: 'some-model',
  messages: [{ role: 'user' as const, content: 'What is 2 + 2?' }],
  tools: [interpreter],
}

function clientFor(
  upstream: ScriptedUpstream,
  sandbox = new FakeSandbox(prints('4\n'), finishes()),
) {
  return clientOf(testApp({ env: { OPENAI_BASE_URL: upstream.url }, sandbox }))
}

describe('the OpenAI SDK', () => {
  it('gets an answer that used the sandbox', async () => {
    await using upstream = await ScriptedUpstream.start(runs('print(2+2)'), says('It is 4.'))

    const completion = await clientFor(upstream).chat.completions.create(ask)

    expect(completion.choices[0]?.message).toMatchObject({
      role: 'assistant',
      content: 'It is 4.',
      executed_tools: [
        {
          index: 0,
          type: 'code_interpreter',
          name: 'code_interpreter',
          arguments: '{"code":"print(2+2)"}',
          output: expect.stringContaining('"stdout":"4\\n"'),
          execution: { stdout: '4\n', stderr: '', results: [], error: null },
        },
      ],
    })
    expect(completion.choices[0]?.finish_reason).toBe('stop')
    expect(completion.model).toBe('scripted-model-1')
    expect(completion.usage).toMatchObject({
      total_tokens: 30,
      prompt_tokens_details: { cached_tokens: 4 },
    })
  })

  it('gets a chart as a Markdown image and as bytes', async () => {
    await using upstream = await ScriptedUpstream.start(runs('plot()'), says('Here is the plot.'))
    const sandbox = new FakeSandbox(shows({ png: PIXEL, text: '<Figure>' }), finishes())

    const completion = await clientFor(upstream, sandbox).chat.completions.create(ask)

    const message = completion.choices[0]?.message
    expect(message?.content).toMatch(
      /^Here is the plot\.\n\n!\[figure-1\.png\]\(http:\/\/localhost\/v1\/files\/file-\w{24}\/content\?\S+\)$/,
    )
    expect(message).toMatchObject({
      executed_tools: [{ code_results: [{ png: PIXEL, text: '<Figure>' }] }],
    })
  })

  it('reads a stream to its final message', async () => {
    await using upstream = await ScriptedUpstream.start(runs('print(2+2)'), says('It is 4.'))

    const stream = clientFor(upstream).chat.completions.stream({
      ...ask,
      stream_options: { include_usage: true },
    })
    const executedTools: ExecutedTool[] = []
    stream.on('chunk', ({ choices }) => {
      addExecutedTools(executedTools, choices[0]?.delta.executed_tools)
    })

    expect(await stream.finalContent()).toBe('It is 4.')
    expect(await stream.totalUsage()).toMatchObject({ total_tokens: 30 })
    expect(await stream.finalMessage()).toMatchObject({
      executed_tools: [{ index: 0, execution: { stdout: '4\n' } }],
    })
    expect(executedTools).toMatchObject([
      { index: 0, arguments: '{"code":"print(2+2)"}', execution: { stdout: '4\n' } },
    ])
  })

  it('is handed the calls of its own functions, and may go on from there', async () => {
    await using upstream = await ScriptedUpstream.start(
      calls({ id: 'call_w', name: 'get_weather', arguments: '{"city":"Rome"}' }),
      says('It is sunny in Rome.'),
    )
    const answers: string[] = []
    const runner = clientFor(upstream).chat.completions.runTools({
      ...ask,
      tools: [
        {
          type: 'function',
          function: {
            name: 'get_weather',
            description: 'The weather in a city.',
            parameters: { type: 'object' },
            parse: JSON.parse,
            function: ({ city }: { city: string }) => {
              answers.push(city)
              return 'sunny'
            },
          },
        },
      ],
    })

    expect(await runner.finalContent()).toBe('It is sunny in Rome.')
    expect(answers).toEqual(['Rome'])
  })

  it('sees a wrong key as an authentication error', async () => {
    const app = testApp({ env: { AUTH: 'keys', API_KEYS: 'a'.repeat(64) } })

    await expect(clientOf(app, 'wrong').chat.completions.create(ask)).rejects.toBeInstanceOf(
      AuthenticationError,
    )
  })

  it('is told which parameter was wrong', async () => {
    const wrong = { ...ask, tools: [{ ...interpreter, timeout_ms: 'soon' }] }

    const failure = clientOf(testApp()).chat.completions.create(wrong)

    await expect(failure).rejects.toBeInstanceOf(BadRequestError)
    await expect(failure).rejects.toMatchObject({ param: 'tools[0].timeout_ms' })
  })

  it("sees the upstream's refusal as it was", async () => {
    const refusal = refuses(
      429,
      { message: 'Slow down.', type: 'tokens', code: 'rate_limit_exceeded' },
      { 'retry-after': '0' },
    )
    await using upstream = await ScriptedUpstream.start(refusal, refusal, refusal)

    const failure = clientFor(upstream).chat.completions.create(ask)

    await expect(failure).rejects.toBeInstanceOf(RateLimitError)
    await expect(failure).rejects.toMatchObject({
      message: '429 Slow down.',
      type: 'tokens',
      code: 'rate_limit_exceeded',
    })
  })

  it('sees a failure in the middle of a stream', async () => {
    await using upstream = await ScriptedUpstream.start(
      sends([choiceChunk({ content: 'Fo' }, null)], 'dies'),
    )

    const stream = await clientFor(upstream).chat.completions.create({ ...ask, stream: true })

    await expect(collect(stream)).rejects.toBeInstanceOf(APIError)
  })

  it('uploads a file, finds it, reads it and deletes it', async () => {
    const client = clientOf(testApp())
    const file = new File(['a,b\n1,2\n'], 'numbers.csv')

    const uploaded = await client.files.create({ file, purpose: 'user_data' })
    const listed = await collect(await client.files.list())
    const content = await client.files.content(uploaded.id)

    expect(uploaded).toMatchObject({ object: 'file', filename: 'numbers.csv', bytes: 8 })
    expect(await client.files.retrieve(uploaded.id)).toEqual(uploaded)
    expect(listed).toEqual([uploaded])
    expect(await content.text()).toBe('a,b\n1,2\n')
    expect(await client.files.delete(uploaded.id)).toMatchObject({ deleted: true })
    await expect(client.files.retrieve(uploaded.id)).rejects.toMatchObject({ status: 404 })
  })

  it('lists the models and retrieves one', async () => {
    const client = clientOf(testApp())

    expect(await collect(await client.models.list())).toMatchObject([{ id: 'demo' }])
    expect(await client.models.retrieve('demo')).toMatchObject({ id: 'demo', object: 'model' })
  })
})
