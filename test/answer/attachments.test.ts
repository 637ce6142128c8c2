import { describe, expect, it } from 'vitest'
import { appFor, ask, chat, type Completion } from '../support/chat-request.ts'
import { failingStore } from '../support/failing-store.ts'
import { FakeSandbox, finishes, PIXEL, prints, shows, writes } from '../support/fake-sandbox.ts'
import { runs, says, ScriptedUpstream } from '../support/scripted-upstream.ts'
import { post } from '../support/test-app.ts'

describe('charts and files in the answer', () => {
  it('are shown after what the model says', async () => {
    await using upstream = await ScriptedUpstream.start(runs('plot()'), says('Look.'))
    const sandbox = new FakeSandbox(
      shows({ png: PIXEL }),
      shows({ png: PIXEL }),
      writes('table [1].csv', 'a,b\n'),
      finishes(),
    )

    const { choice } = await chat(upstream, ask, { sandbox })

    expect(choice?.message.content?.split('\n\n')).toEqual([
      'Look.',
      expect.stringMatching(/^!\[figure-1\.png\]\(http:\S+\)$/),
      expect.stringMatching(/^!\[figure-2\.png\]\(http:\S+\)$/),
      expect.stringMatching(/^\[table \\\[1\\\]\.csv\]\(http:\S+\)$/),
    ])
  })

  it('are numbered through all programs of an answer', async () => {
    await using upstream = await ScriptedUpstream.start(runs('1'), runs('2'), says('Look.'))
    const sandbox = new FakeSandbox(shows({ png: PIXEL }), finishes())

    const { choice } = await chat(upstream, ask, { sandbox })

    expect(choice?.message.content).toContain('![figure-1.png]')
    expect(choice?.message.content).toContain('![figure-2.png]')
  })

  it('are left where the model has placed them', async () => {
    await using upstream = await ScriptedUpstream.start(runs('plot()'), (received, response) => {
      const output = String(received.body.messages?.at(-1)?.content)
      const url = /http:[^"]+/.exec(output)?.[0]
      return says(`See ![the plot](${url}) here.`)(received, response)
    })
    const sandbox = new FakeSandbox(shows({ png: PIXEL }), finishes())

    const { choice } = await chat(upstream, ask, { sandbox })

    expect(choice?.message.content).toMatch(/^See !\[the plot\]\(http:\S+\) here\.$/)
  })

  it('are shown when a program has saved its only picture as a file', async () => {
    await using upstream = await ScriptedUpstream.start(runs('savefig()'), says('Look.'))
    const bytes = Uint8Array.from(atob(PIXEL), (character) => character.charCodeAt(0))
    const sandbox = new FakeSandbox({ type: 'file', name: 'plot.png', bytes }, finishes())

    const { choice } = await chat(upstream, ask, { sandbox })

    expect(choice?.message.content).toContain('![plot.png](')
    expect(choice?.message).toMatchObject({
      executed_tools: [{ code_results: [{ png: PIXEL, text: 'plot.png' }] }],
    })
  })

  it('that could not be kept are named, with the reason', async () => {
    await using upstream = await ScriptedUpstream.start(runs('write()'), says('Look.'))
    const written = Array.from({ length: 12 }, (_, index) => writes(`table_${index}.csv`, 'a'))
    const sandbox = new FakeSandbox(...written, finishes())

    const { choice } = await chat(upstream, ask, { sandbox, filesOf: () => failingStore })

    const names = Array.from({ length: 10 }, (_, index) => `table\\_${index}.csv`).join(', ')
    expect(choice?.message.content).toBe(
      `Look.\n\nCould not be kept: ${names} and 2 more. The file storage of this server fails at the moment.`,
    )
  })

  it('share what an answer may hold', async () => {
    await using upstream = await ScriptedUpstream.start(runs('1'), runs('2'), runs('3'), says('.'))
    const sandbox = new FakeSandbox(prints('x'.repeat(50_000)), finishes())

    const { body } = await chat(upstream, ask, { sandbox, env: { MAX_ANSWER_BYTES: '65536' } })

    const printed = (JSON.stringify(body).match(/"stdout":"x*/g) ?? []).map(({ length }) => length)
    expect(printed.map((length) => length - '"stdout":"'.length)).toEqual([50_000, 15_536, 0])
  })

  it('have links that open without a key', async () => {
    await using upstream = await ScriptedUpstream.start(runs('write()'), says('Look.'))
    const sandbox = new FakeSandbox(writes('table.csv', 'a,b\n'), finishes())
    const app = appFor(upstream, { sandbox })
    const response = await post(app, '/v1/chat/completions', ask)
    const body: Completion = await response.json()
    const url = /\((http:\S+)\)/.exec(body.choices?.[0]?.message.content ?? '')?.[1] ?? ''

    const content = await app.request(url)

    expect(content.status).toBe(200)
    expect(content.headers.get('content-type')).toBe('text/csv')
    expect(await content.text()).toBe('a,b\n')
  })
})
