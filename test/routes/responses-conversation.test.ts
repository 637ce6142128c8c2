import { describe, expect, it } from 'vitest'
import { ask } from '../support/responses.ts'
import { says, ScriptedUpstream } from '../support/scripted-upstream.ts'
import { clientOf, testApp } from '../support/test-app.ts'

function clientFor(upstream: ScriptedUpstream) {
  return clientOf(testApp({ env: { OPENAI_BASE_URL: upstream.url } }))
}

describe('the conversation of a response', () => {
  it('has what was said before, and then what is said', async () => {
    await using upstream = await ScriptedUpstream.start(says('Hello.'), says('Again.'))
    const client = clientFor(upstream)
    const { id } = await client.conversations.create({
      items: [{ type: 'message', role: 'user', content: 'I am Ada.' }],
    })

    const first = await client.responses.create({ ...ask, input: 'Hi.', conversation: id })
    await client.responses.create({ ...ask, input: 'And?', conversation: { id } })

    expect(first.conversation).toEqual({ id })
    expect(upstream.messages(-1)).toEqual([
      { role: 'user', content: 'I am Ada.' },
      { role: 'user', content: 'Hi.' },
      { role: 'assistant', content: 'Hello.' },
      { role: 'user', content: 'And?' },
    ])
  })

  it('has to be there', async () => {
    await using upstream = await ScriptedUpstream.start()

    await expect(
      clientFor(upstream).responses.create({ ...ask, conversation: 'conv_of_nobody' }),
    ).rejects.toMatchObject({ status: 404, code: 'conversation_not_found', param: 'conversation' })
  })
})
