import { describe, expect, it } from 'vitest'
import { appFor, ask } from '../support/chat-request.ts'
import { FakeSandbox, finishes, PIXEL, prints, shows } from '../support/fake-sandbox.ts'
import { formOf } from '../support/form-of.ts'
import { eventsOf } from '../support/read-events.ts'
import { calls, runs, says, ScriptedUpstream } from '../support/scripted-upstream.ts'
import { post, testApp, type TestApp } from '../support/test-app.ts'

// What is sent, field by field, against the objects of OpenAI's API reference: a field too many is a fault, and so is
// one too few.

const EXECUTION = {
  stdout: 'string',
  stderr: 'string',
  results: [{ is_main_result: 'boolean', png: 'string', file: fileForm() }],
  error: null,
  usage: { wall_ms: 'number', cpu_ms: 'number', start_ms: 'number', peak_memory_bytes: 'number' },
}

const USAGE = {
  prompt_tokens: 'number',
  completion_tokens: 'number',
  total_tokens: 'number',
  prompt_tokens_details: { cached_tokens: 'number' },
}

const FILE = {
  id: 'string',
  object: 'string',
  bytes: 'number',
  created_at: 'number',
  expires_at: 'number',
  filename: 'string',
  purpose: 'string',
  status: 'string',
}

function fileForm() {
  return { id: 'string', name: 'string', bytes: 'number', mime_type: 'string', url: 'string' }
}

function chunk(delta: object, finishReason: string | null = null) {
  return {
    id: 'string',
    object: 'string',
    created: 'number',
    model: 'string',
    system_fingerprint: 'string',
    choices: [{ index: 'number', delta, logprobs: null, finish_reason: finishReason && 'string' }],
  }
}

const sandbox = () => new FakeSandbox(prints('4\n'), shows({ png: PIXEL }), finishes())

describe('a completion', () => {
  it("has OpenAI's fields and `executed_tools`", async () => {
    await using upstream = await ScriptedUpstream.start(runs('plot()'), says('Look.'))

    const response = await post(
      appFor(upstream, { sandbox: sandbox() }),
      '/v1/chat/completions',
      ask,
    )

    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(formOf(await response.json())).toEqual({
      id: 'string',
      object: 'string',
      created: 'number',
      model: 'string',
      system_fingerprint: 'string',
      choices: [
        {
          index: 'number',
          message: {
            role: 'string',
            content: 'string',
            refusal: null,
            annotations: [],
            executed_tools: [
              {
                index: 'number',
                type: 'string',
                name: 'string',
                arguments: 'string',
                output: 'string',
                code_results: [{ png: 'string' }],
                execution: EXECUTION,
              },
            ],
          },
          logprobs: null,
          finish_reason: 'string',
        },
      ],
      usage: USAGE,
    })
  })

  it("has nothing of ours when the model calls only the client's function", async () => {
    const tools = [...ask.tools, { type: 'function', function: { name: 'f' } }]
    await using upstream = await ScriptedUpstream.start(
      calls({ id: 'call_1', name: 'f', arguments: '{}' }),
    )

    const response = await post(appFor(upstream, { sandbox: sandbox() }), '/v1/chat/completions', {
      ...ask,
      tools,
    })

    expect(await response.json()).toMatchObject({ choices: [{ finish_reason: 'tool_calls' }] })
    expect(upstream.requests).toHaveLength(1)
  })
})

describe('a stream', () => {
  it("has OpenAI's chunks, and those of a tool between them", async () => {
    await using upstream = await ScriptedUpstream.start(runs('plot()'), says('Look.'))
    const request = { ...ask, stream: true, stream_options: { include_usage: true } }

    const events = await eventsOf(
      await post(appFor(upstream, { sandbox: sandbox() }), '/v1/chat/completions', request),
    )

    const tool = (entry: object) => ({
      ...chunk({ executed_tools: [{ index: 'number', ...entry }] }),
      usage: null,
    })
    const finished = {
      type: 'string',
      output: 'string',
      code_results: [{ png: 'string' }],
      execution: EXECUTION,
    }
    expect(events.at(-1)).toBe('[DONE]')
    expect(events.slice(0, -1).map((event) => formOf(JSON.parse(event)))).toEqual([
      { ...chunk({ role: 'string', content: 'string', refusal: null }), usage: null },
      tool({ type: 'string', name: 'string', arguments: 'string' }),
      tool({ stdout: 'string' }),
      tool(finished),
      { ...chunk({ content: 'string' }), usage: null },
      { ...chunk({ content: 'string' }), usage: null },
      { ...chunk({}, 'stop'), usage: null },
      { ...chunk({}), choices: [], usage: USAGE },
    ])
  })
})

describe('the Files API', () => {
  async function upload(app: TestApp) {
    const body = new FormData()
    body.append('purpose', 'user_data')
    body.append('file', new File(['a,b\n'], 'table.csv'))
    const response = await app.request('http://localhost/v1/files', { method: 'POST', body })
    const file: { id: string } = await response.json()
    return file
  }

  it("has OpenAI's file objects", async () => {
    const app = testApp()
    const file = await upload(app)

    const found = await app.request(`http://localhost/v1/files/${file.id}`)

    expect(formOf(file)).toEqual(FILE)
    expect(await found.json()).toEqual(file)
  })

  it("has OpenAI's list", async () => {
    const app = testApp()
    await upload(app)

    const list = await app.request('http://localhost/v1/files')

    expect(formOf(await list.json())).toEqual({
      object: 'string',
      data: [FILE],
      first_id: 'string',
      last_id: 'string',
      has_more: 'boolean',
    })
  })

  it('has the bytes as content, and nothing around them', async () => {
    const app = testApp()
    const { id } = await upload(app)

    const content = await app.request(`http://localhost/v1/files/${id}/content`)

    expect(content.headers.get('content-type')).toContain('text/csv')
    expect(await content.text()).toBe('a,b\n')
  })

  it("has OpenAI's word that a file is deleted", async () => {
    const app = testApp()
    const { id } = await upload(app)

    const deleted = await app.request(`http://localhost/v1/files/${id}`, { method: 'DELETE' })

    expect(await deleted.json()).toEqual({ id, object: 'file', deleted: true })
  })
})

it("the models have OpenAI's fields", async () => {
  const list = await testApp().request('http://localhost/v1/models')

  expect(formOf(await list.json())).toEqual({
    object: 'string',
    data: [{ id: 'string', object: 'string', created: 'number', owned_by: 'string' }],
  })
})

describe('an error', () => {
  it("has OpenAI's four fields, and no other", async () => {
    const refused = await post(testApp(), '/v1/chat/completions', { ...ask, n: 2 })

    expect(refused.status).toBe(400)
    expect(await refused.json()).toEqual({
      error: {
        message: expect.stringContaining('expected 1'),
        type: 'invalid_request_error',
        param: 'n',
        code: expect.any(String),
      },
    })
  })

  it('that concerns no parameter has null in its place', async () => {
    const refused = await testApp().request('http://localhost/v1/nowhere')

    expect(await refused.json()).toEqual({
      error: {
        message: expect.any(String),
        type: 'invalid_request_error',
        param: null,
        code: 'not_found',
      },
    })
  })
})
