import { describe, expect, it } from 'vitest'
import type { Prompt } from '../../src/model/model.ts'
import { openaiModel } from '../../src/model/openai.ts'
import { collect } from '../support/collect.ts'
import {
  choiceChunk,
  refuses,
  repliesJson,
  says,
  ScriptedUpstream,
  sends,
  sendsText,
} from '../support/scripted-upstream.ts'

const prompt: Prompt = {
  model: 'm',
  messages: [{ role: 'user', content: 'Hello.' }],
  tools: [],
  parameters: {},
}
const { signal } = new AbortController()

/** Takes a request and leaves it at that. */
const silent = () => {}

function ask(upstream: ScriptedUpstream) {
  const model = openaiModel({ baseUrl: upstream.url, apiKey: 'sk-very-secret' })
  return collect(model.stream(prompt, signal))
}

describe('a failure of a service', () => {
  const failures = [
    {
      failure: 'a refusal',
      answer: refuses(404, {
        message: 'No such model.',
        type: 'x',
        code: 'model_not_found',
        param: 'model',
      }),
      error: {
        status: 404,
        message: 'No such model.',
        type: 'x',
        code: 'model_not_found',
        param: 'model',
      },
    },
    {
      failure: 'a refusal in words only',
      answer: refuses(400, 'Nonsense.'),
      error: { status: 400, message: 'Nonsense.', type: 'invalid_request_error', code: null },
    },
    {
      failure: 'a refusal without words',
      answer: refuses(404, undefined),
      error: { status: 404, message: 'The model service answered with status 404.' },
    },
    {
      failure: 'a refusal of our key',
      answer: refuses(401, { message: 'Wrong key sk-very-***.', code: 'invalid_api_key' }),
      error: {
        status: 401,
        message: 'The model service does not accept the credentials of this server.',
        code: 'invalid_api_key',
      },
    },
    {
      failure: 'a message that quotes our key',
      answer: refuses(400, { message: 'Bad header: Bearer sk-very-secret' }),
      error: { status: 400, message: 'Bad header: Bearer …' },
    },
    {
      failure: 'an error inside the stream',
      answer: sends([
        choiceChunk({ content: 'We' }, null),
        { error: { message: 'Overloaded.', code: 529 } },
      ]),
      error: { status: 502, message: 'Overloaded.', code: '529' },
    },
    {
      failure: 'a refusal in a list',
      answer: repliesJson([{ error: { code: 400, message: 'No.', status: 'INVALID' } }], 400),
      error: { status: 400, message: 'No.', code: '400' },
    },
    {
      failure: 'a refusal in one word of FastAPI',
      answer: repliesJson({ detail: 'Not here.' }, 404),
      error: { status: 404, message: 'Not here.' },
    },
    {
      failure: "a refusal in FastAPI's words on parts of the request",
      answer: repliesJson(
        { detail: [{ type: 'x', loc: ['body', 'seed'], msg: 'Extra inputs.' }] },
        422,
      ),
      error: { status: 422, message: 'seed: Extra inputs.', param: 'seed' },
    },
    {
      failure: 'a refusal whose message is an object',
      answer: repliesJson(
        {
          object: 'error',
          message: { detail: [{ loc: ['body', 'a', 1], msg: 'Wrong.' }, { msg: 'Odd.' }] },
          type: 'invalid_request_error',
        },
        422,
      ),
      error: { status: 422, message: 'a.1: Wrong.; Odd.', type: 'invalid_request_error' },
    },
    {
      failure: 'a refusal in plain text',
      answer: sendsText('no such route', 'text/plain', 404),
      error: { status: 404, message: 'no such route' },
    },
    {
      failure: 'a refusal as a web page',
      answer: sendsText('<html>Not found</html>', 'text/html', 404),
      error: { status: 404, message: 'The model service answered with status 404.' },
    },
    {
      failure: 'an error with the status of an answer',
      answer: repliesJson({ error: { message: 'No credit.', code: 402 } }),
      error: { status: 502, message: 'No credit.', code: '402' },
    },
    {
      failure: 'an error in the only choice of an answer',
      answer: sends([{ choices: [{ error: { message: 'Gone.' }, finish_reason: 'error' }] }]),
      error: { status: 502, message: 'Gone.' },
    },
    {
      failure: 'a broken connection',
      answer: sends([choiceChunk({ content: 'We' }, null)], 'dies'),
      error: { status: 502, code: 'upstream_broke_off' },
    },
    {
      failure: 'an end in mid-answer',
      answer: sends([choiceChunk({ content: 'We' }, null)]),
      error: { status: 502, code: 'upstream_broke_off' },
    },
    {
      failure: 'a stream that is no JSON',
      answer: sends(['{"choices":', '[DONE]']),
      error: { status: 502, code: 'upstream_unreadable' },
    },
    {
      failure: 'a stream of something else',
      answer: sends([{ choices: 'none' }]),
      error: { status: 502, code: 'upstream_unreadable' },
    },
    {
      failure: 'an answer that is something else',
      answer: repliesJson({ hello: 'world' }),
      error: { status: 502, code: 'upstream_unreadable' },
    },
  ]

  it.for(failures)('is told: $failure', async ({ answer, error }) => {
    await using upstream = await ScriptedUpstream.start(answer)

    await expect(ask(upstream)).rejects.toMatchObject(error)
  })

  it('is told when it cannot be reached', async () => {
    const model = openaiModel({ baseUrl: 'http://127.0.0.1:9/v1', apiKey: 'k' })

    await expect(collect(model.stream(prompt, signal))).rejects.toMatchObject({
      status: 502,
      code: 'upstream_unreachable',
    })
  })

  it('is told when it does not begin to answer in time', async () => {
    await using upstream = await ScriptedUpstream.start(silent, silent, silent)
    const model = openaiModel({ baseUrl: upstream.url, apiKey: 'k', timeoutMs: 50 })

    await expect(collect(model.stream(prompt, signal))).rejects.toMatchObject({
      status: 504,
      code: 'upstream_timeout',
    })
  })

  it('keeps the advice on when to try again', async () => {
    const refusal = refuses(429, { message: 'Slow down.' }, { 'retry-after': '0' })
    await using upstream = await ScriptedUpstream.start(refusal, refusal, refusal)

    await expect(ask(upstream)).rejects.toMatchObject({
      status: 429,
      headers: { 'retry-after': '0' },
    })
  })

  it('is tried again when it may pass', async () => {
    const refusal = refuses(503, { message: 'Busy.' }, { 'retry-after': '0' })
    await using upstream = await ScriptedUpstream.start(refusal, says('Hello.'))

    expect((await ask(upstream)).at(-1)).toMatchObject({
      turn: { message: { content: 'Hello.' } },
    })
  })

  it("shows a caller what the service says of the caller's own key", async () => {
    await using upstream = await ScriptedUpstream.start(
      refuses(401, { message: 'Your key has expired.' }),
    )
    const model = openaiModel({ baseUrl: upstream.url, apiKey: 'callers-key', tellsRefusals: true })

    await expect(collect(model.stream(prompt, signal))).rejects.toMatchObject({
      message: 'Your key has expired.',
    })
  })
})

it('a relayed answer that is an error is told as one', async () => {
  await using upstream = await ScriptedUpstream.start(repliesJson({ error: { message: 'Full.' } }))
  const model = openaiModel({ baseUrl: upstream.url, apiKey: 'k' })

  await expect(model.relay({ model: 'm', messages: [] }, signal)).rejects.toMatchObject({
    status: 502,
    message: 'Full.',
  })
})
