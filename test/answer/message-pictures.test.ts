import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { publicPictures } from '../../src/tools/picture.ts'
import { USER_AGENT } from '../../src/version.ts'
import { ask, chat } from '../support/chat-request.ts'
import { FakeSandbox, finishes, PIXEL } from '../support/fake-sandbox.ts'
import { runs, says, ScriptedUpstream } from '../support/scripted-upstream.ts'

const pixel = Buffer.from(PIXEL, 'base64')
const part = (url: string) => ({ type: 'image_url', image_url: { url } })
const png = (body: BodyInit = pixel, headers = {}) =>
  new Response(body, { headers: { 'content-type': 'image/png', ...headers } })

/** What programs find, and what the model is told, of a message with these parts. */
async function given(parts: object[], answer: (url: string) => Response = () => png()) {
  await using upstream = await ScriptedUpstream.start(runs('1'), says('Done.'))
  const sandbox = new FakeSandbox(finishes())
  const fetched: string[] = []
  const messages = [{ role: 'user', content: parts }]
  const { status } = await chat(
    upstream,
    { ...ask, messages },
    {
      sandbox,
      fetch: async (url) => {
        fetched.push(url)
        return answer(url)
      },
    },
  )
  const files = sandbox.executions[0]?.files ?? []
  return { status, fetched, files, told: upstream.messages(0)[0]?.content }
}

describe('the pictures of a conversation', () => {
  it('are files for the program, and the model is told so', async () => {
    const inline = part(`data:image/png;base64,${PIXEL}`)
    const remote = part('https://example.com/cat')
    const { files, told } = await given([inline, remote])

    expect(files.map(({ name }) => name).toSorted()).toEqual(['image-2.png', 'image.png'])
    expect(files.every(({ bytes }) => pixel.equals(bytes))).toBe(true)
    expect(told).toEqual([
      inline,
      { type: 'text', text: 'For programs this picture is /mnt/data/image-2.png.' },
      remote,
      { type: 'text', text: 'For programs this picture is /mnt/data/image.png.' },
    ])
  })

  it('are fetched once', async () => {
    const { fetched, files } = await given([
      part('https://example.com/cat'),
      part('https://example.com/cat'),
    ])

    expect(fetched).toHaveLength(1)
    expect(files).toHaveLength(1)
  })

  it('are the newest twenty', async () => {
    const { files } = await given(
      Array.from({ length: 30 }, (_, at) => part(`https://example.com/${at}`)),
    )

    expect(files).toHaveLength(20)
  })

  it('are fetched for some seconds and no longer, while those that need no fetching come all the same', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const inline = part(`data:image/png;base64,${PIXEL}`)
    const remote = Array.from({ length: 5 }, (_, at) => part(`https://example.com/${at}`))

    const { fetched, files } = await given([inline, ...remote], () => {
      vi.setSystemTime(Date.now() + 9_000)
      return new Response(null, { status: 504 })
    })

    expect(fetched).toHaveLength(2)
    expect(files.map(({ name }) => name)).toEqual(['image.png'])
  })

  const none = [
    { kind: 'is not there', answer: () => new Response(null, { status: 404 }) },
    {
      kind: 'is no picture',
      answer: () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
    },
    {
      kind: 'is too large, as it says',
      answer: () => png(pixel, { 'content-length': '99000000' }),
    },
    { kind: 'is too large, and does not say so', answer: () => png(endless()) },
    {
      kind: 'cannot be reached',
      answer: () => {
        throw new TypeError('fetch failed')
      },
    },
  ]

  it.for(none)('are left to the model when one $kind', async ({ answer }) => {
    const remote = part('https://example.com/cat')
    const { status, files, told } = await given([remote], answer)

    expect(status).toBe(200)
    expect(files).toEqual([])
    expect(told).toEqual([remote])
  })

  it('are left to the model when there is no program', async () => {
    await using upstream = await ScriptedUpstream.start(says('A cat.'))
    const messages = [{ role: 'user', content: [part(`data:image/png;base64,${PIXEL}`)] }]

    await chat(upstream, { ...ask, tools: undefined, messages })

    expect(upstream.messages(0)).toEqual(messages)
  })

  it.for(['data:image/png;base64,%%%', 'data:text/plain;base64,YQ==', 'data:image/png,abc'])(
    'are none where there is none: %s',
    async (url) => {
      expect((await given([part(url)])).files).toEqual([])
    },
  )
})

describe('the addresses of pictures', () => {
  const refused = [
    'http://example.com/cat.png',
    'https://127.0.0.1/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://①②⑦.⓪.⓪.①/',
    'https://127%2e0.0.1/',
    'https://127.0.0.1./',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://8.8.8.8/',
    'https://[::1]/',
    'https://[fd00::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://localhost/',
    'https://localhost./',
    'https://localhost../',
    'https://LOCALHOST/',
    'https://app.localhost../',
    'https://localhost.localdomain/',
    'https://router.lan/',
    'https://metadata.google.internal/',
    'https://intranet/',
    'https://user:password@example.com/',
    'https://example.com:8443/',
    'file:///etc/passwd',
    'no address',
  ]

  async function fetchedFor(url: string, answers: Response[] = [png()]) {
    const asked: string[] = []
    const fetchPicture = publicPictures(async (address, { headers }) => {
      asked.push(address)
      expect(new Headers(headers).get('user-agent')).toBe(USER_AGENT)
      return answers.shift() ?? new Response(null, { status: 404 })
    })
    const picture = await fetchPicture(url, 1_000, new AbortController().signal)
    return { picture, asked }
  }

  it.for(refused)('are public ones: not %s', async (url) => {
    expect(await fetchedFor(url)).toEqual({ picture: null, asked: [] })
  })

  it.for(refused)('are public ones behind a redirect too: not %s', async (location) => {
    const redirect = new Response(null, { status: 302, headers: { location: inAscii(location) } })
    const { picture, asked } = await fetchedFor('https://example.com/', [redirect, png()])

    // An address that is none is one below the first.
    const isBelow = location === 'no address'
    expect(asked).toHaveLength(isBelow ? 2 : 1)
    expect(picture === null).toBe(!isBelow)
  })

  it('may lead to another, and not on and on', async () => {
    const redirect = () =>
      new Response(null, { status: 301, headers: { location: 'https://cdn.example.com/cat' } })

    const one = await fetchedFor('https://example.com/cat', [redirect(), png()])
    const many = await fetchedFor('https://example.com/cat', Array.from({ length: 9 }, redirect))

    expect(one.picture).toMatchObject({ ending: 'png' })
    expect(many.picture).toBeNull()
    expect(many.asked).toHaveLength(4)
  })
})

function inAscii(address: string): string {
  return address.replaceAll(/[^ -~]+/g, encodeURIComponent)
}

function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array(1024 * 1024))
    },
  })
}
