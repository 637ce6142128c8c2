import * as z from 'zod'
import { brave, BraveConfig } from './brave.ts'
import { exa, ExaConfig } from './exa.ts'
import type { SearchProvider } from './provider.ts'
import { searxng, SearxngConfig } from './searxng.ts'
import { tavily, TavilyConfig } from './tavily.ts'

/** The variables of each provider, under the names that a deployment sets. */
export const SearchConfig = z.discriminatedUnion('WEB_SEARCH_PROVIDER', [
  SearxngConfig,
  BraveConfig,
  TavilyConfig,
  ExaConfig,
])
export type SearchConfig = z.infer<typeof SearchConfig>

export function searchProvider(config: SearchConfig): SearchProvider {
  switch (config.WEB_SEARCH_PROVIDER) {
    case 'searxng':
      return searxng(config)
    case 'brave':
      return brave(config)
    case 'tavily':
      return tavily(config)
    case 'exa':
      return exa(config)
  }
}
