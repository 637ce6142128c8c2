import { describe, expect, it } from 'vitest'
import { FakeSandbox, finishes, PIXEL, prints, raises, shows } from '../support/fake-sandbox.ts'
import { ask, respond } from '../support/responses.ts'
import { calls, runs, says, ScriptedUpstream } from '../support/scripted-upstream.ts'

const outputs = { ...ask, include: ['code_interpreter_call.outputs'] }

describe('programs of a response', () => {
  it('show their pictures as data, and are cited for their files', async () => {
    await using upstream = await ScriptedUpstream.start(runs('plot()'), says('Look: 😀'))
    const sandbox = new FakeSandbox(shows({ png: PIXEL, text: '<Figure>' }), finishes())

    const { body } = await respond(upstream, outputs, { sandbox })

    const [program, message] = body.output
    expect(program).toMatchObject({
      outputs: [{ type: 'image', url: `data:image/png;base64,${PIXEL}` }],
    })
    const [part] = message?.type === 'message' ? message.content : []
    if (part?.type !== 'output_text') throw new Error('There is no text.')
    const [citation] = part.annotations
    if (citation?.type !== 'container_file_citation') throw new Error('There is no citation.')
    expect(citation).toMatchObject({
      file_id: expect.stringMatching(/^file-/),
      filename: 'figure-1.png',
    })
    expect(program).toMatchObject({ container_id: citation.container_id })
    const characters = Array.from(part.text)
    expect(characters.slice(citation.start_index, citation.end_index).join('')).toMatch(
      /^\[figure-1\.png\]\(http\S+\)$/,
    )
  })

  it('are cited for their files also where the text has to be JSON', async () => {
    await using upstream = await ScriptedUpstream.start(runs('plot()'), says('{}'))
    const sandbox = new FakeSandbox(shows({ png: PIXEL }), finishes())
    const request = { ...ask, text: { format: { type: 'json_object' } } }

    const { body } = await respond(upstream, request, { sandbox })

    expect(body.output[1]).toMatchObject({
      content: [{ text: '{}', annotations: [{ type: 'container_file_citation' }] }],
    })
  })

  it('have run to their end with an error of their own', async () => {
    await using upstream = await ScriptedUpstream.start(runs('1/0'), says('No.'))
    const sandbox = new FakeSandbox(raises('ZeroDivisionError', 'division by zero'))

    const { body } = await respond(upstream, outputs, { sandbox })

    expect(body.output[0]).toMatchObject({
      status: 'completed',
      outputs: [{ type: 'logs', logs: expect.stringContaining('ZeroDivisionError: division') }],
    })
  })

  it('are not run more often than they may be', async () => {
    await using upstream = await ScriptedUpstream.start(
      calls(
        { id: 'c1', name: 'code_interpreter', arguments: '{"code":"1"}' },
        { id: 'c2', name: 'code_interpreter', arguments: '{"code":"2"}' },
      ),
      says('It is 1.'),
    )
    const sandbox = new FakeSandbox(prints('1\n'), finishes())

    const { body } = await respond(upstream, { ...ask, max_tool_calls: 1 }, { sandbox })

    expect(sandbox.executions.map(({ code }) => code)).toEqual(['1'])
    expect(body.output.map((item) => ('status' in item ? item.status : null))).toEqual([
      'completed',
      'incomplete',
      'completed',
    ])
    expect(upstream.messages(-1).at(-1)?.content).toContain('no tool may be called any more')
    expect(upstream.requests[1]?.body['tool_choice']).toBe('none')
  })
})
