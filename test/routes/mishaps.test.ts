import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { addExecutedTools, type ExecutedTool } from '../../client/openai.mjs'
import { appFor, ask, chat, stream } from '../support/chat-request.ts'
import { FakeSandbox, finishes, PIXEL, prints, shows, warns } from '../support/fake-sandbox.ts'
import { chunksOf, eventsOf } from '../support/read-events.ts'
import {
  calls,
  choiceChunk,
  repliesJson,
  repliesText,
  runs,
  says,
  ScriptedUpstream,
  sends,
} from '../support/scripted-upstream.ts'
import { post, testApp } from '../support/test-app.ts'

// What the contract says of everything that does not go as it should, over HTTP.

const half = choiceChunk({ content: 'Half' }, null)

const failures = [
  {
    failure: 'dies in mid-answer',
    answer: () => sends([half], 'dies'),
    code: 'upstream_broke_off',
  },
  { failure: 'ends too soon', answer: () => sends([half]), code: 'upstream_broke_off' },
  {
    failure: 'says what is no JSON',
    answer: () => sends(['{"choices": [', '[DONE]']),
    code: 'upstream_unreadable',
  },
  {
    failure: 'says what is no chunk',
    answer: () => sends([{ choices: 'none' }, '[DONE]']),
    code: 'upstream_unreadable',
  },
]

describe('an upstream that fails after a tool has run', () => {
  it.for(failures)('is a 502 when it $failure', async ({ answer, code }) => {
    await using upstream = await ScriptedUpstream.start(runs('1'), answer())

    const { status, body } = await chat(upstream, ask)

    expect(status).toBe(502)
    expect(body).toMatchObject({ error: { code, type: 'server_error' } })
  })

  it.for(failures)('is an event of the stream when it $failure', async ({ answer, code }) => {
    await using upstream = await ScriptedUpstream.start(runs('1'), answer())

    const events = await eventsOf(await stream(upstream, ask))

    expect(events.join('\n')).toContain('"stdout":"4\\n"')
    expect(JSON.parse(events.at(-2) ?? '')).toMatchObject({ error: { code, param: null } })
    expect(events.at(-1)).toBe('[DONE]')
  })
})

describe('what the model does wrong', () => {
  it.for([
    { fault: 'no JSON', args: '{"code": "print(' },
    { fault: 'no code', args: '{}' },
    { fault: 'code that is no text', args: '{"code": 7}' },
    { fault: 'nothing', args: '' },
  ])('is told to it, and the client sees it: $fault', async ({ args }) => {
    await using upstream = await ScriptedUpstream.start(
      calls({ id: 'call_1', name: 'code_interpreter', arguments: args }),
      says('Sorry.'),
    )

    const { status, choice } = await chat(upstream, ask)

    expect(status).toBe(200)
    expect(choice?.message).toMatchObject({
      content: 'Sorry.',
      executed_tools: [{ arguments: args, output: expect.stringContaining('invalid_arguments') }],
    })
  })

  it('is told to it in a stream too, and a tool that there is not is no executed tool', async () => {
    await using upstream = await ScriptedUpstream.start(
      calls({ id: 'call_1', name: 'teleport', arguments: '{}' }),
      says('Sorry.'),
    )

    const chunks = await chunksOf(await stream(upstream, ask))

    expect(chunks.some(({ choices }) => choices[0]?.delta.executed_tools)).toBe(false)
    expect(chunks.at(-1)).toMatchObject({ choices: [{ finish_reason: 'stop' }] })
    expect(upstream.messages(1).at(-1)).toMatchObject({
      role: 'tool',
      tool_call_id: 'call_1',
      content: expect.stringContaining('unknown_tool'),
    })
  })
})

describe('a client that goes away', () => {
  it('stops the program of a request that does not stream', async () => {
    const sandbox = new FakeSandbox(prints('so far\n'), 'waits')
    const gone = new AbortController()
    const asked = post(
      testApp({ sandbox }),
      '/v1/executions',
      { code: '1' },
      { signal: gone.signal },
    )
    await vi.waitFor(() => expect(sandbox.signals).toHaveLength(1))

    gone.abort()
    await asked

    expect(sandbox.signals[0]?.aborted).toBe(true)
  })

  it('stops the program of a chat that does not stream, and asks the model no more', async () => {
    await using upstream = await ScriptedUpstream.start(runs('forever()'), says('Never.'))
    const sandbox = new FakeSandbox('waits')
    const gone = new AbortController()
    const app = appFor(upstream, { sandbox })
    const asked = post(app, '/v1/chat/completions', ask, { signal: gone.signal })
    await vi.waitFor(() => expect(sandbox.signals).toHaveLength(1))

    gone.abort()
    await asked

    expect(sandbox.signals[0]?.aborted).toBe(true)
    expect(upstream.requests).toHaveLength(1)
  })
})

