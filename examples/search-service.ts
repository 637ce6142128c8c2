import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Page {
  title: string
  url: string
  content: string
}

export interface SearchService extends AsyncDisposable {
  url: string
  /** What it was asked, in order. */
  queries: string[]
}

/** A search service in miniature that speaks SearXNG's protocol and finds pages by the words in them. */
export async function startSearchService(
  pages: readonly Page[],
  port: number,
): Promise<SearchService> {
  const queries: string[] = []
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const query = searchParams.get('q') ?? ''
    queries.push(query)
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ query, results: find(pages, query) }))
  })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen(port, '127.0.0.1', resolve)
  await promise

  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    queries,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

function find(pages: readonly Page[], query: string) {
  const words = query.toLowerCase().match(/\p{L}{3,}/gu) ?? []
  return pages
    .map((page) => {
      const text = `${page.title} ${page.content}`.toLowerCase()
      const found = words.filter((word) => text.includes(word)).length
      return { ...page, score: found / Math.max(1, words.length) }
    })
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('Not listening on a port.')
  return address.port
}
