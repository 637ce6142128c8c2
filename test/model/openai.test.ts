import { describe, expect, it } from 'vitest'
import type { ModelEvent, Prompt } from '../../src/model/model.ts'
import { openaiModel } from '../../src/model/openai.ts'
import { collect } from '../support/collect.ts'
import {
  choiceChunk,
  refuses,
  repliesJson,
  says,
  ScriptedUpstream,
  sends,
  turn,
} from '../support/scripted-upstream.ts'

const prompt: Prompt = {
  model: 'm',
  messages: [{ role: 'user', content: 'Hello.' }],
  tools: [],
  parameters: {},
}
const { signal } = new AbortController()

function modelOf(upstream: ScriptedUpstream, apiKey = 'sk-very-secret') {
  return openaiModel({ baseUrl: upstream.url, apiKey })
}

async function turnOf(upstream: ScriptedUpstream) {
  const events = await collect(modelOf(upstream).stream(prompt, signal))
  return lastTurn(events)
}

function lastTurn(events: ModelEvent[]) {
  const last = events.at(-1)
  return last?.type === 'turn' ? last.turn : undefined
}

function callChunk(...deltas: object[]) {
  return choiceChunk({ tool_calls: deltas }, null)
}

const stops = choiceChunk({}, 'tool_calls')

describe('a stream from a service', () => {
  it('says who answers, what is said, and what it comes to', async () => {
    await using upstream = await ScriptedUpstream.start(says('Hello there.'))

    const events = await collect(modelOf(upstream).stream(prompt, signal))

    expect(events).toMatchObject([
      { type: 'started', identity: { model: 'scripted-model-1', fingerprint: 'fp_1' } },
      { type: 'text', text: 'Hello ' },
      { type: 'text', text: 'there.' },
      {
        type: 'turn',
        turn: {
          message: { role: 'assistant', content: 'Hello there.' },
          toolCalls: [],
          finishReason: 'stop',
          usage: { total_tokens: 15 },
        },
      },
    ])
  })

  it('may be one JSON answer of a service that does not stream', async () => {
    const call = { id: 'call_1', type: 'function', function: { name: 'f', arguments: '{}' } }
    const message = { role: 'assistant', content: 'Well.', tool_calls: [call] }
    await using upstream = await ScriptedUpstream.start(
      repliesJson({
        model: 'slow',
        choices: [{ message, finish_reason: 'tool_calls' }],
        usage: { total_tokens: 3 },
      }),
    )

    expect(await turnOf(upstream)).toMatchObject({
      message: { content: 'Well.', tool_calls: [call] },
      toolCalls: [{ id: 'call_1', name: 'f', arguments: '{}' }],
      usage: { total_tokens: 3 },
    })
  })

  it('is asked for at once when the service does not stream this model', async () => {
    await using upstream = await ScriptedUpstream.start(
      refuses(400, { message: 'Verify your organization to stream.', param: 'stream' }),
      says('Hello.'),
    )

    const said = await turnOf(upstream)

    expect(said?.message.content).toBe('Hello.')
    expect(upstream.requests.map(({ body }) => body.stream)).toEqual([true, undefined])
    expect(upstream.requests[1]?.body).not.toHaveProperty('stream_options')
  })

  it('puts calls together that share an index but not an id', async () => {
    await using upstream = await ScriptedUpstream.start(
      sends([
        callChunk({ index: 0, id: 'a', function: { name: 'f', arguments: '1' } }),
        callChunk({ index: 0, id: 'b', function: { name: 'g', arguments: '2' } }),
        stops,
      ]),
    )

    expect((await turnOf(upstream))?.toolCalls).toMatchObject([
      { id: 'a', name: 'f', arguments: '1' },
      { id: 'b', name: 'g', arguments: '2' },
    ])
  })

  it('puts interleaved calls together by their index', async () => {
    await using upstream = await ScriptedUpstream.start(
      sends([
        callChunk(
          { index: 0, id: 'a', function: { name: 'f', arguments: '1' } },
          { index: 1, id: 'b', function: { name: 'g', arguments: '2' } },
        ),
        callChunk(
          { index: 0, function: { arguments: '1' } },
          { index: 1, function: { arguments: '2' } },
        ),
        stops,
      ]),
    )

    expect((await turnOf(upstream))?.toolCalls.map((call) => call.arguments)).toEqual(['11', '22'])
  })

  it('gives an id to a call that has none', async () => {
    await using upstream = await ScriptedUpstream.start(
      sends([callChunk({ function: { name: 'f', arguments: '{}' } }), stops]),
    )

    expect((await turnOf(upstream))?.toolCalls[0]?.id).toMatch(/^call_\w{32}$/)
  })

  it("reads a custom tool's call", async () => {
    await using upstream = await ScriptedUpstream.start(
      sends([
        callChunk({ index: 0, id: 'a', type: 'custom', custom: { name: 'sql', input: 'select' } }),
        callChunk({ index: 0, custom: { input: ' 1' } }),
        stops,
      ]),
    )

    const said = await turnOf(upstream)
    expect(said?.toolCalls[0]).toMatchObject({ id: 'a', name: 'sql', arguments: 'select 1' })
    expect(said?.message['tool_calls']).toEqual([
      { id: 'a', type: 'custom', custom: { name: 'sql', input: 'select 1' } },
    ])
  })

  it('keeps what a service says in fields of its own', async () => {
    await using upstream = await ScriptedUpstream.start(
      turn({
        deltas: [
          { refusal: 'I ' },
          { refusal: 'cannot.' },
          { details: [{ a: 1 }] },
          { details: [{ b: 2 }] },
        ],
        message: {},
        finishReason: 'stop',
      }),
    )

    expect((await turnOf(upstream))?.message).toEqual({
      role: 'assistant',
      content: '',
      refusal: 'I cannot.',
      details: [{ a: 1 }, { b: 2 }],
    })
  })
})

it("ends with the signal's reason", async () => {
  await using upstream = await ScriptedUpstream.start(says('Hello.'))
  const reason = new Error('enough')

  const answer = collect(modelOf(upstream).stream(prompt, AbortSignal.abort(reason)))

  await expect(answer).rejects.toBe(reason)
})
