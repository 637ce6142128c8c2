import { describe, expect, it } from 'vitest'
import { ask, chat, interpreter } from '../../support/chat-request.ts'
import { callsIn, name, named, programsOf, two } from '../../support/dialects.ts'
import {
  choiceChunk,
  says,
  ScriptedUpstream,
  sends,
  turn,
} from '../../support/scripted-upstream.ts'

describe('the second turn of a chat', () => {
  const earlier = { role: 'assistant', content: 'It is 4.', annotations: [], refusal: null }

  it.for([{ tools: [interpreter] }, { tools: undefined }])(
    'tells nothing that only this server says',
    async ({ tools }) => {
      await using upstream = await ScriptedUpstream.start(says('8'))

      await chat(upstream, { ...ask, tools, messages: [...ask.messages, earlier] })

      expect(upstream.messages(0)[1]).toEqual({ role: 'assistant', content: 'It is 4.' })
    },
  )

  it('gives back what the service has given with a call', async () => {
    const extra_content = { google: { thought_signature: 'abc' } }
    await using upstream = await ScriptedUpstream.start(
      sends([
        choiceChunk({ reasoning_content: 'First…' }, null),
        choiceChunk({ tool_calls: [{ index: 0, ...named(name, two), extra_content }] }, 'stop'),
      ]),
      sends([
        choiceChunk({ reasoning_content: 'Then…' }, null),
        choiceChunk({ tool_calls: [{ index: 0, ...named(name, two) }] }, 'stop'),
      ]),
      says('It is 4.'),
      says('8'),
    )
    const first = await chat(upstream, ask)

    await chat(upstream, { ...ask, messages: [...ask.messages, first.choice?.message] })

    const told = upstream.messages(-1)
    expect(told.slice(1, 5)).toMatchObject([
      {
        role: 'assistant',
        content: null,
        reasoning_content: 'First…',
        tool_calls: [{ extra_content }],
      },
      { role: 'tool' },
      { role: 'assistant', content: null, reasoning_content: 'Then…' },
      { role: 'tool' },
    ])
    // Ids that Mistral takes too.
    expect(callsIn(told[1])[0]?.id).toMatch(/^[a-z0-9]{9}$/)
    expect(told[5]).toMatchObject({ role: 'assistant', content: 'It is 4.' })
  })

  it('has no empty text beside calls', async () => {
    const { history } = await programsOf(
      turn({
        deltas: [{ tool_calls: [{ index: 0, id: 'a', ...named(name, two) }] }],
        message: {},
        finishReason: 'tool_calls',
      }),
    )

    expect(history[1]?.content).toBeNull()
  })
})
