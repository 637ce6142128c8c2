import { describe, expect, it } from 'vitest'
import { ask, chat, interpreter, weather } from '../support/chat-request.ts'
import { calls, says, ScriptedUpstream } from '../support/scripted-upstream.ts'

describe("the client's own tools", () => {
  it('are handed back when the model calls them', async () => {
    await using upstream = await ScriptedUpstream.start(
      calls({ id: 'call_w', name: 'get_weather', arguments: '{"city":"Rome"}' }),
    )

    const { choice } = await chat(upstream, { ...ask, tools: [interpreter, weather] })

    expect(choice?.finish_reason).toBe('tool_calls')
    expect(choice?.message['tool_calls']).toEqual([
      {
        id: 'call_w',
        type: 'function',
        function: { name: 'get_weather', arguments: '{"city":"Rome"}' },
      },
    ])
  })

  it('are handed back after ours of the same turn have run', async () => {
    await using upstream = await ScriptedUpstream.start(
      calls(
        { id: 'call_w', name: 'get_weather', arguments: '{}' },
        { id: 'call_p', name: 'code_interpreter', arguments: '{"code":"2+2"}' },
      ),
    )

    const { choice } = await chat(upstream, { ...ask, tools: [interpreter, weather] })

    expect(choice?.message['tool_calls']).toMatchObject([{ id: 'call_w' }])
    expect(choice?.message.executed_tools).toMatchObject([{ name: 'code_interpreter' }])
  })

  it('go on with an unbroken transcript that has what ours had found', async () => {
    await using upstream = await ScriptedUpstream.start(
      calls(
        { id: 'call_w', name: 'get_weather', arguments: '{}' },
        { id: 'call_p', name: 'code_interpreter', arguments: '{"code":"2+2"}' },
      ),
      says('Sunny, and 4.'),
    )
    const request = { ...ask, tools: [interpreter, weather] }
    const { choice } = await chat(upstream, request)

    await chat(upstream, {
      ...request,
      messages: [
        ...request.messages,
        choice?.message,
        { role: 'tool', tool_call_id: 'call_w', content: 'sunny' },
      ],
    })

    expect(upstream.messages(1)).toMatchObject([
      { role: 'user' },
      { role: 'assistant', tool_calls: [{ function: { name: 'code_interpreter' } }] },
      { role: 'tool', content: expect.stringContaining('4\\n') },
      { role: 'assistant', tool_calls: [{ id: 'call_w' }] },
      { role: 'tool', tool_call_id: 'call_w', content: 'sunny' },
    ])
    expect(JSON.stringify(upstream.messages(1))).not.toContain('executed_tools')
  })
})
