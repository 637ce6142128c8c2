import { describe, expect, it } from 'vitest'
import { ask, weather } from '../support/responses.ts'
import {
  refuses,
  repliesJson,
  runs,
  says,
  ScriptedUpstream,
  sendsText,
} from '../support/scripted-upstream.ts'
import { clientOf, testApp } from '../support/test-app.ts'

const plain = { model: 'theirs', input: 'Hello.', tools: [weather] }
const response = { id: 'resp_of_theirs', object: 'response', output: [], new_field: 1 }

/** A client of a server behind which a service makes responses by itself. */
function clientFor(service: ScriptedUpstream) {
  const UPSTREAMS = JSON.stringify([
    { prefix: 'theirs', base_url: service.url, api_key_var: 'KEY', responses: true },
    { prefix: 'other', base_url: service.url },
  ])
  return clientOf(testApp({ env: { UPSTREAMS, KEY: 'key-of-theirs' } }))
}

describe('a service that makes responses by itself', () => {
  it('gets a request without a tool of ours as it is', async () => {
    await using service = await ScriptedUpstream.start(repliesJson(response))
    const request = { ...plain, prompt_cache_key: 'k', background: true }

    expect(await clientFor(service).responses.create(request)).toMatchObject(response)
    expect(service.requests[0]).toMatchObject({
      path: '/v1/responses',
      body: request,
      headers: { authorization: 'Bearer key-of-theirs' },
    })
  })

  it('is heard as it speaks', async () => {
    const told = [
      { type: 'response.created', sequence_number: 0, response },
      { type: 'response.something_new', sequence_number: 1 },
      { type: 'response.completed', sequence_number: 2, response },
    ]
    const text = told
      .map((each) => `event: ${each.type}\ndata: ${JSON.stringify(each)}\n\n`)
      .join('')
    await using service = await ScriptedUpstream.start(sendsText(text, 'text/event-stream'))

    const stream = await clientFor(service).responses.create({ ...plain, stream: true })

    const events: unknown[] = []
    for await (const event of stream) events.push(event)
    expect(events).toEqual(told)
  })

  it('is told of when it breaks off', async () => {
    const begun = { type: 'response.created', sequence_number: 0, response }
    await using service = await ScriptedUpstream.start(
      sendsText(`data: ${JSON.stringify(begun)}\n\n`, 'text/event-stream'),
    )

    const stream = await clientFor(service).responses.create({ ...plain, stream: true })

    await expect(Array.fromAsync(stream)).rejects.toThrow('broke off')
  })

  it('may refuse', async () => {
    const refusal = refuses(400, { message: 'No such thing.', param: 'input', code: 'c' })
    await using service = await ScriptedUpstream.start(refusal)

    await expect(clientFor(service).responses.create(plain)).rejects.toMatchObject({
      status: 400,
      param: 'input',
    })
  })

  it('is asked by chat completions for a request with a tool of ours, and for what goes on from it', async () => {
    await using service = await ScriptedUpstream.start(runs('print(4)'), says('4'), says('Yes.'))
    const client = clientFor(service)

    const first = await client.responses.create({ ...ask, model: 'theirs' })
    await client.responses.create({ ...plain, previous_response_id: first.id })

    expect(service.requests.map(({ path }) => path)).toEqual([
      '/v1/chat/completions',
      '/v1/chat/completions',
      '/v1/chat/completions',
    ])
  })

  it('is none of those whose row does not say so', async () => {
    await using service = await ScriptedUpstream.start(says('Hello.'))

    await clientFor(service).responses.create({ ...plain, model: 'other' })

    expect(service.requests[0]?.path).toBe('/v1/chat/completions')
  })
})
