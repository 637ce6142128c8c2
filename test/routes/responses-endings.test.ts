import { describe, expect, it } from 'vitest'
import { ask, respond, streamed } from '../support/responses.ts'
import { refuses, runs, says, ScriptedUpstream } from '../support/scripted-upstream.ts'

describe('a response at its end', () => {
  it('is incomplete when the model was cut', async () => {
    await using upstream = await ScriptedUpstream.start(says('It is', { finishReason: 'length' }))

    const { events } = await streamed(upstream, ask)

    expect(events.slice(-2)).toMatchObject([
      { type: 'response.output_item.done', item: { status: 'incomplete' } },
      {
        type: 'response.incomplete',
        response: {
          status: 'incomplete',
          incomplete_details: { reason: 'max_output_tokens' },
          output: [{ status: 'incomplete' }],
        },
      },
    ])
  })

  it('is a status when the model refuses before it begins', async () => {
    await using upstream = await ScriptedUpstream.start(refuses(400, { message: 'Too long.' }))

    const { status, body } = await respond(upstream, { ...ask, stream: true })

    expect(status).toBe(400)
    expect(body.error).toMatchObject({ message: 'Too long.' })
  })

  it('says in two events what fails after it has begun', async () => {
    await using upstream = await ScriptedUpstream.start(
      runs('1'),
      refuses(400, { message: 'Too long.', code: 'context_length_exceeded' }),
    )

    const { events, isDone } = await streamed(upstream, ask)

    expect(isDone).toBe(true)
    expect(events.slice(-2)).toMatchObject([
      {
        type: 'error',
        code: 'context_length_exceeded',
        message: 'Too long.',
        error: { message: 'Too long.' },
      },
      {
        type: 'response.failed',
        response: {
          status: 'failed',
          error: { code: 'context_length_exceeded', message: 'Too long.' },
          output: [{ type: 'code_interpreter_call', status: 'completed' }],
        },
      },
    ])
  })

  it('always has an item', async () => {
    await using upstream = await ScriptedUpstream.start(says(''))

    const { body } = await respond(upstream, ask)

    expect(body.output).toMatchObject([
      { type: 'message', content: [{ type: 'output_text', text: '' }] },
    ])
  })
})
