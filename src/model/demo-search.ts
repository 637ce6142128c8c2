import * as z from 'zod'

const TICKERS = ['META', 'AAPL', 'AMZN', 'NFLX', 'GOOGL']

const Found = z.looseObject({
  /** Programs have results too, and streams beside them. */
  stdout: z.undefined().optional(),
  results: z.array(z.looseObject({ title: z.string(), url: z.string(), content: z.string() })),
})
export type Page = z.infer<typeof Found>['results'][number]

/** The pages that a search has found, when this is what a tool has said. */
export function pagesIn(output: unknown): Page[] | null {
  const found = Found.safeParse(output)
  return found.success ? found.data.results : null
}

/** The first price that stands behind each company's ticker, and the page that it is from. */
export function pricesIn(pages: readonly Page[]): { ticker: string; price: number; page: Page }[] {
  return TICKERS.flatMap((ticker) => {
    const pattern = new RegExp(String.raw`\b${ticker}\b\D{0,40}?\$?(\d[\d,]*(?:\.\d+)?)`)
    for (const page of pages) {
      const price = page.content.match(pattern)?.[1]
      if (price !== undefined) return [{ ticker, price: Number(price.replaceAll(',', '')), page }]
    }
    return []
  })
}

/** Python that compares what was found. */
export function priceChart(prices: readonly { ticker: string; price: number }[]): string {
  const rows = prices.map(({ ticker, price }) => `    "${ticker}": ${price},`)
  return `import matplotlib.pyplot as plt

# As the search has found them, in US dollars.
prices = {
${rows.join('\n')}
}
bars = plt.bar(prices.keys(), prices.values())
plt.bar_label(bars, fmt="$%.2f")
plt.title("Stock prices of the FAANG companies")
plt.ylabel("Price (US dollars)")
plt.show()
`
}

export function linksTo(pages: readonly Page[]): string {
  return pages.map(({ title, url }) => `[${title.replaceAll(/[[\]]/g, '')}](${url})`).join(', ')
}
