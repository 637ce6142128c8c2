import { errno } from './errno.ts'
import { isEmpty, type DirectoryNode, type Node } from './nodes.ts'
import { asDirectory, type Place } from './paths.ts'

// What POSIX demands of places where something is put, replaced or taken away.

/** The place of something that is there. */
export function occupied({ parent, name, node, isDirectory }: Place): Place & { node: Node } {
  if (!node) throw errno('ENOENT')
  if (isDirectory) asDirectory(node)
  return { parent, name, node, isDirectory }
}

/** Nothing can be put into a directory that was removed. */
export function checkLinked(directory: DirectoryNode): void {
  if (!directory.linked) throw errno('ENOENT')
}

/** What `rename` demands of its target, as POSIX words it. */
export function checkReplaceable(source: Node, { node: target, isDirectory }: Place): void {
  if (source.kind === 'directory') {
    if (target && !isEmpty(asDirectory(target))) throw errno('ENOTEMPTY')
  } else if (isDirectory) {
    throw errno('ENOTDIR')
  } else if (target?.kind === 'directory') {
    throw errno('EISDIR')
  }
}

export function isDot(name: string): boolean {
  return name === '.' || name === '..'
}
