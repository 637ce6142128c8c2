import { element } from './dom.js'
import { highlightPython } from './highlight.js'

/**
 * What models write of Markdown: headings, lists, tables, quotes, code, links, pictures, emphasis. Anything
 * else stays the text that it is.
 *
 * @param {string} text
 * @param {(url: string) => boolean} isShown whether a picture or file is on the page already
 * @returns {DocumentFragment}
 */
export function renderMarkdown(text, isShown) {
  const fragment = new DocumentFragment()
  const lines = text.split('\n')
  while (lines.length > 0) {
    const block = takeBlock(lines, isShown)
    if (block) fragment.append(block)
  }
  return fragment
}

/**
 * @typedef {(url: string) => boolean} IsShown
 * @param {string[]} lines
 * @param {IsShown} isShown
 * @returns {Node | null}
 */
function takeBlock(lines, isShown) {
  const line = lines.shift() ?? ''
  if (line.trim() === '') return null

  const fence = line.match(/^\s*(`{3,}|~{3,})\s*(\w*)/)
  if (fence) return codeBlock(lines, fence[1] ?? '', fence[2] ?? '')

  const heading = line.match(/^(#{1,6})\s+(.*)/)
  if (heading) return element('h3', {}, ...inline(heading[2] ?? '', isShown))

  if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) return element('hr')

  if (/^>\s?/.test(line)) {
    const quoted = [line, ...takeWhile(lines, (next) => next.startsWith('>'))]
    const inside = quoted.map((each) => each.replace(/^>\s?/, '')).join('\n')
    return element('blockquote', {}, renderMarkdown(inside, isShown))
  }
  if (isItem(line)) {
    const items = [line, ...takeWhile(lines, (next) => isItem(next) || /^\s+\S/.test(next))]
    return list(items, isShown)
  }
  if (line.includes('|') && /^[\s|:-]*-[\s|:-]*$/.test(lines[0] ?? '')) {
    lines.shift()
    return table(
      line,
      takeWhile(lines, (next) => next.includes('|')),
      isShown,
    )
  }
  const rest = takeWhile(
    lines,
    (next) => next.trim() !== '' && !/^\s*(```|~~~|#{1,6}\s|>)/.test(next) && !isItem(next),
  )
  const parts = inline([line, ...rest].join('\n'), isShown)
  return parts.length > 0 ? element('p', {}, ...parts) : null
}

/**
 * @param {string[]} lines
 * @param {(line: string) => boolean} isPart
 */
function takeWhile(lines, isPart) {
  const end = lines.findIndex((line) => !isPart(line))
  return lines.splice(0, end < 0 ? lines.length : end)
}

/** @param {string} line */
function isItem(line) {
  return /^\s*([-*+]|\d+[.)])\s+/.test(line)
}

/**
 * @param {string[]} lines
 * @param {string} fence
 * @param {string} language
 */
function codeBlock(lines, fence, language) {
  const code = takeWhile(lines, (line) => !line.trim().startsWith(fence)).join('\n')
  lines.shift()
  const isPython = /^(python|py)$/i.test(language)
  const content = isPython ? highlightPython(code) : [code]
  return element('pre', { tabindex: '0' }, element('code', {}, ...content))
}

/**
 * @param {string[]} lines
 * @param {IsShown} isShown
 */
function list(lines, isShown) {
  const first = lines[0] ?? ''
  const depth = first.search(/\S/)
  const start = first.match(/^\s*(\d+)/)?.[1]
  const items = start === undefined ? element('ul') : element('ol', { start })
  while (lines.length > 0) {
    const line = lines.shift() ?? ''
    const below = takeWhile(lines, (next) => next.search(/\S/) > depth)
    const item = element('li', {}, ...inline(line.replace(/^\s*([-*+]|\d+[.)])\s+/, ''), isShown))
    if (below.length > 0) {
      const indent = below[0]?.search(/\S/) ?? 0
      const inside = below.map((each) => each.slice(Math.min(indent, each.search(/\S/))))
      item.append(renderMarkdown(inside.join('\n'), isShown))
    }
    items.append(item)
  }
  return items
}

/**
 * @param {string} head
 * @param {string[]} rows
 * @param {IsShown} isShown
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

const spans =
  /`([^`]+)`|(!?)\[((?:\\.|[^\]\\])*)\]\((https?:\/\/(?:\([^\s()]*\)|[^\s()])+)[^)]*\)|\*\*(.+?)\*\*|(?<![\w*])\*([^\s*][^*]*)\*(?!\w)|(https?:\/\/[^\s<>()]*[^\s<>().,;:!?'"])/g

/**
 * @param {string} text
 * @param {IsShown} isShown
 * @returns {(string | HTMLElement)[]}
 */
function inline(text, isShown) {
  /** @type {(string | HTMLElement)[]} */
  const parts = []
  let end = 0
  for (const match of text.matchAll(spans)) {
    const [all, code, bang, label, url, strong, emphasis, bare] = match
    parts.push(text.slice(end, match.index))
    end = match.index + all.length
    if (code !== undefined) parts.push(element('code', {}, code))
    else if (url !== undefined)
      parts.push(...target(url, unescaped(label ?? ''), bang === '!', isShown))
    else if (strong !== undefined) parts.push(element('strong', {}, ...inline(strong, isShown)))
    else if (emphasis !== undefined) parts.push(element('em', {}, ...inline(emphasis, isShown)))
    else if (bare !== undefined) parts.push(link(bare, bare))
  }
  return [...parts, text.slice(end)].filter((part) => part !== '')
}

/**
 * @param {string} url
 * @param {string} label
 * @param {boolean} isPicture
 * @param {IsShown} isShown
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
