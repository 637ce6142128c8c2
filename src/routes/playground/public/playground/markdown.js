import { element } from './dom.js'
import { highlightPython } from './highlight.js'

/** Quotes and lists in one another; what is deeper is text. */
const MAX_DEPTH = 8

/**
 * What models write of Markdown: headings, lists, tables, quotes, code, links, pictures, emphasis. Anything
 * else stays the text that it is. The work is that of the text's length, whatever is in it.
 *
 * @param {string} text
 * @param {(url: string) => boolean} isShown whether a picture or file is on the page already
 * @returns {DocumentFragment}
 */
export function renderMarkdown(text, isShown) {
  return blocks(text.split('\n'), { isShown, depth: 0 })
}

/**
 * @typedef {{ isShown: (url: string) => boolean, depth: number }} Context
 * @typedef {ReturnType<typeof reader>} Lines
 */

/**
 * @param {string[]} lines
 * @param {Context} context
 */
function blocks(lines, context) {
  const fragment = new DocumentFragment()
  const rest = reader(lines)
  while (!rest.isAtEnd()) {
    const block = takeBlock(rest, context)
    if (block) fragment.append(block)
  }
  return fragment
}

/** @param {string[]} lines */
function reader(lines) {
  let at = 0
  return {
    isAtEnd: () => at >= lines.length,
    next: () => lines[at] ?? '',
    take: () => lines[at++] ?? '',
    /** @param {(line: string) => boolean} isPart */
    takeWhile(isPart) {
      const start = at
      while (at < lines.length && isPart(lines[at] ?? '')) at++
      return lines.slice(start, at)
    },
  }
}

/**
 * @param {Lines} lines
 * @param {Context} context
 * @returns {Node | null}
 */
function takeBlock(lines, context) {
  const { isShown, depth } = context
  const inside = { isShown, depth: depth + 1 }
  const line = lines.take()
  if (line.trim() === '') return null

  const fence = line.match(/^\s*(`{3,}|~{3,})\s*(\w*)/)
  if (fence) return codeBlock(lines, fence[1] ?? '', fence[2] ?? '')

  const heading = line.match(/^(#{1,6})\s+(.*)/)
  if (heading) return element('h3', {}, ...inline(heading[2] ?? '', isShown))

  if (isRule(line)) return element('hr')

  if (depth < MAX_DEPTH && line.startsWith('>')) {
    const quoted = [line, ...lines.takeWhile((next) => next.startsWith('>'))]
    const text = quoted.map((each) => each.replace(/^>\s?/, ''))
    return element('blockquote', {}, blocks(text, inside))
  }
  if (depth < MAX_DEPTH && isItem(line)) {
    const items = lines.takeWhile((next) => isItem(next) || /^\s+\S/.test(next))
    return list([line, ...items], isShown, inside)
  }
  if (line.includes('|') && isTableRule(lines.next())) {
    lines.take()
    return table(
      line,
      lines.takeWhile((next) => next.includes('|')),
      isShown,
    )
  }
  const rest = lines.takeWhile(
    (next) => next.trim() !== '' && !/^\s*(```|~~~|#{1,6}\s|>)/.test(next) && !isItem(next),
  )
  const parts = inline([line, ...rest].join('\n'), isShown)
  return parts.length > 0 ? element('p', {}, ...parts) : null
}

/**
 * Three or more of one sign, and nothing else.
 *
 * @param {string} line
 */
function isRule(line) {
  const signs = line.replaceAll(/\s+/g, '')
  return signs.length > 2 && '-*_'.includes(signs.charAt(0)) && new Set(signs).size === 1
}

/** @param {string} line */
function isTableRule(line) {
  return line.includes('-') && /^[\s|:-]*$/.test(line)
}

/** @param {string} line */
function isItem(line) {
  return /^\s*([-*+]|\d+[.)])\s+/.test(line)
}

/**
 * @param {Lines} lines
 * @param {string} fence
 * @param {string} language
 */
function codeBlock(lines, fence, language) {
  const code = lines.takeWhile((line) => !line.trim().startsWith(fence)).join('\n')
  lines.take()
  const isPython = /^(python|py)$/i.test(language)
  const content = isPython ? highlightPython(code) : [code]
  return element('pre', { tabindex: '0' }, element('code', {}, ...content))
}

/**
 * @param {string[]} lines
 * @param {Context['isShown']} isShown
 * @param {Context} inside
 */
function list(lines, isShown, inside) {
  const first = lines[0] ?? ''
  const depth = first.search(/\S/)
  const start = first.match(/^\s*(\d+)/)?.[1]
  const items = start === undefined ? element('ul') : element('ol', { start })
  const rest = reader(lines)
  while (!rest.isAtEnd()) {
    const text = rest.take().replace(/^\s*([-*+]|\d+[.)])\s+/, '')
    const below = rest.takeWhile((next) => next.search(/\S/) > depth)
    const item = element('li', {}, ...inline(text, isShown))
    if (below.length > 0) {
      const indent = below[0]?.search(/\S/) ?? 0
      const dedented = below.map((each) => each.slice(Math.min(indent, each.search(/\S/))))
      item.append(blocks(dedented, inside))
    }
    items.append(item)
  }
  return items
}

/**
 * @param {string} head
 * @param {string[]} rows
 * @param {Context['isShown']} isShown
 */
