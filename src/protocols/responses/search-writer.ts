import * as z from 'zod'
import type { SearchItem, SearchUse } from '../../answer/items.ts'
import { parseJson } from '../../json.ts'
import type { Fields } from '../../model/fields.ts'
import { upstreamOf } from './program-writer.ts'
import { itemAdded, itemDone, type ItemPlace, type Told, type WrittenItem } from './told.ts'

interface SearchOptions {
  includesSources: boolean
  includesResults: boolean
}

const Arguments = z.object({ query: z.string() }).catch({ query: '' })

/** Writes a search of the web. */
export class SearchWriter {
  readonly #place: ItemPlace
  readonly #options: SearchOptions

  constructor(place: ItemPlace, options: SearchOptions) {
    this.#place = place
    this.#options = options
  }

  *open(use: SearchUse): Generator<Told> {
    yield itemAdded(this.#place, this.#item('in_progress', actionOf(use)))
    yield this.#told('in_progress')
    yield this.#told('searching')
  }

  *close(item: SearchItem): Generator<Told, WrittenItem> {
    const hits = item.outcome?.type === 'search' ? item.outcome.hits : null
    const status = hits ? 'completed' : 'failed'
    if (hits) yield this.#told('completed')
    const action = actionOf(item)
    const sources = { sources: (hits ?? []).map(({ url }) => ({ type: 'url', url })) }
    const results = (hits ?? []).map(({ title, url, content }) => ({ title, url, content }))
    const upstream = upstreamOf(item.given)
    const { includesSources, includesResults } = this.#options
    const sent = {
      ...this.#item(status, { ...action, ...(includesSources && sources) }),
      ...(includesResults && { results }),
      ...upstream,
    }
    yield itemDone(this.#place, sent)
    const kept = { ...this.#item(status, { ...action, ...sources }), results, ...upstream }
    return { sent, kept }
  }

  #told(event: string): Told {
    return { type: `response.web_search_call.${event}`, ...this.#place }
  }

  #item(status: string, action: object): Fields {
    return { id: this.#place.item_id, type: 'web_search_call', status, action }
  }
}

function actionOf({ arguments: args }: SearchUse) {
  const { query } = Arguments.parse(parseJson(args))
  return { type: 'search', query, queries: [query] }
}
