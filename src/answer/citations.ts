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

/** An address that is longer is cited by nobody, and following it letter by letter is work that a page has chosen. */
const MAX_ADDRESS = 2048
/** The same for what stands in a link before and behind its address. */
const MAX_LABEL = 1000

/** Where an answer cites the pages that it was told of, in the order in which it does. In one pass. */
export function citations(answer: string, sources: readonly Source[]): Citation[] {
  const addresses = treeOf(sources)
  const count = characterCount(answer)
  const found: Citation[] = []
  let from = 0
  for (const { index } of answer.matchAll(ADDRESS)) {
    if (index < from) continue
    const hit = addressAt(answer, index, addresses)
    if (!hit) continue
    const { start, end } = wholeLink(answer, { start: index, end: hit.end }, from)
    const { title, url } = hit.source
    found.push({ start: count(start), end: count(end), title, url })
    from = end
  }
  return found
}

/** Where an address begins: one within another is a part of that. */
const ADDRESS = /(?<![\w/=?&%#:.~+-])https?:\/\//gi

/** Addresses by their letters, so that a text is compared with all of them at once. */
interface Node {
  next: Map<string, Node>
  source: Source | null
}

function treeOf(sources: readonly Source[]): Node {
  const root: Node = { next: new Map(), source: null }
  for (const source of sources) {
    // Models add and leave out the last slash as they like.
    const address = source.url.replace(/\/$/, '')
    if (address.length > MAX_ADDRESS) continue
    let node = root
    for (const unit of address.split('')) {
      const known: Node = node.next.get(unit) ?? { next: new Map(), source: null }
      node.next.set(unit, known)
      node = known
    }
    node.source = source
  }
  return root
}

/** The longest address that stands there, whole. */
function addressAt(answer: string, start: number, root: Node) {
  let hit: { source: Source; end: number } | null = null
  let node: Node | undefined = root
  for (let at = start; node; at++) {
    if (node.source) {
      const slash = matchAt(END, answer, at)
      if (slash !== null) hit = { source: node.source, end: at + slash.length }
    }
    node = node.next.get(answer.charAt(at))
  }
  return hit
}

/** What may follow an address that ends here: white space, brackets and quotes, also after a full stop. */
const END = /\/?(?=[.,;:!?]{0,9}(?:[\s)\]>"'`*|]|$))/y
const CLOSE = /^>?(?:\s{1,9}"[^"\n]*")?\)/

/** A span grown to the whole of a Markdown link where it is one, that begins no sooner than `from`. */
function wholeLink(answer: string, { start, end }: Span, from: number): Span {
  const opening = labelBefore(answer, start, from)
  const closing = CLOSE.exec(answer.slice(end, end + MAX_LABEL))?.[0]
  return opening !== null && closing !== undefined
    ? { start: opening, end: end + closing.length }
    : { start, end }
}

/** Where the label of a link begins whose address begins at `start`. A label may have brackets in it, not in those. */
function labelBefore(answer: string, start: number, from: number): number | null {
  const bracket = start - (answer[start - 1] === '<' ? 3 : 2)
  if (answer.slice(bracket, bracket + 2) !== '](') return null
  const least = Math.max(from, start - MAX_LABEL)
  let depth = 0
  for (let at = bracket; at >= least; at--) {
    const unit = answer[at]
    if (unit === '\n') return null
    if (unit === ']' && ++depth > 2) return null
    if (unit === '[' && --depth === 0) return at
  }
  return null
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

/** Tells how many characters there are before a place, which is never before the one it was asked for last. */
function characterCount(text: string): (end: number) => number {
  let at = 0
  let count = 0
  return (end) => {
    for (; at < end; count++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
    return count
  }
}
