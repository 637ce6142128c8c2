import { describe, expect, it } from 'vitest'
import type { Fetch, Patience } from '../../src/search/fetch-json.ts'
import type { SearchHit, SearchProvider, SearchQuery } from '../../src/search/provider.ts'
import { USER_AGENT } from '../../src/version.ts'

interface SearchProviderFixture {
  create: (request: Fetch, patience: Patience) => SearchProvider
  /** The service's answer with these hits, of which some services do not tell the score. */
  answer: (hits: readonly SearchHit[]) => object
  knowsScores: boolean
  /** What must be seen by nobody. */
  secret?: string
}

const hit: SearchHit = {
  title: 'Tides',
  url: 'https://sea.example/tides',
  content: 'High water at noon.',
  score: 0.5,
}

const query: SearchQuery = {
  text: 'tides',
  maxHits: 5,
  maxContent: 1000,
  allowedDomains: [],
  location: {},
}

const signal = new AbortController().signal
const patience: Patience = { attemptMs: 200, pauseMs: 1 }

/** What every search provider promises, whatever its service answers. */
export function searchProviderContract(name: string, fixture: SearchProviderFixture): void {
  const { create, answer, knowsScores, secret = 'no secret' } = fixture
  const service = (...responses: Reply[]) => {
    const scripted = new ScriptedService(responses)
    return { scripted, provider: create(scripted.fetch, patience) }
  }

  describe(`search provider: ${name}`, () => {
    it('finds pages', async () => {
      const { provider } = service(() => Response.json(answer([hit])))

      expect(await provider.search(query, signal)).toEqual([
        knowsScores ? hit : { ...hit, score: null },
      ])
    })

    it('says who asks', async () => {
      const { scripted, provider } = service(() => Response.json(answer([hit])))

      await provider.search(query, signal)

      expect(scripted.askedBy).toEqual([USER_AGENT])
    })

    it('finds nothing', async () => {
      const { provider } = service(() => Response.json(answer([])))

      expect(await provider.search(query, signal)).toEqual([])
    })

    it('gives titles and contents as plain lines, and a title to every page', async () => {
      const raw = { ...hit, title: '', content: '<strong>High</strong> &amp; low\n\n water.' }
      const { provider } = service(() => Response.json(answer([raw])))

      expect(await provider.search(query, signal)).toMatchObject([
        { title: 'sea.example', content: 'High & low water.' },
      ])
    })

    it('leaves out what is no address of the web, and what it has already', async () => {
      const { provider } = service(() =>
        Response.json(answer([{ ...hit, url: 'javascript:alert(1)' }, hit, hit])),
      )

      expect(await provider.search(query, signal)).toHaveLength(1)
    })

    it('asks for the words, and for pages of the allowed domains', async () => {
      const { provider, scripted } = service(() => Response.json(answer([])))

      await provider.search({ ...query, allowedDomains: ['sea.example'] }, signal)

      expect(scripted.asked[0]).toContain('tides')
      expect(scripted.asked[0]).toContain('sea.example')
    })

    it('asks once more when the service fails', async () => {
      const { provider, scripted } = service(
        () => new Response('oops', { status: 503 }),
        () => Response.json(answer([hit])),
      )

      expect(await provider.search(query, signal)).toHaveLength(1)
      expect(scripted.asked).toHaveLength(2)
    })

    it('asks once more when there is no connection, and then gives up', async () => {
      const { provider, scripted } = service(noConnection, noConnection)

      await expect(provider.search(query, signal)).rejects.toMatchObject({
        name: 'ApiError',
        code: 'search_unreachable',
      })
      expect(scripted.asked).toHaveLength(2)
    })

    it('does not wait for a service that does not answer', async () => {
      const { provider } = service(silence, silence)

      await expect(provider.search(query, signal)).rejects.toMatchObject({
        code: 'search_unreachable',
        message: 'The search service did not answer in time.',
      })
    })

    it('does not ask again what is refused, and does not say with what key', async () => {
      const { provider, scripted } = service(
        () => new Response(`no such key: ${secret}`, { status: 401 }),
      )

      const refusal = await provider.search(query, signal).catch((error: unknown) => error)

      expect(refusal).toMatchObject({ name: 'ApiError', code: 'search_refused' })
      expect(String(refusal)).not.toContain(secret)
      expect(scripted.asked).toHaveLength(1)
    })

    it.for(['<html>', '{"results": 7}', '{"web": {"results": "none"}}', 'null'])(
      'says that %s is no list of results',
      async (text) => {
        const { provider } = service(() => new Response(text))

        await expect(provider.search(query, signal)).rejects.toMatchObject({
          name: 'ApiError',
          code: 'search_unreadable',
        })
      },
    )

    it('ends when it is no longer waited for', async () => {
      const leaving = new AbortController()
      const { provider, scripted } = service(silence)

      const search = provider.search(query, leaving.signal)
      leaving.abort()

      await expect(search).rejects.toMatchObject({ name: 'ApiError', code: 'search_cancelled' })
      expect(scripted.asked).toHaveLength(1)
    })
  })
}

type Reply = (signal: AbortSignal | null | undefined) => Response | Promise<Response>

const noConnection: Reply = () => {
  throw new TypeError('fetch failed')
}

const silence: Reply = (aborted) =>
  new Promise((_, reject) => {
    aborted?.addEventListener('abort', () => reject(aborted.reason), { once: true })
  })

/** A service that answers as the script says, and remembers what it was asked, as text. */
class ScriptedService {
  readonly asked: string[] = []
  readonly askedBy: (string | null)[] = []
  readonly #replies: Reply[]

  constructor(replies: Reply[]) {
    this.#replies = replies
  }

  readonly fetch: Fetch = async (url, { body, headers, signal: aborted }) => {
    this.askedBy.push(new Headers(headers).get('user-agent'))
    this.asked.push(`${decodeURIComponent(url)} ${typeof body === 'string' ? body : ''}`)
    const reply = this.#replies.shift()
    if (!reply) throw new Error('The script is over.')
    return reply(aborted)
  }
}
