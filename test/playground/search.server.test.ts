import { expect, it } from 'vitest'
import { faangPages } from '../../examples/faang-pages.ts'
import { startSearchService } from '../../examples/search-service.ts'
import { startServer } from '../../scripts/serve.ts'
import { askPlayground, keepScreenshot, openPlayground, startBrowser } from '../support/browser.ts'

const anyPort = 0

it('the playground shows a search, the program with what it found, and the chart', async () => {
  await using service = await startSearchService(faangPages, anyPort)
  await using server = await startServer({
    vars: { WEB_SEARCH_PROVIDER: 'searxng', SEARXNG_URL: service.url },
  })
  await using browser = await startBrowser()
  const { page, problems } = await openPlayground(browser, server.url, {
    viewport: { width: 1280, height: 1720 },
  })

  await page.getByRole('checkbox', { name: /Web search/ }).check()
  await askPlayground(
    page,
    'Find the current stock prices of the FAANG companies and create a comparison chart.',
  )

  const search = page.getByRole('region', { name: 'Web search' })
  expect(await search.getByRole('listitem').count()).toBe(5)
  expect(await page.locator('.program').textContent()).toContain('"NFLX": 1106.5')
  expect(await page.getByRole('img').count()).toBe(1)
  expect(problems).toEqual([])
  await keepScreenshot(page, 'search')
})
