import { describe, expect, it } from 'vitest'
import { brave } from '../../src/search/brave.ts'
import { exa } from '../../src/search/exa.ts'
import type { Fetch } from '../../src/search/fetch-json.ts'
import type { SearchProvider, SearchQuery } from '../../src/search/provider.ts'
import { searxng } from '../../src/search/searxng.ts'
import { tavily } from '../../src/search/tavily.ts'
import { searchProviderContract } from '../contracts/search-provider.ts'

const searxngConfig = {
  WEB_SEARCH_PROVIDER: 'searxng',
  SEARXNG_URL: 'http://searxng.example/find/',
} as const
const braveConfig = { WEB_SEARCH_PROVIDER: 'brave', BRAVE_API_KEY: 'brave-key' } as const
const tavilyConfig = { WEB_SEARCH_PROVIDER: 'tavily', TAVILY_API_KEY: 'tavily-key' } as const
const exaConfig = { WEB_SEARCH_PROVIDER: 'exa', EXA_API_KEY: 'exa-key' } as const

searchProviderContract('searxng', {
  create: (...seams) => searxng(searxngConfig, ...seams),
  answer: (hits) => ({ query: 'tides', results: hits, unresponsive_engines: [] }),
  knowsScores: true,
})

searchProviderContract('brave', {
  create: (...seams) => brave(braveConfig, ...seams),
  answer: (hits) => ({
    type: 'search',
    ...(hits.length > 0 && {
      web: { results: hits.map(({ content, ...hit }) => ({ ...hit, description: content })) },
    }),
  }),
  knowsScores: false,
  secret: 'brave-key',
})

searchProviderContract('tavily', {
  create: (...seams) => tavily(tavilyConfig, ...seams),
  answer: (hits) => ({ query: 'tides', results: hits, response_time: 0.7 }),
  knowsScores: true,
  secret: 'tavily-key',
})

searchProviderContract('exa', {
  create: (...seams) => exa(exaConfig, ...seams),
  answer: (hits) => ({
    requestId: '1',
    results: hits.map(({ content, ...hit }) => ({ ...hit, id: hit.url, text: content })),
  }),
  knowsScores: true,
  secret: 'exa-key',
})

/** The one request that a search becomes. */
async function requestOf(
  create: (request: Fetch) => SearchProvider,
  answer: object,
  query: Partial<SearchQuery> = {},
) {
  const requests: Request[] = []
  const provider = create(async (url, init) => {
    requests.push(new Request(url, init))
    return Response.json(answer)
  })
  const whole = { text: 'tides', maxHits: 8, maxContent: 1500, allowedDomains: [], location: {} }
  await provider.search({ ...whole, ...query }, new AbortController().signal)
  const [request] = requests
  if (!request) throw new Error('Nothing was asked.')
  const url = new URL(request.url)
  const { method, headers } = request
  const text = await request.text()
  return {
    method,
    headers,
    place: url.origin + url.pathname,
    parameters: Object.fromEntries(url.searchParams),
    body: text === '' ? null : JSON.parse(text),
  }
}

const sites = { allowedDomains: ['sea.example', 'moon.example'] }
const location = { city: 'São Paulo', country: 'BR', timezone: 'America/Sao_Paulo' }

describe('the requests of', () => {
  it('searxng', async () => {
    const request = await requestOf((seam) => searxng(searxngConfig, seam), { results: [] }, sites)

    expect(request).toMatchObject({
      method: 'GET',
      place: 'http://searxng.example/find/search',
      parameters: { q: 'tides (site:sea.example OR site:moon.example)', format: 'json' },
    })
  })

  it('brave', async () => {
    const request = await requestOf(
      (seam) => brave(braveConfig, seam),
      { type: 'search' },
      {
        maxHits: 30,
        location,
      },
    )

    expect(request).toMatchObject({
      method: 'GET',
      place: 'https://api.search.brave.com/res/v1/web/search',
      parameters: { q: 'tides', count: '20' },
    })
    expect(Object.fromEntries(request.headers)).toMatchObject({
      'x-subscription-token': 'brave-key',
      'x-loc-city': 'Sao Paulo',
      'x-loc-country': 'BR',
      'x-loc-timezone': 'America/Sao_Paulo',
    })
  })

  it('tavily', async () => {
    const request = await requestOf((seam) => tavily(tavilyConfig, seam), { results: [] }, sites)

    expect(request).toMatchObject({
      method: 'POST',
      place: 'https://api.tavily.com/search',
      body: { query: 'tides', max_results: 8, include_domains: ['sea.example', 'moon.example'] },
    })
    expect(request.headers.get('authorization')).toBe('Bearer tavily-key')
  })

  it('exa', async () => {
    const request = await requestOf(
      (seam) => exa(exaConfig, seam),
      { results: [] },
      {
        ...sites,
        location,
      },
    )

    expect(request).toMatchObject({
      method: 'POST',
      place: 'https://api.exa.ai/search',
      body: {
        query: 'tides',
        numResults: 8,
        contents: { text: { maxCharacters: 1500 } },
        includeDomains: ['sea.example', 'moon.example'],
        userLocation: 'BR',
      },
    })
    expect(request.headers.get('x-api-key')).toBe('exa-key')
  })
})