function table(head, rows, isShown) {
  /**
   * @param {'th' | 'td'} tag
   * @param {string} line
   */
  const row = (tag, line) => {
    const cells = line.replace(/^\s*\||\|\s*$/g, '').split('|')
    return element(
      'tr',
      {},
      ...cells.map((cell) => element(tag, {}, ...inline(cell.trim(), isShown))),
    )
  }
  const body = rows.map((line) => row('td', line))
  const made = element(
    'table',
    {},
    element('thead', {}, row('th', head)),
    element('tbody', {}, ...body),
  )
  return element('div', { class: 'scroll', tabindex: '0' }, made)
}

/** Where something may begin that is more than text. */
const OPENING = /`|!?\[|\*\*?|https?:\/\//g
/** The address of a link, its title, and the end of it. */
const TARGET = /\((https?:\/\/(?:\([^\s()]{0,500}\)|[^\s()]){1,2000})(?:\s[^)\n]{0,500})?\)/y
const BARE = /https?:\/\/[^\s<>()]*[^\s<>().,;:!?'"]/y

/**
 * @param {string} text
 * @param {Context['isShown']} isShown
 * @returns {(string | HTMLElement)[]}
 */
function inline(text, isShown) {
  /** @type {(string | HTMLElement)[]} */
  const parts = []
  const closing = closings(text)
  let end = 0
  for (const { 0: opening, index } of text.matchAll(OPENING)) {
    if (index < end) continue
    const span = spanAt(text, index, opening, closing, isShown)
    if (!span) continue
    parts.push(text.slice(end, index), ...span.parts)
    end = span.end
  }
  return [...parts, text.slice(end)].filter((part) => part !== '')
}

/**
 * @param {string} text
 * @param {number} start
 * @param {string} opening
 * @param {ReturnType<typeof closings>} closing
 * @param {Context['isShown']} isShown
 * @returns {{ parts: (string | HTMLElement)[], end: number } | null}
 */
function spanAt(text, start, opening, closing, isShown) {
  const from = start + opening.length
  if (opening === '`') {
    const end = closing('`', from)
    if (end <= from) return null
    return { parts: [element('code', {}, text.slice(from, end))], end: end + 1 }
  }
  if (opening.endsWith('[')) {
    const end = closing(']', from)
    const [all, url] = end < 0 ? [] : (matchAt(TARGET, text, end + 1) ?? [])
    if (all === undefined || url === undefined) return null
    const label = unescaped(text.slice(from, end))
    return { parts: target(url, label, opening === '![', isShown), end: end + 1 + all.length }
  }
  if (opening === '**') {
    const end = closing('**', from)
    if (end <= from || text.slice(from, end).includes('\n')) return null
    return {
      parts: [element('strong', {}, ...inline(text.slice(from, end), isShown))],
      end: end + 2,
    }
  }
  if (opening === '*') {
    const end = closing('*', from)
    const isSpan = end > from && !/\s/.test(text.charAt(from)) && text.charAt(end - 1) !== '*'
    if (!isSpan || /\w/.test(text.charAt(start - 1)) || /\w/.test(text.charAt(end + 1))) return null
    return { parts: [element('em', {}, ...inline(text.slice(from, end), isShown))], end: end + 1 }
  }
  const [bare] = matchAt(BARE, text, start) ?? []
  return bare === undefined ? null : { parts: [link(bare, bare)], end: start + bare.length }
}

/**
 * Finds what closes a span. Where one is that was found before is remembered, so that all of the searching together is one
 * way through the text for each sign.
 *
 * @param {string} text
 */
function closings(text) {
  /** @type {Map<string, number>} */
  const found = new Map()
  /**
   * @param {string} sign
   * @param {number} from
   */
  return (sign, from) => {
    const known = found.get(sign)
    if (known !== undefined && (known < 0 || known >= from)) return known
    const at = indexOf(text, sign, from)
    found.set(sign, at)
    return at
  }
}

/**
 * @param {string} text
 * @param {string} sign
 * @param {number} from
 */
function indexOf(text, sign, from) {
  for (let at = text.indexOf(sign, from); at >= 0; at = text.indexOf(sign, at + 1)) {
    // One that is escaped is a part of a label.
    if (sign !== ']' || !isEscaped(text, at)) return at
  }
  return -1
}

/**
 * @param {string} text
 * @param {number} at
 */
function isEscaped(text, at) {
  let before = at
  while (text.charAt(before - 1) === '\\') before--
  return (at - before) % 2 === 1
}

/**
 * @param {RegExp} pattern
 * @param {string} text
 * @param {number} at
 */
function matchAt(pattern, text, at) {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/**
 * @param {string} url
 * @param {string} label
 * @param {boolean} isPicture
 * @param {Context['isShown']} isShown
 */
function target(url, label, isPicture, isShown) {
  if (isShown(url)) return []
  // Pictures from elsewhere would tell their servers what a model was made to write into the address.
  const isOurs = URL.parse(url)?.origin === location.origin
  return [isPicture && isOurs ? element('img', { src: url, alt: label }) : link(url, label)]
}

/**
 * @param {string} url
 * @param {string} label
 */
function link(url, label) {
  return element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, label)
}

/** @param {string} text */
function unescaped(text) {
  return text.replaceAll(/\\([\\[\]()*_~#!])/g, '$1')
}
