import { fuelPerCharacter, fuelPerLookup, type Spend } from './costs.ts'
import { errno } from './errno.ts'
import { entriesOf, type DirectoryNode, type Node } from './nodes.ts'

const maxNameLength = 255
/** With the terminating zero (`PATH_MAX`). */
export const maxPathLength = 4096
/** As on Linux (`MAXSYMLINKS`), and counted over the whole path. */
const maxLinks = 40

/** A place in a directory: a name, and what is there if anything is. */
export interface Place {
  parent: DirectoryNode
  /** `.` or `..` when the path ends so. */
  name: string
  node: Node | undefined
  /** Whether the path ends in a slash, so that only a directory will do. */
  isDirectory: boolean
}

/**
 * What to do with a link at the end of a path: `follow` it; `keep` it, though a slash behind it follows it, as in
 * `lstat`; or take the `entry` itself whatever is behind it, as all calls do that make or remove one.
 */
export type LastLink = 'follow' | 'keep' | 'entry'

/** Resolves paths, relative ones from a directory. Every failure is an `ErrnoError`. */
export function pathResolver(root: DirectoryNode, spend: Spend) {
  return function locate(from: DirectoryNode, path: string, last: LastLink = 'follow'): Place {
    if (path === '') throw errno('ENOENT')
    if (path.length >= maxPathLength) throw errno('ENAMETOOLONG')

    let directory = path.startsWith('/') ? root : from
    let isDirectory = path.endsWith('/')
    const follows = last === 'follow' || (last === 'keep' && isDirectory)
    const names = namesToGo(spend)
    names.add(path)
    let links = 0
    for (;;) {
      spend(fuelPerLookup)
      const name = names.take() ?? '.'
      const isLast = names.areTaken()
      if (name === '.' || name === '..') {
        if (name === '..') directory = directory.parent ?? directory
        if (isLast) return { parent: directory, name, node: directory, isDirectory }
        continue
      }

      if (name.length > maxNameLength) throw errno('ENAMETOOLONG')
      const node = entriesOf(directory).get(name)
      if (node?.kind === 'link' && (!isLast || follows)) {
        if (++links > maxLinks) throw errno('ELOOP')
        if (node.target.startsWith('/')) directory = root
        if (isLast && node.target.endsWith('/')) isDirectory = true
        names.add(node.target)
        continue
      }

      if (isLast) return { parent: directory, name, node, isDirectory }
      directory = asDirectory(node)
    }
  }
}

/**
 * The names that a path has yet to go through. A link adds its own in front of them. Each text is gone through once,
 * and is charged for when it is added: thousands of slashes are no name, and not for nothing.
 */
function namesToGo(spend: Spend) {
  const texts: { text: string; at: number; end: number }[] = []

  return {
    add(text: string): void {
      spend(text.length * fuelPerCharacter)
      let end = text.length
      while (end > 0 && text[end - 1] === '/') end--
      const at = afterSlashes(text, 0)
      if (at < end) texts.push({ text, at, end })
    },

    take(): string | undefined {
      const next = texts.at(-1)
      if (!next) return undefined
      const { text, at, end } = next
      const slash = text.indexOf('/', at)
      const stop = slash < 0 ? end : Math.min(slash, end)
      next.at = afterSlashes(text, stop)
      if (next.at >= end) texts.pop()
      return text.slice(at, stop)
    },

    areTaken: () => texts.length === 0,
  }
}

function afterSlashes(text: string, from: number): number {
  let at = from
  while (text[at] === '/') at++
  return at
}

export function asDirectory(node: Node | undefined): DirectoryNode {
  if (!node) throw errno('ENOENT')
  if (node.kind !== 'directory') throw errno('ENOTDIR')
  return node
}
