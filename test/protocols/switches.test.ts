import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { ask, chat, weather } from '../support/chat-request.ts'
import { FakeSandbox, finishes, prints } from '../support/fake-sandbox.ts'
import { runs, says, ScriptedUpstream } from '../support/scripted-upstream.ts'
import { testApp } from '../support/test-app.ts'

const plain = { model: 'gpt-4o', messages: ask.messages }
const on = { MODEL_SUFFIXES: 'on' }
const searching = { WEB_SEARCH_PROVIDER: 'brave', BRAVE_API_KEY: 'k' }

/** The names of the tools that a request for this model comes to, and the model. */
async function askedFor(request: object, env: object = {}) {
  await using upstream = await ScriptedUpstream.start(says('Hello.'))
  const { status, body } = await chat(upstream, { ...plain, ...request }, { env })
  const sent = upstream.requests[0]?.body
  return {
    status,
    error: body.error,
    model: sent?.model,
    tools: sent?.tools?.map((tool) => tool.function?.name),
  }
}

describe('the end of the name of a model', () => {
  const rows = [
    { model: 'gpt-4o:python', tools: ['code_interpreter'] },
    { model: 'gpt-4o:search', tools: ['web_search'] },
    { model: 'gpt-4o:python+search', tools: ['code_interpreter', 'web_search'] },
  ]

  it.for(rows)('asks for tools: $model', async ({ model, tools }) => {
    expect(await askedFor({ model }, { ...on, ...searching })).toMatchObject({
      model: 'gpt-4o',
      tools,
    })
  })

  it.for(['qwen3:8b', ':python', 'gpt-4o:python+', 'gpt-4o:free'])(
    'is a part of the name: %s',
    async (model) => {
      expect(await askedFor({ model }, on)).toMatchObject({ model, tools: undefined })
    },
  )

  it('is a part of the name unless the operator wants it otherwise', async () => {
    const asked = await askedFor({ model: 'codellama:python' })

    expect(asked).toMatchObject({ model: 'codellama:python', tools: undefined })
  })

  it('adds to the tools of the request, and none twice', async () => {
    const tools = [{ type: 'code_interpreter', timeout_ms: 5_000 }, weather]

    expect(await askedFor({ model: 'gpt-4o:python', tools }, on)).toMatchObject({
      tools: ['code_interpreter', 'get_weather'],
    })
  })

  it('is refused with what our tools do not go with', async () => {
    expect(await askedFor({ model: 'gpt-4o:python', n: 2 }, on)).toMatchObject({
      status: 400,
      error: { param: 'n' },
    })
  })

  it('may be chosen by', async () => {
    const request = { model: 'gpt-4o:python', tool_choice: { type: 'code_interpreter' } }
    const asked = await askedFor(request, on)

    expect(asked).toMatchObject({ status: 200, tools: ['code_interpreter'] })
  })

  it('is listed where it asks for something', async () => {
    const idsWith = async (env: object) => {
      const response = await testApp({ env }).request('http://localhost/v1/models')
      const { data }: { data: { id: string }[] } = await response.json()
      return data.map(({ id }) => id)
    }

    expect(await idsWith({})).toEqual(['demo'])
    expect(await idsWith(on)).toEqual(['demo', 'demo:python'])
    expect(await idsWith({ ...on, ...searching })).toEqual([
      'demo',
      'demo:python',
      'demo:search',
      'demo:python+search',
    ])
  })

  it('is a model that can be found', async () => {
    const response = await testApp({ env: on }).request('http://localhost/v1/models/demo:python')

    expect(await response.json()).toMatchObject({ id: 'demo:python', object: 'model' })
  })
})

describe('the tools of requests without any', () => {
  const env = { DEFAULT_TOOLS: 'code_interpreter' }

  it('are none, unless the operator wants some', async () => {
    expect((await askedFor({})).tools).toBeUndefined()
    expect((await askedFor({}, env)).tools).toEqual(['code_interpreter'])
    expect((await askedFor({ tools: null }, env)).tools).toEqual(['code_interpreter'])
  })

  it.for([{ tools: [] }, { tools: [weather] }, { n: 2 }, { functions: [{ name: 'f' }] }])(
    'do not come to a request with %j',
    async (request) => {
      expect((await askedFor(request, env)).tools ?? []).not.toContain('code_interpreter')
    },
  )

  it('are tools that the server has', () => {
    const both = { DEFAULT_TOOLS: 'code_interpreter, web_search' }

    expect(() => readConfig(both)).toThrow(/DEFAULT_TOOLS.*WEB_SEARCH_PROVIDER/)
    expect(() => readConfig({ DEFAULT_TOOLS: 'python' })).toThrow(/DEFAULT_TOOLS/)
    expect(readConfig({ ...both, ...searching }).switches.defaultTools).toHaveLength(2)
  })

  it('are shown as the operator wants it', async () => {
    await using upstream = await ScriptedUpstream.start(runs('print(4)'), says('Four.'))
    const sandbox = new FakeSandbox(prints('4\n'), finishes())

    const { choice } = await chat(upstream, plain, {
      sandbox,
      env: { ...env, DEFAULT_SHOW: 'markdown' },
    })

    expect(choice?.message.content).toContain('<details>')
  })
})
