import { describe, expect, it } from 'vitest'
import { ask, chat, interpreter, weather } from '../../support/chat-request.ts'
import { says, ScriptedUpstream } from '../../support/scripted-upstream.ts'
import { post, testApp } from '../../support/test-app.ts'

const code = (fields: object) => ({ ...ask, tools: [{ type: 'code_interpreter', ...fields }] })

const faults = [
  { fault: 'no body', request: '', param: null, says: 'not valid JSON' },
  { fault: 'a list', request: [], param: null, says: 'Invalid request body: expected object' },
  { fault: 'no model', request: { ...ask, model: undefined }, param: 'model', says: 'missing' },
  { fault: 'an empty model', request: { ...ask, model: '' }, param: 'model', says: '>=1' },
  { fault: 'no messages', request: { ...ask, messages: [] }, param: 'messages', says: '>=1' },
  {
    fault: 'a message without a role',
    request: { ...ask, messages: [...ask.messages, { content: 'x' }] },
    param: 'messages[1].role',
    says: 'missing',
  },
  {
    fault: 'content that is a number',
    request: { ...ask, messages: [{ role: 'user', content: 7 }] },
    param: 'messages[0].content',
    says: 'expected a text or a list of parts',
  },
  {
    fault: 'a tool of unknown type',
    request: { ...ask, tools: [interpreter, { type: 'file_search' }] },
    param: 'tools[1].type',
    says: '"code_interpreter", "web_search", "function"',
  },
  {
    fault: 'a short timeout',
    request: code({ timeout_ms: 5 }),
    param: 'tools[0].timeout_ms',
    says: '>=100',
  },
  {
    fault: 'a long timeout',
    request: code({ timeout_ms: 300_001 }),
    param: 'tools[0].timeout_ms',
    says: '<=300000',
  },
  {
    fault: 'a long life of the sandbox',
    request: code({ sandbox_timeout_ms: 600_001 }),
    param: 'tools[0].sandbox_timeout_ms',
    says: '<=600000',
  },
  {
    fault: 'half a millisecond',
    request: code({ timeout_ms: 100.5 }),
    param: 'tools[0].timeout_ms',
    says: 'int',
  },
  {
    fault: 'a field that tools do not have',
    request: code({ timeout: 5 }),
    param: 'tools[0].timeout',
    says: 'no such parameter',
  },
  {
    fault: 'a function without a name',
    request: { ...ask, tools: [{ type: 'function', function: {} }] },
    param: 'tools[0].function.name',
    says: 'missing',
  },
  {
    fault: 'two interpreters',
    request: { ...ask, tools: [interpreter, interpreter] },
    param: 'tools[1]',
    says: 'one tool',
  },
  {
    fault: "a function with our tool's name",
    request: {
      ...ask,
      tools: [interpreter, { type: 'function', function: { name: 'code_interpreter' } }],
    },
    param: 'tools[1]',
    says: 'one tool',
  },
  { fault: 'several choices', request: { ...ask, n: 2 }, param: 'n', says: 'expected 1' },
  {
    fault: 'legacy functions',
    request: { ...ask, functions: [{ name: 'f' }] },
    param: 'functions',
    says: 'expected `tools`',
  },
  {
    fault: 'an unknown choice of tool',
    request: { ...ask, tool_choice: 'any' },
    param: 'tool_choice',
    says: '"none"',
  },
  {
    fault: 'the choice of a tool that is not there',
    request: { ...ask, tools: [weather], tool_choice: { type: 'code_interpreter' } },
    param: 'tool_choice',
    says: 'expected one of ["get_weather"]',
  },
  {
    fault: 'a stream that is a word',
    request: { ...ask, stream: 'yes' },
    param: 'stream',
    says: 'expected boolean',
  },
]

describe('a chat request', () => {
  it.for(faults)('is refused for $fault', async ({ request, param, says: words }) => {
    const response = await post(testApp(), '/v1/chat/completions', request)

    const body: unknown = await response.json()
    expect(response.status).toBe(400)
    expect(body).toMatchObject({
      error: { type: 'invalid_request_error', param, message: expect.stringContaining(words) },
    })
  })

  it('may say null where it could say nothing', async () => {
    await using upstream = await ScriptedUpstream.start(says('Hello.'))

    const { status } = await chat(upstream, {
      ...ask,
      stream: null,
      tool_choice: null,
      n: null,
      stream_options: null,
    })

    expect(status).toBe(200)
  })

  it('may ask for several choices when it needs no tool of ours', async () => {
    await using upstream = await ScriptedUpstream.start(says('Hello.'))

    const { status } = await chat(upstream, { ...ask, tools: [weather], n: 2 })

    expect(status).toBe(200)
    expect(upstream.requests[0]?.body['n']).toBe(2)
  })
})
