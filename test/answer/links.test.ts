import { describe, expect, it } from 'vitest'
import { LinkMender } from '../../src/answer/links.ts'
import { ask, chat, stream } from '../support/chat-request.ts'
import { FakeSandbox, finishes, PIXEL, shows, writes } from '../support/fake-sandbox.ts'
import { chunksOf } from '../support/read-events.ts'
import { runs, says, ScriptedUpstream } from '../support/scripted-upstream.ts'

const file = (name: string) => ({
  id: `file-${name.replaceAll(/\W/g, '')}`,
  name,
  bytes: 1,
  mime_type: 'text/csv',
  url: `https://here.example/v1/files/file-${name.replaceAll(/\W/g, '')}/content?signature=abc`,
})
const rain = file('rain.csv')
const wide = file('my rain (1).csv')
const files = [rain, wide]

function mended(text: string, size = text.length): string {
  const mender = new LinkMender(files)
  let out = ''
  for (let at = 0; at < text.length; at += size) out += mender.add(text.slice(at, at + size))
  return out + mender.end()
}

describe('links that mean files of the answer', () => {
  const targets = [
    'sandbox:/mnt/data/rain.csv',
    'sandbox:///mnt/data/rain.csv',
    '/mnt/data/rain.csv',
    'mnt/data/rain.csv',
    '/mnt/data/out/rain.csv',
    'attachment://rain.csv',
    'file:///mnt/data/rain.csv',
    'rain.csv',
    './rain.csv',
    '<rain.csv>',
    rain.url,
    rain.url.slice(0, -3),
    rain.url.replace('here.example', 'there.example'),
    `https://here.example/v1/files/${rain.id}`,
  ]

  it.for(targets)('get the right address: %s', (target) => {
    const text = `See [the table](${target}), and ![it](${target} "Rain").`
    const right = `See [the table](${rain.url}), and ![it](${rain.url} "Rain").`

    for (const size of [1, 5, text.length]) expect(mended(text, size)).toBe(right)
  })

  it('may have brackets and blanks in their names', () => {
    for (const target of ['my rain (1).csv', '/mnt/data/my%20rain%20(1).csv']) {
      expect(mended(`[x](${target})`)).toBe(`[x](${wide.url})`)
    }
  })

  it('are known by their label where the address of a file is all wrong', () => {
    const wrong = 'https://here.example/v1/files/file-0000/content'

    expect(mended(`[rain.csv](${wrong})`)).toBe(`[rain.csv](${rain.url})`)
    expect(mended(`[rain](${wrong})`)).toBe(`[rain](${wrong})`)
  })

  const others = [
    '[a](https://example.com/rain.csv)',
    '[a](other.csv)',
    '[a](#rain)',
    'rain.csv, f(rain.csv) and [rain.csv]',
    '[a](rain.csv\nand more',
    '[a](rain.csv',
    `[a](${'x'.repeat(5_000)})`,
    ']('.repeat(50),
  ]

  it.for(others)('are all that is changed: %s', (text) => {
    for (const size of [1, text.length]) expect(mended(text, size)).toBe(text)
  })

  it.for(['[a](', `[a](${' '.repeat(1_900)})`, `[a](${'"'.repeat(1_900)})`])(
    'are read in linear time',
    { timeout: 3_000 },
    (link) => {
      const text = link.repeat(1_000_000 / link.length)

      expect(mended(text, 1)).toBe(text)
    },
  )
})

describe('an answer', () => {
  const sandbox = () => new FakeSandbox(shows({ png: PIXEL }), writes('rain.csv', 'a'), finishes())

  it('places a chart by the name that the model gives it', async () => {
    await using upstream = await ScriptedUpstream.start(
      runs('plot()'),
      says('Here: ![chart](sandbox:/mnt/data/figure-1.png)\n\n[data](rain.csv)'),
    )

    const { choice } = await chat(upstream, ask, { sandbox: sandbox() })

    expect(choice?.message.content).toMatch(/^Here: !\[chart\]\(http\S+\)\n\n\[data\]\(http\S+\)$/)
  })

  it('does so in a stream', async () => {
    await using upstream = await ScriptedUpstream.start(
      runs('plot()'),
      says('Here: ![chart](figure-1.png) and more.'),
    )

    const chunks = await chunksOf(await stream(upstream, ask, { sandbox: sandbox() }))

    const text = chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')
    expect(text).toMatch(/^Here: !\[chart\]\(http\S+\) and more\.\n\n\[rain\.csv\]\(http\S+\)$/)
  })

  it('appends a chart of which the model says only a part of the address', async () => {
    await using upstream = await ScriptedUpstream.start(runs('plot()'), (received, response) => {
      const output = String(received.body.messages?.at(-1)?.content)
      const id = /file-\w+/.exec(output)?.[0] ?? ''
      return says(`It is ${id}.`)(received, response)
    })
    const charts = new FakeSandbox(shows({ png: PIXEL }), finishes())

    const { choice } = await chat(upstream, ask, { sandbox: charts })

    expect(choice?.message.content).toMatch(/^It is file-\w+\.\n\n!\[figure-1\.png\]\(http\S+\)$/)
  })
})
