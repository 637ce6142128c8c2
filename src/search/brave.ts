import * as z from 'zod'
import { fetchJson, type Fetch, type Patience } from './fetch-json.ts'
import { Text, toHits, withSites } from './hits.ts'
import type { Location, SearchProvider } from './provider.ts'

export const BraveConfig = z.object({
  WEB_SEARCH_PROVIDER: z.literal('brave'),
  BRAVE_API_KEY: z.string(),
})

const MAX_COUNT = 20

const Answer = z.object({
  // Without hits, there is no `web`.
  web: z
    .object({
      results: z.array(
        z.object({
          title: Text,
          url: z.string(),
          description: Text,
          extra_snippets: z.array(z.string()).nullish(),
        }),
      ),
    })
    .nullish(),
  type: z.literal('search'),
})

/** The API of Brave Search. */
export function brave(
  { BRAVE_API_KEY }: z.infer<typeof BraveConfig>,
  request: Fetch = fetch,
  patience?: Patience,
): SearchProvider {
  return {
    async search({ text, maxHits, allowedDomains, location }, signal) {
      const url = new URL('https://api.search.brave.com/res/v1/web/search')
      url.searchParams.set('q', withSites(text, allowedDomains))
      url.searchParams.set('count', String(Math.min(maxHits, MAX_COUNT)))
      url.searchParams.set('text_decorations', 'false')
      url.searchParams.set('extra_snippets', 'true')
      const headers = { 'x-subscription-token': BRAVE_API_KEY, ...locationHeaders(location) }
      const { web } = await fetchJson(request, { url, headers, answer: Answer }, signal, patience)
      return toHits(
        (web?.results ?? []).map(({ title, url: page, description, extra_snippets }) => ({
          title,
          url: page,
          content: [description, ...(extra_snippets ?? [])].join(' … '),
          score: null,
        })),
      )
    },
  }
}

/** Headers, since the parameter `country` refuses countries that Brave has no index for. */
function locationHeaders({ city, country, region, timezone }: Location): Record<string, string> {
  const headers = Object.entries({
    'x-loc-city': city,
    'x-loc-country': country,
    'x-loc-state-name': region,
    'x-loc-timezone': timezone,
  })
  return Object.fromEntries(
    headers.flatMap(([name, value]) => (value === undefined ? [] : [[name, encoded(value)]])),
  )
}

/** Headers have no room for letters such as those of São Paulo. */
function encoded(value: string): string {
  return value.normalize('NFD').replaceAll(/[^\x20-\x7e]/g, '')
}
