import { errno } from './errno.ts'
import { entriesOf, type DirectoryNode, type Node } from './nodes.ts'

const maxNameLength = 255
/** With the terminating zero (`PATH_MAX`). */
export const maxPathLength = 4096
/** As on Linux (`MAXSYMLINKS`), and counted over the whole path. */
const maxLinks = 40

/** Fuel for a step, which is a look-up in a directory. */
const fuelPerStep = 32

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
export function pathResolver(root: DirectoryNode, spend: (fuel: number) => void) {
  return function locate(from: DirectoryNode, path: string, last: LastLink = 'follow'): Place {
    if (path === '') throw errno('ENOENT')
    if (path.length >= maxPathLength) throw errno('ENAMETOOLONG')

    let directory = path.startsWith('/') ? root : from
    let isDirectory = path.endsWith('/')
    const follows = last === 'follow' || (last === 'keep' && isDirectory)
    const names = namesOf(path)
    let links = 0
    for (;;) {
      spend(fuelPerStep)
      const name = names.pop() ?? '.'
      const isLast = names.length === 0
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
        names.push(...namesOf(node.target))
        continue
      }

      if (isLast) return { parent: directory, name, node, isDirectory }
      directory = asDirectory(node)
    }
  }
}

/** The names in a path, the last one first. */
function namesOf(path: string): string[] {
  return path
    .split('/')
    .filter((name) => name !== '')
    .toReversed()
}

export function asDirectory(node: Node | undefined): DirectoryNode {
  if (!node) throw errno('ENOENT')
  if (node.kind !== 'directory') throw errno('ENOTDIR')
  return node
}
