/** A page that an answer may cite. */
export interface Source {
  title: string
  url: string
}

/** A place in a text that cites a page. */
export interface Citation extends Source {
  /** In characters of Unicode, as Python counts them: the first of the link, and the one after it. */
  start: number
  end: number
}

interface Span {
  start: number
  end: number
}

/** Where an answer cites the pages that it was told of, in the order in which it does. */
export function citations(answer: string, sources: readonly Source[]): Citation[] {
  const pages = new Map(sources.map((source) => [source.url, source]))
  return [...pages.values()]
    .flatMap((source) => spansOf(answer, source.url).map((span) => ({ ...span, source })))
    .toSorted((one, other) => one.start - other.start)
    .map(({ start, end, source: { title, url } }) => ({
      start: charactersIn(answer.slice(0, start)),
      end: charactersIn(answer.slice(0, end)),
      title,
      url,
    }))
}

/** What may follow an address that ends here: white space, brackets and quotes, also after a full stop. */
const END = /^\/?(?=[.,;:!?]*(?:[\s)\]>"'`*|]|$))/

/** Every place of an address, grown to the whole of a Markdown link where it is one. */
function spansOf(answer: string, url: string): Span[] {
  const spans: Span[] = []
  // Models add and leave out the last slash as they like.
  const address = url.replace(/\/$/, '')
  for (let at = answer.indexOf(address); at >= 0; at = answer.indexOf(address, at + 1)) {
    const end = at + address.length
    const slash = answer.slice(end).match(END)?.[0]
    if (slash !== undefined) spans.push(wholeLink(answer, { start: at, end: end + slash.length }))
  }
  return spans
}

function wholeLink(answer: string, { start, end }: Span): Span {
  const label = answer.slice(0, start).match(/\[(?:[^[\]\n]|\[[^[\]\n]*\])*\]\(<?$/)
  const close = answer.slice(end).match(/^>?(?:\s+"[^"\n]*")?\)/)
  return label && close
    ? { start: label.index ?? start, end: end + close[0].length }
    : { start, end }
}

function charactersIn(text: string): number {
  return Array.from(text).length
}
