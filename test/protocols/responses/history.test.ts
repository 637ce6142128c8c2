import { describe, expect, it } from 'vitest'
import { ask, respond } from '../../support/responses.ts'
import type { ToldMessage } from '../../support/scripted-upstream.ts'
import { says, ScriptedUpstream } from '../../support/scripted-upstream.ts'

/** What the model is told of these items. */
async function told(input: object[], request: object = {}): Promise<ToldMessage[]> {
  await using upstream = await ScriptedUpstream.start(says('Hello.'))
  const { body } = await respond(upstream, { ...ask, input, ...request })
  expect(body.error ?? null).toBeNull()
  return upstream.messages(0)
}

const user = { role: 'user', content: 'What is 2 + 2?' }
const call = (call_id: string) => ({
  type: 'function_call',
  call_id,
  name: 'f',
  arguments: '{}',
})
const result = (call_id: string, output: unknown) => ({
  type: 'function_call_output',
  call_id,
  output,
})
const wire = (id: string, name = 'f', args = '{}') => ({
  id,
  type: 'function',
  function: { name, arguments: args },
})

describe('items of a request', () => {
  it('are messages, in parts where they have pictures', async () => {
    const messages = await told([
      { role: 'developer', content: [{ type: 'input_text', text: 'Be brief.' }] },
      {
        type: 'message',
        role: 'user',
        content: [
          { type: 'input_text', text: 'What is this?' },
          { type: 'input_image', image_url: 'https://x.y/z.png', detail: 'low' },
        ],
      },
      {
        type: 'message',
        id: 'msg_1',
        role: 'assistant',
        status: 'completed',
        content: [{ type: 'output_text', text: 'A cat.', annotations: [] }],
      },
      { role: 'user', content: 'And that?' },
    ])

    expect(messages).toEqual([
      { role: 'system', content: 'Be brief.' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'What is this?' },
          { type: 'image_url', image_url: { url: 'https://x.y/z.png', detail: 'low' } },
        ],
      },
      { role: 'assistant', content: 'A cat.' },
      { role: 'user', content: 'And that?' },
    ])
  })

  it('are one message of the system where several begin', async () => {
    const input = [{ role: 'system', content: 'B.' }, { role: 'developer', content: 'C.' }, user]

    const messages = await told(input, { instructions: 'A.' })

    expect(messages).toEqual([{ role: 'system', content: 'A.\n\nB.\n\nC.' }, user])
  })

  it('are calls of one message, each with its result, in their order', async () => {
    const messages = await told([
      user,
      { role: 'assistant', content: 'Let me see.' },
      call('c1'),
      call('c2'),
      result('c2', 'two'),
      result('c1', 'one'),
    ])

    expect(messages).toEqual([
      user,
      { role: 'assistant', content: 'Let me see.', tool_calls: [wire('c1'), wire('c2')] },
      { role: 'tool', tool_call_id: 'c1', content: 'one' },
      { role: 'tool', tool_call_id: 'c2', content: 'two' },
    ])
  })

  it('are calls of several turns that have one id', async () => {
    const items = [user, call('c1'), result('c1', 'one'), call('c1'), result('c1', 'two')]

    const results = (await told(items)).filter(({ role }) => role === 'tool')

    expect(results.map(({ content }) => content)).toEqual(['one', 'two'])
  })

  it('are pictures that a tool gives, told by a user', async () => {
    const picture = { type: 'input_image', image_url: 'https://x.y/z.png' }
    const messages = await told([
      user,
      call('c1'),
      result('c1', [{ type: 'input_text', text: 'Here.' }, picture]),
    ])

    expect(messages.slice(2)).toEqual([
      { role: 'tool', tool_call_id: 'c1', content: 'Here.\nIt is shown in the next message.' },
      {
        role: 'user',
        content: [{ type: 'image_url', image_url: { url: 'https://x.y/z.png' } }],
      },
    ])
  })

  it('are programs, with what they printed', async () => {
    const messages = await told([
      user,
      {
        type: 'code_interpreter_call',
        id: 'ci_1',
        code: 'print(4)',
        container_id: 'cntr_1',
        status: 'completed',
        outputs: [
          { type: 'logs', logs: '4\n' },
          { type: 'image', url: 'https://x.y/z.png' },
        ],
      },
      { role: 'assistant', content: 'It is 4.' },
    ])

    expect(messages).toEqual([
      user,
      {
        role: 'assistant',
        content: null,
        tool_calls: [wire('c00000001', 'code_interpreter', '{"code":"print(4)"}')],
      },
      { role: 'tool', tool_call_id: 'c00000001', content: '{"output":"4\\n","images":1}' },
      { role: 'assistant', content: 'It is 4.' },
    ])
  })

  it.for([null, undefined])('are programs whose output is %s', async (outputs) => {
    const program = { type: 'code_interpreter_call', id: 'ci_1', code: '1', outputs }

    const messages = await told([user, program])

    expect(messages.at(-1)?.content).toBe('{"note":"The output was not kept."}')
  })

  it('are no programs where the model may run none', async () => {
    const program = { type: 'code_interpreter_call', id: 'ci_1', code: '1', outputs: [] }

    expect(await told([user, program], { tools: [] })).toEqual([user])
  })

  it('are thoughts that go back to the service that gave them, with the calls after them', async () => {
    await using upstream = await ScriptedUpstream.start(says('Hello.'))
    const sealed = Buffer.from('{"reasoning_content":"Hm."}').toString('base64')
    const thought = { type: 'reasoning', id: 'rs_1', summary: [], encrypted_content: sealed }
    const other = {
      type: 'reasoning',
      id: 'rs_2',
      summary: [],
      encrypted_content: 'gAAAA-of-others',
    }

    await respond(upstream, {
      ...ask,
      input: [user, thought, call('c1'), result('c1', 'one'), other, call('c2'), result('c2', '2')],
    })

    const [, first, , second] = upstream.messages(0)
    expect(first).toEqual({
      role: 'assistant',
      content: null,
      reasoning_content: 'Hm.',
      tool_calls: [wire('c1')],
    })
    expect(second).toEqual({ role: 'assistant', content: null, tool_calls: [wire('c2')] })
  })

  it('are calls of tools that take text', async () => {
    const custom = { type: 'custom_tool_call', call_id: 'c1', name: 'patch', input: 'a "b"' }
    const output = { type: 'custom_tool_call_output', call_id: 'c1', output: 'done' }

    const messages = await told([user, custom, output])

    expect(messages.slice(1)).toEqual([
      {
        role: 'assistant',
        content: null,
        tool_calls: [wire('c1', 'patch', '{"input":"a \\"b\\""}')],
      },
      { role: 'tool', tool_call_id: 'c1', content: 'done' },
    ])
  })

  it('are files that programs find', async () => {
    const file_data = `data:text/csv;base64,${Buffer.from('a,b').toString('base64')}`
    const part = { type: 'input_file', filename: 'x.csv', file_data }

    const messages = await told([{ role: 'user', content: [part] }])

    expect(messages).toEqual([
      {
        role: 'user',
        content: [{ type: 'text', text: 'The file /mnt/data/x.csv has 3 bytes.' }],
      },
    ])
  })
})
