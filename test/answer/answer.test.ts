import { describe, expect, it } from 'vitest'
import { ask, chat, interpreter, weather } from '../support/chat-request.ts'
import { FakeSandbox, finishes, prints, raises } from '../support/fake-sandbox.ts'
import {
  calls,
  choiceChunk,
  runs,
  says,
  ScriptedUpstream,
  sends,
} from '../support/scripted-upstream.ts'

describe('the rounds', () => {
  it('give the result of a tool back to the model', async () => {
    await using upstream = await ScriptedUpstream.start(runs('print(2+2)', 'call_7'), says('Four.'))

    await chat(upstream, ask)

    expect(upstream.messages(1)).toMatchObject([
      { role: 'user', content: 'What is 2 + 2?' },
      { role: 'assistant', tool_calls: [{ id: 'call_7', type: 'function' }] },
      { role: 'tool', tool_call_id: 'call_7', content: expect.stringContaining('4\\n') },
    ])
  })

  it('let the model read an error and try again', async () => {
    await using upstream = await ScriptedUpstream.start(runs('1/0'), runs('1/1'), says('One.'))
    const sandbox = new FakeSandbox(raises('ZeroDivisionError', 'division by zero'))

    const { choice } = await chat(upstream, ask, { sandbox })

    expect(upstream.messages(1).at(-1)?.content).toContain('ZeroDivisionError: division by zero')
    expect(choice?.message.executed_tools).toMatchObject([{ index: 0 }, { index: 1 }])
    expect(choice?.message.content).toBe('One.')
  })

  it('run several calls of one turn in their order', async () => {
    const code = (text: string) => JSON.stringify({ code: text })
    await using upstream = await ScriptedUpstream.start(
      calls(
        { id: 'call_a', name: 'code_interpreter', arguments: code('first') },
        { id: 'call_b', name: 'code_interpreter', arguments: code('second') },
      ),
      says('Done.'),
    )
    const sandbox = new FakeSandbox(finishes())

    await chat(upstream, ask, { sandbox })

    expect(sandbox.executions.map((execution) => execution.code)).toEqual(['first', 'second'])
    expect(upstream.messages(1).slice(2)).toMatchObject([
      { role: 'tool', tool_call_id: 'call_a' },
      { role: 'tool', tool_call_id: 'call_b' },
    ])
  })

  it('tell the model when its arguments are wrong', async () => {
    await using upstream = await ScriptedUpstream.start(
      calls({ id: 'call_1', name: 'code_interpreter', arguments: '{"city":"Paris"}' }),
      says('Sorry.'),
    )
    const sandbox = new FakeSandbox(finishes())

    await chat(upstream, ask, { sandbox })

    expect(upstream.messages(1).at(-1)?.content).toContain('invalid_arguments')
    expect(sandbox.executions).toEqual([])
  })

  it('tell the model when it calls a tool that there is not', async () => {
    await using upstream = await ScriptedUpstream.start(
      calls({ id: 'call_1', name: 'browser', arguments: '{}' }),
      says('Sorry.'),
    )

    const { choice } = await chat(upstream, ask)

    expect(upstream.messages(1).at(-1)).toMatchObject({
      role: 'tool',
      tool_call_id: 'call_1',
      content: expect.stringContaining('There is no tool'),
    })
    expect(choice?.message.content).toBe('Sorry.')
  })

  it('end with an answer without tools when they are used up', async () => {
    await using upstream = await ScriptedUpstream.start(runs('1'), runs('2'), says('Enough.'))

    const { choice } = await chat(upstream, ask, { env: { MAX_TOOL_ROUNDS: '2' } })

    expect(upstream.requests.map(({ body }) => body['tool_choice'])).toEqual([
      undefined,
      undefined,
      'none',
    ])
    // A history with calls needs their declarations.
    expect(upstream.requests.map(({ body }) => body.tools?.length)).toEqual([1, 1, 1])
    expect(choice).toMatchObject({ finish_reason: 'stop', message: { content: 'Enough.' } })
  })

  it('end with words when the model calls tools that it no longer has', async () => {
    await using upstream = await ScriptedUpstream.start(runs('1'), runs('2'))

    const { choice } = await chat(upstream, ask, { env: { MAX_TOOL_ROUNDS: '1' } })

    expect(choice?.finish_reason).toBe('stop')
    expect(choice?.message.content).toMatch(/not complete after 1 rounds/)
  })

  it('add up usage, in all its details', async () => {
    await using upstream = await ScriptedUpstream.start(runs('1'), runs('2'), says('Done.'))

    const { body } = await chat(upstream, ask)

    expect(body.usage).toEqual({
      prompt_tokens: 30,
      completion_tokens: 15,
      total_tokens: 45,
      prompt_tokens_details: { cached_tokens: 6 },
    })
  })

  it('put what is said before and after a tool into paragraphs', async () => {
    const call = { index: 0, id: 'call_1', type: 'function' }
    const run = { ...call, function: { name: 'code_interpreter', arguments: '{"code":"1"}' } }
    await using upstream = await ScriptedUpstream.start(
      sends([
        choiceChunk({ content: 'Let me see.' }, null),
        choiceChunk({ tool_calls: [run] }, 'tool_calls'),
        '[DONE]',
      ]),
      says('It is 1.'),
    )

    const { choice } = await chat(upstream, ask)

    expect(choice?.message.content).toBe('Let me see.\n\nIt is 1.')
  })

  it('leave no tool more time than the request has', async () => {
    await using upstream = await ScriptedUpstream.start(runs('forever()'), says('I gave up.'))
    const sandbox = new FakeSandbox(prints('so far\n'), 'waits')

    const { choice } = await chat(upstream, ask, { sandbox, env: { MAX_REQUEST_MS: '1000' } })

    expect(choice?.message.content).toBe('I gave up.')
    expect(upstream.messages(1).at(-1)?.content).toContain('so far')
    expect(upstream.requests[1]?.body['tool_choice']).toBe('none')
  })
})

