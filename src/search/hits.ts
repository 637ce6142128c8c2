import * as z from 'zod'
import type { SearchHit } from './provider.ts'

/** Services leave out, or set to null, what they do not know. */
export const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? '')

export const Score = z
  .number()
  .nullish()
  .catch(null)
  .transform((score) => score ?? null)

interface RawHit {
  title: string
  url: string
  content: string
  score: number | null
}

/** Hits that can be shown and cited: each a page of the web, once, with a title and plain text. */
export function toHits(raw: readonly RawHit[]): SearchHit[] {
  const hits = new Map<string, SearchHit>()
  for (const { title, url, content, score } of raw) {
    const { protocol, hostname } = URL.parse(url) ?? {}
    if (hostname === undefined || !/^https?:$/.test(protocol ?? '') || hits.has(url)) continue
    hits.set(url, { title: plain(title) || hostname, url, content: plain(content), score })
  }
  return [...hits.values()]
}

/** `site:` as search engines understand it. */
export function withSites(text: string, domains: readonly string[]): string {
  const sites = domains.map((domain) => `site:${domain}`).join(' OR ')
  return sites === '' ? text : `${text} (${sites})`
}

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#39;': "'",
  '&nbsp;': ' ',
}

/** One line, without what marks hits in it, and with the characters that services escape for HTML. */
function plain(text: string): string {
  return text
    .replaceAll(/<\/?(?:b|strong|em|mark)>/gi, '')
    .replaceAll(/&(?:#?\w+);/g, (entity) => entities[entity.toLowerCase()] ?? entity)
    .replaceAll(/\s+/g, ' ')
    .trim()
}
