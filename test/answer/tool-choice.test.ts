import { describe, expect, it } from 'vitest'
import { ask, chat, interpreter, weather } from '../support/chat-request.ts'
import { runs, says, ScriptedUpstream } from '../support/scripted-upstream.ts'

describe('tool_choice', () => {
  const choices = [
    { asked: 'auto', first: 'auto', second: 'auto' },
    { asked: 'required', first: 'required', second: 'auto' },
    {
      asked: { type: 'code_interpreter' },
      first: { type: 'function', function: { name: 'code_interpreter' } },
      second: 'auto',
    },
    {
      asked: { type: 'function', function: { name: 'get_weather' } },
      first: { type: 'function', function: { name: 'get_weather' } },
      second: 'auto',
    },
    {
      asked: {
        type: 'allowed_tools',
        allowed_tools: { mode: 'required', tools: [{ type: 'code_interpreter' }] },
      },
      first: {
        type: 'allowed_tools',
        allowed_tools: {
          mode: 'required',
          tools: [{ type: 'function', function: { name: 'code_interpreter' } }],
        },
      },
      second: {
        type: 'allowed_tools',
        allowed_tools: {
          mode: 'auto',
          tools: [{ type: 'function', function: { name: 'code_interpreter' } }],
        },
      },
    },
  ]

  it.for(choices)(
    '$asked forces a tool in the first round only',
    async ({ asked, first, second }) => {
      await using upstream = await ScriptedUpstream.start(runs('1'), says('Done.'))

      await chat(upstream, { ...ask, tools: [interpreter, weather], tool_choice: asked })

      expect(upstream.requests.map(({ body }) => body['tool_choice'])).toEqual([first, second])
    },
  )

  it('none reaches the upstream', async () => {
    await using upstream = await ScriptedUpstream.start(says('Done.'))

    await chat(upstream, { ...ask, tool_choice: 'none' })

    expect(upstream.requests[0]?.body['tool_choice']).toBe('none')
  })

  it('is left out when the client leaves it out', async () => {
    await using upstream = await ScriptedUpstream.start(says('Done.'))

    await chat(upstream, ask)

    expect(upstream.requests[0]?.body).not.toHaveProperty('tool_choice')
  })
})
