import * as z from 'zod'
import { fetchJson, type Fetch, type Patience } from './fetch-json.ts'
import { Score, Text, toHits } from './hits.ts'
import type { SearchProvider } from './provider.ts'

export const ExaConfig = z.object({
  WEB_SEARCH_PROVIDER: z.literal('exa'),
  EXA_API_KEY: z.string(),
})

const Answer = z.object({
  results: z.array(z.object({ title: Text, url: z.string(), text: Text, score: Score })),
})

/** The API of Exa. */
export function exa(
  { EXA_API_KEY }: z.infer<typeof ExaConfig>,
  request: Fetch = fetch,
  patience?: Patience,
): SearchProvider {
  return {
    async search({ text, maxHits, maxContent, allowedDomains, location }, signal) {
      const asked = {
        url: new URL('https://api.exa.ai/search'),
        headers: { 'x-api-key': EXA_API_KEY },
        body: {
          query: text,
          numResults: maxHits,
          contents: { text: { maxCharacters: maxContent } },
          ...(allowedDomains.length > 0 && { includeDomains: allowedDomains }),
          ...(location.country !== undefined && { userLocation: location.country }),
        },
        answer: Answer,
      }
      const { results } = await fetchJson(request, asked, signal, patience)
      return toHits(results.map(({ text: content, ...hit }) => ({ ...hit, content })))
    },
  }
}