describe('what goes to the upstream', () => {
  it('has every parameter of the client', async () => {
    await using upstream = await ScriptedUpstream.start(says('Hello.'))
    const parameters = {
      temperature: 0.2,
      response_format: { type: 'json_object' },
      parallel_tool_calls: false,
      reasoning_effort: 'low',
      something_new: { a: [1] },
    }

    await chat(upstream, { ...ask, ...parameters })

    expect(upstream.requests[0]?.body).toMatchObject({ model: 'some-model', ...parameters })
  })

  it('leaves messages of all roles and parts as they are', async () => {
    await using upstream = await ScriptedUpstream.start(says('Hello.'))
    const messages = [
      { role: 'developer', content: 'Be brief.' },
      { role: 'system', content: [{ type: 'text', text: 'Be kind.' }] },
      {
        role: 'user',
        name: 'ada',
        content: [
          { type: 'text', text: 'What is it?' },
          { type: 'image_url', image_url: { url: 'https://example.com/a.png', detail: 'low' } },
        ],
      },
    ]

    await chat(upstream, { ...ask, messages })

    expect(upstream.messages(0)).toEqual(messages)
  })

  it('declares the interpreter as a function', async () => {
    await using upstream = await ScriptedUpstream.start(says('Hello.'))

    await chat(upstream, { ...ask, tools: [weather, interpreter] })

    expect(upstream.requests[0]?.body.tools).toMatchObject([
      weather,
      {
        type: 'function',
        function: {
          name: 'code_interpreter',
          parameters: {
            type: 'object',
            properties: { code: { type: 'string' } },
            required: ['code'],
          },
        },
      },
    ])
  })

  it('has what a service of its own kind has said in an earlier round', async () => {
    const run = {
      index: 0,
      id: 'call_1',
      extra_content: { signature: 'abc' },
      function: { name: 'code_interpreter', arguments: '{"code":"1"}' },
    }
    await using upstream = await ScriptedUpstream.start(
      sends([
        choiceChunk({ reasoning_content: 'Hm, ' }, null),
        choiceChunk({ reasoning_content: 'well.' }, null),
        choiceChunk({ tool_calls: [run] }, 'tool_calls'),
      ]),
      says('It is 1.'),
    )

    const { choice } = await chat(upstream, ask)

    expect(upstream.messages(1)[1]).toMatchObject({
      reasoning_content: 'Hm, well.',
      tool_calls: [{ id: 'call_1', extra_content: { signature: 'abc' } }],
    })
    expect(choice?.message['reasoning_content']).toBe('Hm, well.')
  })
})
