import { describe, expect, it } from 'vitest'
import { ask, chat } from '../../support/chat-request.ts'
import { name, named } from '../../support/dialects.ts'
import {
  atOnce,
  choiceChunk,
  refuses,
  repliesJson,
  runs,
  says,
  ScriptedUpstream,
  sendsText,
  turn,
} from '../../support/scripted-upstream.ts'

describe('an answer', () => {
  const cut = named(name, '{"code": "print(')

  it('that is cut in a call ends there', async () => {
    for (const answer of [
      turn({
        deltas: [{ content: 'Hm.' }, { tool_calls: [{ index: 0, id: 'a', ...cut }] }],
        message: {},
        finishReason: 'length',
      }),
      atOnce({
        message: { content: 'Hm.', tool_calls: [{ id: 'a', ...cut }] },
        finishReason: 'length',
      }),
    ]) {
      await using upstream = await ScriptedUpstream.start(answer)

      const { choice } = await chat(upstream, ask)

      expect(choice).toMatchObject({ finish_reason: 'length', message: { content: 'Hm.' } })
      expect(choice?.message).not.toHaveProperty('tool_calls')
      expect(upstream.requests).toHaveLength(1)
    }
  })

  it('needs no reason for its end', async () => {
    const whole = { message: { content: 'Four.' }, finishReason: null }
    for (const answer of [turn({ ...whole, deltas: [{ content: 'Four.' }] }), atOnce(whole)]) {
      await using upstream = await ScriptedUpstream.start(answer)

      const { choice } = await chat(upstream, ask)

      expect(choice).toMatchObject({ finish_reason: 'stop', message: { content: 'Four.' } })
    }
  })

  it('may have its thoughts among its parts', async () => {
    const parts = [
      { type: 'thinking', thinking: [{ type: 'text', text: 'Two and two…' }] },
      { type: 'text', text: 'Four.' },
    ]
    for (const answer of [
      turn({
        deltas: parts.map((part) => ({ content: [part] })),
        message: {},
        finishReason: 'stop',
      }),
      atOnce({ message: { content: parts }, finishReason: 'stop' }),
    ]) {
      await using upstream = await ScriptedUpstream.start(answer)

      const { choice } = await chat(upstream, ask)

      expect(choice?.message).toMatchObject({
        content: 'Four.',
        reasoning_content: 'Two and two…',
      })
    }
  })

  it('may be one part, and have a usage that is none', async () => {
    const content = { type: 'text', text: 'Four.' }
    for (const answer of [
      turn({ deltas: [{ content }], message: {}, finishReason: 'stop' }),
      repliesJson({ choices: [{ message: { content } }], usage: 'unknown' }),
    ]) {
      await using upstream = await ScriptedUpstream.start(answer)

      const { choice } = await chat(upstream, ask)

      expect(choice?.message.content).toBe('Four.')
    }
  })

  it('may be a stream under another type, with other line breaks', async () => {
    const chunk = JSON.stringify(choiceChunk({ content: 'Four.' }, 'stop'))
    for (const type of ['text/plain', 'application/json', 'application/x-ndjson']) {
      await using upstream = await ScriptedUpstream.start(
        sendsText(`: hello\r\n\r\nevent: message\r\ndata:${chunk}\r\n\r\ndata: [DONE]`, type),
      )

      const { choice } = await chat(upstream, ask)

      expect(choice?.message.content).toBe('Four.')
    }
  })

  it('may be JSON under the type of a stream', async () => {
    const body = { choices: [{ message: { content: 'Four.' } }] }
    await using upstream = await ScriptedUpstream.start(
      sendsText(JSON.stringify(body, null, 2), 'text/event-stream'),
    )

    const { choice } = await chat(upstream, ask)

    expect(choice?.message.content).toBe('Four.')
  })
})

describe('a refusal of a way of asking', () => {
  const rows = [
    { kind: 'usage in a stream, in words', refusal: refuses(400, 'Unknown: stream_options.') },
    {
      kind: "usage in a stream, in FastAPI's words",
      refusal: repliesJson(
        { detail: [{ loc: ['body', 'stream_options'], msg: 'Extra inputs are not permitted' }] },
        422,
      ),
    },
  ]

  it.for(rows)('is answered by asking without: $kind', async ({ refusal }) => {
    await using upstream = await ScriptedUpstream.start(refusal, says('Four.'))

    const { choice } = await chat(upstream, ask)

    expect(choice?.message.content).toBe('Four.')
    expect(upstream.requests[1]?.body.stream).toBe(true)
    expect(upstream.requests[1]?.body).not.toHaveProperty('stream_options')
  })

  it('is answered by asking at once, after it was asked without usage', async () => {
    await using upstream = await ScriptedUpstream.start(
      refuses(422, 'stream_options is not allowed.'),
      refuses(400, 'Streaming is not supported with tools.'),
      says('Four.'),
    )

    const { choice } = await chat(upstream, ask)

    expect(choice?.message.content).toBe('Four.')
    expect(upstream.requests.map(({ body }) => body.stream)).toEqual([true, true, undefined])
  })

  it('is an error when it is about something else', async () => {
    await using upstream = await ScriptedUpstream.start(refuses(400, 'An upstream error.'))

    expect((await chat(upstream, ask)).status).toBe(400)
    expect(upstream.requests).toHaveLength(1)
  })

  it('is answered without tools when those that are used up are refused', async () => {
    await using upstream = await ScriptedUpstream.start(
      runs('1'),
      refuses(400, { message: "Only 'auto' is allowed.", param: 'tool_choice' }),
      says('Enough.'),
    )

    const { choice } = await chat(upstream, ask, { env: { MAX_TOOL_ROUNDS: '1' } })

    expect(choice?.message.content).toBe('Enough.')
    expect(upstream.requests[2]?.body).not.toHaveProperty('tools')
    expect(upstream.requests[2]?.body).not.toHaveProperty('tool_choice')
  })
})
