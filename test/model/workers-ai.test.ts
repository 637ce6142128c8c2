import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources'
import { describe, expect, it } from 'vitest'
import { collect } from '../support/collect.ts'
import { FakeAi, refusesAi, streamsAi } from '../support/fake-ai.ts'
import { clientOf, post, testApp } from '../support/test-app.ts'

const MODEL = '@cf/meta/llama-4-scout-17b-16e-instruct'
const UPSTREAMS = JSON.stringify([{ prefix: '@cf/', binding: 'AI', models: [MODEL] }])

const question: ChatCompletionCreateParamsNonStreaming = {
  model: MODEL,
  messages: [{ role: 'user', content: 'What is 2 + 2?' }],
}

const interpreted = {
  ...question,
  tools: [{ type: 'code_interpreter' }],
}

function clientFor(ai: FakeAi) {
  return clientOf(testApp({ env: { UPSTREAMS, AI: ai } }))
}

/** A program as Workers AI's own models call for it: its arguments are no text. */
const flatCall = { name: 'code_interpreter', arguments: { code: 'print(2 + 2)' } }

describe('an answer of the AI binding', () => {
  it("in its own form becomes OpenAI's", async () => {
    const usage = { prompt_tokens: 5, completion_tokens: 2, total_tokens: 7 }
    const ai = new FakeAi(Response.json({ response: 'Four.', tool_calls: [], usage }))

    const completion = await clientFor(ai).chat.completions.create(question)

    expect(completion).toMatchObject({
      object: 'chat.completion',
      model: MODEL,
      choices: [{ message: { role: 'assistant', content: 'Four.' }, finish_reason: 'stop' }],
      usage,
    })
  })

  it("in OpenAI's form stays what it is", async () => {
    const answer = {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 1,
      model: MODEL,
      choices: [
        { index: 0, message: { role: 'assistant', content: 'Four.' }, finish_reason: 'length' },
      ],
    }
    const ai = new FakeAi(Response.json(answer))

    expect(await clientFor(ai).chat.completions.create(question)).toMatchObject(answer)
  })

  it('may be an object, when the request asked for JSON', async () => {
    const ai = new FakeAi(Response.json({ response: { sum: 4 } }))

    const { choices } = await clientFor(ai).chat.completions.create({
      ...question,
      response_format: { type: 'json_object' },
    })

    expect(choices[0]?.message.content).toBe('{"sum":4}')
    expect(ai.asked[0]?.inputs).toMatchObject({ response_format: { type: 'json_object' } })
  })

  it('that is neither text nor calls is an error of the service', async () => {
    const ai = new FakeAi(Response.json({ image: 'iVBOR…' }))
    const response = await post(
      testApp({ env: { UPSTREAMS, AI: ai } }),
      '/v1/chat/completions',
      question,
    )

    expect(response.status).toBe(502)
    expect(await response.json()).toMatchObject({ error: { code: 'upstream_unreadable' } })
  })
})

describe('a stream of the AI binding', () => {
  it("in its own form becomes OpenAI's chunks", async () => {
    const usage = { prompt_tokens: 5, completion_tokens: 2, total_tokens: 7 }
    const ai = new FakeAi(
      streamsAi({ response: 'Fo' }, { response: 'ur.' }, { response: '', usage }, '[DONE]'),
    )

    const stream = await clientFor(ai).chat.completions.create({ ...question, stream: true })
    const chunks = await collect(stream)

    expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).toBe('Four.')
    expect(chunks.map(({ choices }) => choices[0]?.finish_reason ?? '').join('')).toBe('stop')
    expect(new Set(chunks.map(({ id }) => id)).size).toBe(1)
    expect(ai.asked[0]?.inputs).toMatchObject({ stream: true })
  })

  it('that ends before its last line is an error', async () => {
    const ai = new FakeAi(streamsAi({ response: 'Fo' }))
    const stream = await clientFor(ai).chat.completions.create({ ...question, stream: true })

    await expect(collect(stream)).rejects.toThrow('broke off')
  })

  it('that is malformed is an error', async () => {
    const ai = new FakeAi(streamsAi('{"response": "Fo', '[DONE]'))
    const asked = clientFor(ai).chat.completions.create({ ...question, stream: true })

    await expect(asked).rejects.toMatchObject({ status: 502, code: 'upstream_unreadable' })
  })
})

