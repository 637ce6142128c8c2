import * as z from 'zod'
import { fetchJson, type Fetch, type Patience } from './fetch-json.ts'
import { Score, Text, toHits, withSites } from './hits.ts'
import type { SearchProvider } from './provider.ts'

export const SearxngConfig = z.object({
  WEB_SEARCH_PROVIDER: z.literal('searxng'),
  SEARXNG_URL: z.url({ protocol: /^https?$/ }),
})

const Answer = z.object({
  results: z.array(z.object({ title: Text, url: z.string(), content: Text, score: Score })),
})

/** A SearXNG of one's own; its settings must name `json` among `search.formats`. */
export function searxng(
  { SEARXNG_URL }: z.infer<typeof SearxngConfig>,
  request: Fetch = fetch,
  patience?: Patience,
): SearchProvider {
  return {
    async search({ text, allowedDomains }, signal) {
      const url = new URL(`${SEARXNG_URL.replace(/\/+$/, '')}/search`)
      url.searchParams.set('q', withSites(text, allowedDomains))
      url.searchParams.set('format', 'json')
      const { results } = await fetchJson(request, { url, answer: Answer }, signal, patience)
      return toHits(results)
    },
  }
}
