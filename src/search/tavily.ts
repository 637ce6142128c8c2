import * as z from 'zod'
import { fetchJson, type Fetch, type Patience } from './fetch-json.ts'
import { Score, Text, toHits } from './hits.ts'
import type { SearchProvider } from './provider.ts'

export const TavilyConfig = z.object({
  WEB_SEARCH_PROVIDER: z.literal('tavily'),
  TAVILY_API_KEY: z.string(),
})

const MAX_RESULTS = 20

const Answer = z.object({
  results: z.array(z.object({ title: Text, url: z.string(), content: Text, score: Score })),
})

/** The API of Tavily. It knows countries by a list of names of its own, so the location is left to the query. */
export function tavily(
  { TAVILY_API_KEY }: z.infer<typeof TavilyConfig>,
  request: Fetch = fetch,
  patience?: Patience,
): SearchProvider {
  return {
    async search({ text, maxHits, allowedDomains }, signal) {
      const asked = {
        url: new URL('https://api.tavily.com/search'),
        headers: { authorization: `Bearer ${TAVILY_API_KEY}` },
        body: {
          query: text,
          max_results: Math.min(maxHits, MAX_RESULTS),
          search_depth: 'basic',
          ...(allowedDomains.length > 0 && { include_domains: allowedDomains }),
        },
        answer: Answer,
      }
      const { results } = await fetchJson(request, asked, signal, patience)
      return toHits(results)
    },
  }
}
