import { element } from './dom.js'

/** What is colored, in the order in which it is looked for at each place. */
const kinds = [
  ['comment', /#[^\n]*/],
  [
    'string',
    /(?:\b[rbfutRBFUT]{1,2})?(?:"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)/,
  ],
  ['number', /\b(?:0[xX][\da-fA-F_]+|\d[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?\d+)?j?)\b/],
  [
    'keyword',
    /\b(?:False|None|True|and|as|assert|async|await|break|case|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|match|nonlocal|not|or|pass|raise|return|try|while|with|yield)\b/,
  ],
  ['decorator', /@[\w.]+/],
  ['call', /\b[A-Za-z_]\w*(?=\()/],
  ['plain', /\w+/],
].map(([kind, pattern]) => ({ kind: String(kind), source: new RegExp(pattern ?? '').source }))

const anything = new RegExp(kinds.map(({ kind, source }) => `(?<${kind}>${source})`).join('|'), 'g')

/**
 * Python with its parts marked for the style sheet.
 *
 * @param {string} code
 * @returns {(string | HTMLElement)[]}
 */
export function highlightPython(code) {
  /** @type {(string | HTMLElement)[]} */
  const parts = []
  let end = 0
  for (const match of code.matchAll(anything)) {
    const kind = Object.keys(match.groups ?? {}).find((name) => match.groups?.[name] !== undefined)
    parts.push(code.slice(end, match.index))
    end = match.index + match[0].length
    parts.push(kind === 'plain' ? match[0] : element('span', { class: `token-${kind}` }, match[0]))
  }
  return [...parts, code.slice(end)]
}
