import { describe, expect, it } from 'vitest'
import { says, ScriptedUpstream } from '../support/scripted-upstream.ts'
import { clientOf, testApp } from '../support/test-app.ts'

const messages = [{ role: 'user' as const, content: 'Hello.' }]

/** Two services: one for the models of a prefix, one for all others. */
function clientFor(scripted: string, others: string) {
  const UPSTREAMS = JSON.stringify([
    { prefix: 'scripted/', base_url: scripted, api_key_var: 'SCRIPTED_KEY' },
    { prefix: 'scripted/other-', base_url: others },
  ])
  const env = { UPSTREAMS, SCRIPTED_KEY: 'key-of-scripted', OPENAI_API_KEY: 'key-of-others' }
  return clientOf(testApp({ env: { ...env, OPENAI_BASE_URL: others } }))
}

describe('several services', () => {
  it('are asked by the beginning of the name, each with its own key', async () => {
    await using scripted = await ScriptedUpstream.start(says('I am scripted.'))
    await using others = await ScriptedUpstream.start(says('I am not.'))
    const client = clientFor(scripted.url, others.url)

    const one = await client.chat.completions.create({ model: 'scripted/model', messages })
    const other = await client.chat.completions.create({ model: 'gpt', messages })

    expect(one.choices[0]?.message.content).toBe('I am scripted.')
    expect(scripted.requests[0]?.headers['authorization']).toBe('Bearer key-of-scripted')
    expect(other.choices[0]?.message.content).toBe('I am not.')
    expect(others.requests[0]?.headers['authorization']).toBe('Bearer key-of-others')
  })

  it('are asked by the longest beginning that fits', async () => {
    await using scripted = await ScriptedUpstream.start()
    await using others = await ScriptedUpstream.start(says('Me.'))
    const client = clientFor(scripted.url, others.url)

    await client.chat.completions.create({ model: 'scripted/other-1', messages })

    expect(others.requests).toHaveLength(1)
  })

  it('have one list of models, with those that can be asked for', async () => {
    await using scripted = await ScriptedUpstream.start()
    await using others = await ScriptedUpstream.start()

    const { data } = await clientFor(scripted.url, others.url).models.list()

    // The other one has a model of this name too, which is not asked there.
    expect(data.map(({ id }) => id)).toEqual(['scripted/model'])
  })

  it('are listed as far as they are up', async () => {
    await using scripted = await ScriptedUpstream.start()

    const { data } = await clientFor(scripted.url, 'http://127.0.0.1:9/v1').models.list()

    expect(data).toHaveLength(1)
  })

  it('are an error when none is up', async () => {
    const client = clientFor('http://127.0.0.1:9/v1', 'http://127.0.0.1:9/v1')

    await expect(client.models.list()).rejects.toMatchObject({ code: 'upstream_unreachable' })
  })

  it('refuse a model that is of none', async () => {
    const UPSTREAMS = JSON.stringify([{ prefix: 'a-', base_url: 'http://127.0.0.1:9/v1' }])
    const client = clientOf(testApp({ env: { UPSTREAMS } }))

    await expect(client.models.retrieve('b-1')).rejects.toMatchObject({
      status: 404,
      code: 'model_not_found',
    })
  })
})
