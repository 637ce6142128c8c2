import { ask } from './ask.ts'
import { faangPages } from './faang-pages.ts'
import { startSearchService } from './search-service.ts'

// The server must be started with WEB_SEARCH_PROVIDER=searxng and SEARXNG_URL=http://127.0.0.1:8888 for this
// service to be asked; with a provider of yours, it finds the prices of today.
await using service = await startSearchService(
  faangPages,
  Number(process.env['SEARCH_PORT'] ?? 8888),
)

await ask(
  'faang',
  'Find the current stock prices of the FAANG companies and create a comparison chart.',
  [{ type: 'web_search' }, { type: 'code_interpreter' }],
)
process.stdout.write(`\nThe server searched ${service.url} for: ${service.queries.join('; ')}\n`)