it('a stream gives a sign of life while a program runs silently', async () => {
  const app = testApp({ sandbox: new FakeSandbox('waits') })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const question = [{ role: 'user', content: 'Plot a sine wave.' }]
  const response = await post(app, '/v1/chat/completions', {
    ...ask,
    messages: question,
    stream: true,
  })
  const pieces = piecesOf(response)

  await pieces.next('executed_tools')
  const silence = pieces.next('')
  await vi.advanceTimersByTimeAsync(10_000)

  expect(await silence).toMatch(/^: /)
  await pieces.cancel()
})

describe('JSON of a model service that nests too deep, or has too many values', () => {
  const extras = [
    { name: 'deep', extra: `${'['.repeat(50_000)}${']'.repeat(50_000)}` },
    { name: 'wide', extra: `[${'{},'.repeat(300_000)}1]` },
  ]
  const { tools: _, ...plain } = ask

  it.each(
    extras.flatMap(({ name, extra }) =>
      [ask, plain].map((request) => ({ name, extra, request, hasTools: request === ask })),
    ),
  )('is told as an answer that cannot be read: $name, tools $hasTools', async (given) => {
    const { extra, request } = given
    const answer = `{"choices": [{"message": {"content": "Hello."}, "extra": ${extra}}]}`
    await using upstream = await ScriptedUpstream.start(repliesText(answer))

    const { status, body } = await chat(upstream, request)

    expect(status).toBe(502)
    expect(body.error?.code).toBe('upstream_unreadable')
  })

  it('is told to the model where it is in the arguments of a call', async () => {
    const deep = `{"code": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`
    await using upstream = await ScriptedUpstream.start(
      calls({ id: 'call_1', name: 'code_interpreter', arguments: deep }),
      says('Sorry.'),
    )

    const { status, choice } = await chat(upstream, ask)

    expect(status).toBe(200)
    expect(choice?.message.content).toBe('Sorry.')
  })
})

function piecesOf(response: Response) {
  const reader = response.body?.getReader()
  return {
    /** The next piece that has this in it. */
    async next(text: string): Promise<string> {
      for (;;) {
        const piece = new TextDecoder().decode((await reader?.read())?.value)
        if (piece.includes(text)) return piece
      }
    },
    cancel: () => reader?.cancel(),
  }
}

it('the entries of a stream add up to those of the whole answer', async () => {
  const script = () => ScriptedUpstream.start(runs('a()'), runs('b()', 'call_2'), says('Done.'))
  const sandbox = () =>
    new FakeSandbox(prints('1\n'), warns('2\n'), shows({ png: PIXEL }), finishes())
  await using one = await script()
  await using other = await script()

  const whole = await chat(one, ask, { sandbox: sandbox() })
  const chunks = await chunksOf(await stream(other, ask, { sandbox: sandbox() }))

  const tools = chunks.reduce(
    (sum, { choices }) => addExecutedTools(sum, choices[0]?.delta.executed_tools),
    new Array<ExecutedTool>(),
  )
  const stripped = (entries: unknown) => JSON.parse(withoutFiles(JSON.stringify(entries)))
  expect(stripped(tools)).toMatchObject(stripped(whole.choice?.message.executed_tools))
})

/** Ids and signatures differ from request to request. */
function withoutFiles(text: string): string {
  return text
    .replaceAll(/file-[0-9a-z]{24}/g, 'file-id')
    .replaceAll(/(expires=)\d+(&signature=)\w+/g, '$1$2')
}

describe("the client's legacy functions", () => {
  it('go to the upstream as they are when no tool of ours is asked for', async () => {
    await using upstream = await ScriptedUpstream.start(repliesJson({ choices: [] }))
    const { tools: _, ...plain } = ask

    await chat(upstream, { ...plain, functions: [{ name: 'f' }], function_call: 'auto' })

    expect(upstream.requests[0]?.body).toMatchObject({ functions: [{ name: 'f' }] })
  })
})
