import { describe, expect, it } from 'vitest'
import { ask, respond, weather } from '../../support/responses.ts'
import { refuses, says, ScriptedUpstream } from '../../support/scripted-upstream.ts'

describe('the parameters of a request for a response', () => {
  it('goes to the model in the protocol of models', async () => {
    await using upstream = await ScriptedUpstream.start(says('{}'))

    await respond(upstream, {
      ...ask,
      instructions: 'Be brief.',
      tools: [...ask.tools, weather],
      tool_choice: { type: 'function', name: 'get_weather' },
      parallel_tool_calls: false,
      temperature: 0.5,
      top_p: 0.9,
      max_output_tokens: 100,
      reasoning: { effort: 'low', summary: 'auto' },
      text: {
        verbosity: 'low',
        format: { type: 'json_schema', name: 'n', schema: { type: 'object' }, strict: true },
      },
      include: ['message.output_text.logprobs'],
      top_logprobs: 2,
      metadata: { a: 'b' },
      user: 'me',
      prompt_cache_key: 'k',
    })

    const { tools, ...body } = upstream.requests[0]?.body ?? {}
    expect(body).toEqual({
      model: 'some-model',
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'What is 2 + 2?' },
      ],
      tool_choice: { type: 'function', function: { name: 'get_weather' } },
      parallel_tool_calls: false,
      temperature: 0.5,
      top_p: 0.9,
      max_completion_tokens: 100,
      reasoning_effort: 'low',
      verbosity: 'low',
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'n', schema: { type: 'object' }, strict: true },
      },
      logprobs: true,
      top_logprobs: 2,
      stream: true,
      stream_options: { include_usage: true },
    })
    expect(tools?.map((each) => each.function?.name)).toEqual(['code_interpreter', 'get_weather'])
    expect(tools?.[1]).toEqual({
      type: 'function',
      function: {
        name: 'get_weather',
        description: 'The weather in a city.',
        parameters: weather.parameters,
        strict: false,
      },
    })
  })

  it('goes to a service of older words in those', async () => {
    await using upstream = await ScriptedUpstream.start(
      refuses(400, { message: 'Unknown parameter: max_completion_tokens.' }),
      refuses(422, { message: 'extra_forbidden', param: 'parallel_tool_calls' }),
      says('Hello.'),
    )

    const request = { ...ask, max_output_tokens: 100, parallel_tool_calls: true }
    const { status } = await respond(upstream, request)

    expect(status).toBe(200)
    expect(upstream.requests[2]?.body).toMatchObject({ max_tokens: 100 })
    expect(upstream.requests[2]?.body).not.toHaveProperty('max_completion_tokens')
    expect(upstream.requests[2]?.body).not.toHaveProperty('parallel_tool_calls')
  })

  it('is told again in the response, with what it left out', async () => {
    await using upstream = await ScriptedUpstream.start(says('Hello.'))

    const { body } = await respond(upstream, {
      ...ask,
      tools: [{ type: 'function', name: 'f' }],
      metadata: { a: 'b' },
      user: 'me',
      truncation: 'auto',
      store: false,
    })

    expect(body).toMatchObject({
      object: 'response',
      error: null,
      incomplete_details: null,
      instructions: null,
      previous_response_id: null,
      tools: [{ type: 'function', name: 'f', description: null, parameters: null, strict: null }],
      tool_choice: 'auto',
      parallel_tool_calls: true,
      text: { format: { type: 'text' } },
      temperature: 1,
      top_p: 1,
      metadata: { a: 'b' },
      user: 'me',
      truncation: 'auto',
      store: false,
      background: false,
    })
  })
})

describe('tools of a request', () => {
  /** The names that the model is told of, and what it is told to choose. */
  async function declaredFor(request: object, env: object = {}) {
    await using upstream = await ScriptedUpstream.start(says('Hello.'))
    const { status } = await respond(upstream, { ...ask, ...request }, { env })
    const sent = upstream.requests[0]?.body
    const names = sent?.tools?.map((each) => each.function?.name)
    return { status, names, choice: sent?.['tool_choice'] }
  }
  const searching = { WEB_SEARCH_PROVIDER: 'brave', BRAVE_API_KEY: 'k' }

  it('are the only ones that are allowed', async () => {
    const request = {
      tools: [...ask.tools, weather],
      tool_choice: {
        type: 'allowed_tools',
        mode: 'required',
        tools: [{ type: 'function', name: 'get_weather' }],
      },
    }

    expect(await declaredFor(request)).toMatchObject({ names: ['get_weather'], choice: 'required' })
  })

  it('may be those of a namespace', async () => {
    const request = { tools: [{ type: 'namespace', name: 'files', tools: [weather] }] }

    expect((await declaredFor(request)).names).toEqual(['files__get_weather'])
  })

  it.for(['web_search', 'web_search_preview', 'web_search_2025_08_26'])(
    'may search the web: %s',
    async (type) => {
      const request = { tools: [{ type }], tool_choice: { type } }

      expect(await declaredFor(request, searching)).toMatchObject({
        names: ['web_search'],
        choice: { type: 'function', function: { name: 'web_search' } },
      })
    },
  )

  it('search nothing where only what is kept of the web may be searched', async () => {
    const request = { tools: [{ type: 'web_search', external_web_access: false }, weather] }

    expect((await declaredFor(request)).names).toEqual(['get_weather'])
  })

  it('may be chosen: the interpreter', async () => {
    expect(await declaredFor({ tool_choice: { type: 'code_interpreter' } })).toMatchObject({
      choice: { type: 'function', function: { name: 'code_interpreter' } },
    })
  })

  it('may come with the name of the model', async () => {
    const request = { model: 'some-model:python', tools: undefined }

    const { names } = await declaredFor(request, { MODEL_SUFFIXES: 'on' })

    expect(names).toEqual(['code_interpreter'])
  })
})