describe('tools with the AI binding', () => {
  it('are called in its own form', async () => {
    const ai = new FakeAi(
      Response.json({ response: null, tool_calls: [flatCall] }),
      Response.json({ response: 'Four.' }),
    )

    const response = await post(
      testApp({ env: { UPSTREAMS, AI: ai } }),
      '/v1/chat/completions',
      interpreted,
    )

    expect(await response.json()).toMatchObject({
      choices: [
        { message: { content: 'Four.', executed_tools: [{ execution: { stdout: '4\n' } }] } },
      ],
    })
    expect(ai.asked[1]?.inputs['messages']).toMatchObject([
      {},
      { content: '', tool_calls: [{ function: { arguments: '{"code":"print(2 + 2)"}' } }] },
      { role: 'tool' },
    ])
  })

  it.for([
    { form: 'its own', event: { response: '', tool_calls: [flatCall] } },
    {
      form: "OpenAI's",
      event: {
        choices: [
          {
            index: 0,
            delta: {
              tool_calls: [
                {
                  index: 0,
                  id: 'chatcmpl-tool-1',
                  function: { ...flatCall, arguments: '{"code":"print(2 + 2)"}' },
                },
              ],
            },
            finish_reason: 'tool_calls',
          },
        ],
      },
    },
  ])('are called in a stream of $form form', async ({ event }) => {
    const nothing = {
      tool_calls: [{ index: 0, id: null, type: null, function: { name: null, arguments: '' } }],
    }
    const ai = new FakeAi(
      streamsAi(event, nothing, '[DONE]'),
      streamsAi({ response: 'Four.' }, '[DONE]'),
    )

    const response = await post(testApp({ env: { UPSTREAMS, AI: ai } }), '/v1/chat/completions', {
      ...interpreted,
      stream: true,
    })

    const text = await response.text()
    expect(text).toContain('"stdout":"4\\n"')
    expect(text).toContain('Four.')
    expect(text.trimEnd()).toMatch(/data: \[DONE\]$/)
  })

  it('are forced one at a time by offering no other', async () => {
    const ai = new FakeAi(Response.json({ response: 'No.' }))
    const tool = (name: string) => ({ type: 'function' as const, function: { name } })

    await clientFor(ai).chat.completions.create({
      ...question,
      tools: [tool('one'), tool('other')],
      tool_choice: tool('other'),
    })

    expect(ai.asked[0]?.inputs).toMatchObject({ tools: [tool('other')], tool_choice: 'required' })
  })
})

describe('an error of the AI binding', () => {
  it.for([
    { status: 400, internalCode: 5007, words: 'No such model @cf/none or task' },
    { status: 403, internalCode: 5016, words: 'User has not agreed to the terms of the model' },
    { status: 413, internalCode: 3006, words: 'Request is too large' },
  ])(
    'keeps its status $status, its code and its words',
    async ({ status, internalCode, words }) => {
      const ai = new FakeAi(refusesAi(status, internalCode, words))

      const response = await post(
        testApp({ env: { UPSTREAMS, AI: ai } }),
        '/v1/chat/completions',
        question,
      )

      expect(response.status).toBe(status)
      expect(await response.json()).toMatchObject({
        error: { message: words, code: String(internalCode) },
      })
    },
  )

  it("may be in the form of Cloudflare's API", async () => {
    const errors = [{ code: 5006, message: 'Error: required properties are missing' }]
    const ai = new FakeAi(Response.json({ success: false, errors }, { status: 400 }))

    await expect(clientFor(ai).chat.completions.create(question)).rejects.toMatchObject({
      status: 400,
      code: '5006',
    })
  })

  it('that passes is tried again', async () => {
    const ai = new FakeAi(
      refusesAi(429, 3040, 'No more data centers to forward the request to'),
      Response.json({ response: 'Four.' }),
    )

    await clientFor(ai).chat.completions.create(question)

    expect(ai.asked).toHaveLength(2)
  })
})

describe('the models of the AI binding', () => {
  it('are those that the operator names', async () => {
    const client = clientFor(new FakeAi())

    expect((await client.models.list()).data.map(({ id }) => id)).toEqual([MODEL])
    expect((await client.models.retrieve(MODEL)).id).toBe(MODEL)
  })

  it('are none when none is named, and can be asked all the same', async () => {
    const bare = JSON.stringify([{ prefix: '@cf/', binding: 'AI' }])
    const ai = new FakeAi(Response.json({ response: 'Four.' }))
    const client = clientOf(testApp({ env: { UPSTREAMS: bare, AI: ai } }))

    expect((await client.models.list()).data).toEqual([])
    await expect(client.models.retrieve(MODEL)).rejects.toMatchObject({
      status: 404,
      code: 'model_not_found',
    })
    expect((await client.chat.completions.create(question)).choices).toHaveLength(1)
  })
})

it('stops asking the AI binding when the client is gone', async () => {
  let isCanceled = false
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('data: {"response":"Well"}\n\n'))
    },
    cancel() {
      isCanceled = true
    },
  })
  const headers = { 'content-type': 'text/event-stream' }
  const ai = new FakeAi(new Response(body, { headers }))
  const gone = new AbortController()

  const stream = await clientFor(ai).chat.completions.create(
    { ...question, stream: true },
    { signal: gone.signal },
  )
  gone.abort()
  await collect(stream).catch(() => {})

  expect(ai.asked[0]?.signal.aborted).toBe(true)
  expect(isCanceled).toBe(true)
})
