export interface SearchQuery {
  text: string
  maxHits: number
  /** In characters, what is read of one page. */
  maxContent: number
  /** Only pages of these hosts, and of hosts below them. Empty: all. */
  allowedDomains: readonly string[]
  /** Where the user roughly is. */
  location: Location
}

export interface Location {
  city?: string | undefined
  /** An ISO 3166 code of two letters. */
  country?: string | undefined
  region?: string | undefined
  /** A name of the IANA's, such as `Europe/Paris`. */
  timezone?: string | undefined
}

export interface SearchHit {
  title: string
  /** An `http:` or `https:` address. */
  url: string
  /** Plain text of the page, as far as it bears on the query. */
  content: string
  /** How well the page fits, as the provider sees it; null when it does not say. */
  score: number | null
}

/**
 * Finds pages. What it finds is whatever anyone has written: nobody may trust it.
 *
 * Rejects with `ApiError` when the service is down, refuses, is slow, answers with something else than
 * results, or when the signal is aborted. Hits may be more than asked for, and of other hosts.
 */
export interface SearchProvider {
  search(query: SearchQuery, signal: AbortSignal): Promise<SearchHit[]>
}
