import { expect, it } from 'vitest'
import { ask, chat } from '../../support/chat-request.ts'
import { says, ScriptedUpstream } from '../../support/scripted-upstream.ts'

const earlier = {
  role: 'assistant',
  content: 'It is 4.',
  executed_tools: [
    {
      index: 0,
      type: 'code_interpreter',
      name: 'code_interpreter',
      arguments: '{"code":"print(2+2)"}',
      output: '{"stdout":"4\\n"}',
      code_results: [{ png: 'bytes' }],
      execution: { stdout: '4\n' },
    },
  ],
}
const messages = [...ask.messages, earlier, { role: 'user', content: 'And doubled?' }]

it('a model is reminded of what it has run before', async () => {
  await using upstream = await ScriptedUpstream.start(says('8'))

  await chat(upstream, { ...ask, messages })

  const call = { name: 'code_interpreter', arguments: '{"code":"print(2+2)"}' }
  expect(upstream.messages(0)).toEqual([
    { role: 'user', content: 'What is 2 + 2?' },
    {
      role: 'assistant',
      content: null,
      tool_calls: [{ id: 'c00010000', type: 'function', function: call }],
    },
    { role: 'tool', tool_call_id: 'c00010000', content: '{"stdout":"4\\n"}' },
    { role: 'assistant', content: 'It is 4.' },
    { role: 'user', content: 'And doubled?' },
  ])
})

it('a request without the tool loses only the field', async () => {
  await using upstream = await ScriptedUpstream.start(says('8'))

  await chat(upstream, { ...ask, tools: undefined, messages })

  expect(upstream.messages(0)[1]).toEqual({ role: 'assistant', content: 'It is 4.' })
})

it('a model is not reminded of a tool that it no longer has', async () => {
  await using upstream = await ScriptedUpstream.start(says('8'))
  const entry = { name: 'web_search', arguments: '{}', output: 'found' }
  const searched = { role: 'assistant', content: 'Found.', executed_tools: [entry] }

  await chat(upstream, { ...ask, messages: [...ask.messages, searched] })

  expect(upstream.messages(0)[1]).toEqual({ role: 'assistant', content: 'Found.' })
})

it('a field that is not as we write it is dropped', async () => {
  await using upstream = await ScriptedUpstream.start(says('8'))
  const strange = { role: 'assistant', content: 'Hm.', executed_tools: [{ type: 'x' }, 7] }

  const { status } = await chat(upstream, { ...ask, messages: [strange, ...ask.messages] })

  expect(status).toBe(200)
  expect(upstream.messages(0)[0]).toEqual({ role: 'assistant', content: 'Hm.' })
})
