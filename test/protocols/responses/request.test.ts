import { describe, expect, it } from 'vitest'
import { ask, respond, weather } from '../../support/responses.ts'
import { says, ScriptedUpstream } from '../../support/scripted-upstream.ts'
import { post, testApp } from '../../support/test-app.ts'

const [interpreter] = ask.tools
const tool = (fields: object) => ({ ...ask, tools: [{ ...interpreter, ...fields }] })
const item = (value: unknown) => ({ ...ask, input: [value] })

const faults = [
  { fault: 'no body', request: '', param: null, says: 'not valid JSON' },
  { fault: 'no model', request: { ...ask, model: undefined }, param: 'model', says: 'missing' },
  { fault: 'no input', request: { ...ask, input: undefined }, param: 'input', says: 'missing' },
  { fault: 'a number', request: { ...ask, input: 7 }, param: 'input', says: 'a text or a list' },
  { fault: 'an item that is none', request: item(7), param: 'input[0]', says: 'expected an item' },
  {
    fault: 'an item of unknown type',
    request: item({ type: 'computer_call' }),
    param: 'input[0].type',
    says: '"code_interpreter_call"',
  },
  {
    fault: 'an item without a type',
    request: item({ text: 'hello' }),
    param: 'input[0].type',
    says: '"message"',
  },
  {
    fault: 'a role that nobody has',
    request: item({ role: 'tool', content: 'x' }),
    param: 'input[0].role',
    says: '"user"',
  },
  {
    fault: 'a part of unknown type',
    request: item({ role: 'user', content: [{ type: 'input_audio' }] }),
    param: 'input[0].content[0].type',
    says: '"input_image"',
  },
  {
    fault: 'a part without text',
    request: item({ role: 'user', content: [{ type: 'input_text' }] }),
    param: 'input[0].content[0].text',
    says: 'missing',
  },
  {
    fault: 'a picture that is none',
    request: item({ role: 'user', content: [{ type: 'input_image' }] }),
    param: 'input[0].content[0]',
    says: '`image_url` or `file_id`',
  },
  {
    fault: 'a file at an address',
    request: item({ role: 'user', content: [{ type: 'input_file', file_url: 'https://x.y/z' }] }),
    param: 'input[0].content[0].file_url',
    says: '`file_data`',
  },
  {
    fault: 'a call without a result',
    request: item({ type: 'function_call', call_id: 'c1', name: 'f', arguments: '{}' }),
    param: 'input[0]',
    says: 'No tool output found for function call c1.',
  },
  {
    fault: 'a result without a call',
    request: item({ type: 'function_call_output', call_id: 'c1', output: 'x' }),
    param: 'input[0]',
    says: 'No tool call found for function call output with call_id c1.',
  },
  {
    fault: 'a tool of unknown type',
    request: { ...ask, tools: [{ type: 'file_search' }] },
    param: 'tools[0].type',
    says: '"code_interpreter", "web_search", "function"',
  },
  {
    fault: 'a long timeout',
    request: tool({ timeout_ms: 300_001 }),
    param: 'tools[0].timeout_ms',
    says: '<=300000',
  },
  {
    fault: 'a field that the interpreter does not have',
    request: tool({ timeout: 5 }),
    param: 'tools[0].timeout',
    says: 'no such parameter',
  },
  {
    fault: 'memory that programs do not have',
    request: tool({ container: { type: 'auto', memory_limit: '16g' } }),
    param: 'tools[0].container.memory_limit',
    says: '"1g"',
  },
  {
    fault: 'a network',
    request: tool({ container: { type: 'auto', network_policy: { type: 'allowlist' } } }),
    param: 'tools[0].container.network_policy.type',
    says: 'there is no network',
  },
  {
    fault: 'a tool that programs may call',
    request: { ...ask, tools: [{ ...weather, allowed_callers: ['programmatic'] }] },
    param: 'tools[0].allowed_callers[0]',
    says: '"direct"',
  },
  {
    fault: 'two tools of a name',
    request: { ...ask, tools: [weather, weather] },
    param: 'tools[1]',
    says: 'one tool named "get_weather"',
  },
  {
    fault: 'the choice of a tool that is not there',
    request: { ...ask, tool_choice: { type: 'function', name: 'get_weather' } },
    param: 'tool_choice',
    says: 'expected one of ["code_interpreter"]',
  },
  {
    fault: 'tools that are allowed and not there',
    request: {
      ...ask,
      tool_choice: { type: 'allowed_tools', mode: 'auto', tools: [{ type: 'web_search' }] },
    },
    param: 'tool_choice',
    says: '"web_search" is not among the tools',
  },
  {
    fault: 'an unknown choice of tool',
    request: { ...ask, tool_choice: 'any' },
    param: 'tool_choice',
    says: '"none"',
  },
  {
    fault: 'no calls at all',
    request: { ...ask, max_tool_calls: 0 },
    param: 'max_tool_calls',
    says: '>=1',
  },
  {
    fault: 'work while its client is away',
    request: { ...ask, background: true },
    param: 'background',
    says: '"stream": true',
  },
  {
    fault: 'a template',
    request: { ...ask, prompt: { id: 'pmpt_1' } },
    param: 'prompt',
    says: '`instructions`',
  },
  {
    fault: 'compaction',
    request: { ...ask, context_management: [{ type: 'compaction' }] },
    param: 'context_management[0]',
    says: 'an empty list',
  },
  {
    fault: 'two pasts',
    request: { ...ask, previous_response_id: 'resp_1', conversation: 'conv_1' },
    param: 'conversation',
    says: 'either',
  },
  {
    fault: 'a format that there is not',
    request: { ...ask, text: { format: { type: 'grammar' } } },
    param: 'text.format.type',
    says: '"json_schema"',
  },
  {
    fault: 'much to remember',
    request: {
      ...ask,
      metadata: Object.fromEntries(Array.from({ length: 17 }, (_, n) => [n, ''])),
    },
    param: 'metadata',
    says: '16 pairs',
  },
]

describe('a request for a response', () => {
  it.for(faults)('is refused for $fault', async ({ request, param, says: words }) => {
    const response = await post(testApp(), '/v1/responses', request)

    const body: unknown = await response.json()
    expect(response.status).toBe(400)
    expect(body).toMatchObject({
      error: { type: 'invalid_request_error', param, message: expect.stringContaining(words) },
    })
  })

  it('may have fields that nobody here knows, and null where it could say nothing', async () => {
    await using upstream = await ScriptedUpstream.start(says('Hello.'))
    const nothing = Object.fromEntries(
      [
        'instructions',
        'previous_response_id',
        'conversation',
        'tool_choice',
        'parallel_tool_calls',
        'max_tool_calls',
        'include',
        'text',
        'reasoning',
        'metadata',
        'background',
        'prompt',
        'context_management',
        'stream',
      ].map((name) => [name, null]),
    )

    const { status } = await respond(upstream, { ...ask, ...nothing, client_metadata: { a: '1' } })

    expect(status).toBe(200)
    expect(upstream.requests[0]?.body).not.toHaveProperty('client_metadata')
  })
})
