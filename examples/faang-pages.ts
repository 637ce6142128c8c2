import type { Page } from './search-service.ts'

// Invented prices: what counts is that the model finds them, and that the chart shows what it found.
const companies = [
  { name: 'Meta Platforms', ticker: 'META', price: 612.77 },
  { name: 'Apple', ticker: 'AAPL', price: 268.47 },
  { name: 'Amazon', ticker: 'AMZN', price: 232.9 },
  { name: 'Netflix', ticker: 'NFLX', price: 1106.5 },
  { name: 'Alphabet (Google)', ticker: 'GOOGL', price: 318.25 },
]

/** What the search service of the example `faang` finds. */
export const faangPages: readonly Page[] = companies.map(({ name, ticker, price }) => ({
  title: `${name} (${ticker}) stock price`,
  url: `https://quotes.example/${ticker}`,
  content: `${name}, one of the FAANG companies. Current stock price of ${ticker}: $${price} (sample data).`,
}))
