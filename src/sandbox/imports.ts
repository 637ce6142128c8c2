/** What of a program is looked at: imports that come later are found when they are made. */
const maxChars = 1024 * 1024

const word = /[\w.]+/y
/** What stands between the words of a statement. */
const space = /(?:[ \t\f\r]|\\\r?\n)+/y

/**
 * The packages that a program imports by statements, however they are nested. It is read once from left to right, past
 * strings and comments, and not parsed: what is no program has imports too.
 */
export function importedPackages(code: string): Set<string> {
  const text = code.slice(0, maxChars)
  const found = new Set<string>()
  let at = 0
  let beginsStatement = true

  function take(pattern: RegExp): string {
    pattern.lastIndex = at
    const [taken = ''] = pattern.exec(text) ?? []
    at += taken.length
    return taken
  }

  function takeModule(): string {
    take(space)
    return take(word)
  }

  function add(module: string): void {
    const [name = ''] = module.split('.', 1)
    if (name !== '') found.add(name)
  }

  /** `a.b as c, d` */
  function addList(): void {
    for (;;) {
      const module = takeModule()
      if (module === '') return
      add(module)
      take(space)
      if (text.startsWith('as', at)) {
        take(word)
        takeModule()
        take(space)
      }
      if (text[at] !== ',') return
      at++
    }
  }

  while (at < text.length) {
    const character = text[at] ?? ''
    if (take(space)) continue
    if (character === '#') at = endOf('\n', at)
    else if (character === '"' || character === "'") at = endOfString(text, at)
    else if (wordStart.test(character)) {
      const first = take(word)
      if (beginsStatement && first === 'import') addList()
      if (beginsStatement && first === 'from') add(takeModule())
    } else at++
    beginsStatement = character === '\n' || character === ';' || character === ':'
  }
  return found

  function endOf(end: string, from: number): number {
    const place = text.indexOf(end, from)
    return place < 0 ? text.length : place
  }
}

const wordStart = /\w/

/** Where a string ends that begins at a place: with its quotes, or with its line if it has only one. */
function endOfString(text: string, start: number): number {
  const quote = text.charAt(start)
  const end = text.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote
  for (let at = start + end.length; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '\n' && end.length === 1) return at
    else if (text.startsWith(end, at)) return at + end.length
  }
  return text.length
}
