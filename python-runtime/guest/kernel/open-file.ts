import { entriesOf, type DirectoryNode, type Node } from './nodes.ts'

/** Flags of `open` (`bits/fcntl.h` of musl for emscripten). */
export const OpenFlag = {
  WRONLY: 0o1,
  RDWR: 0o2,
  CREAT: 0o100,
  EXCL: 0o200,
  NOCTTY: 0o400,
  TRUNC: 0o1000,
  APPEND: 0o2000,
  NONBLOCK: 0o4000,
  DIRECTORY: 0o200000,
  NOFOLLOW: 0o400000,
} as const

/** Flags that say how to open, and are forgotten then. */
export const forgottenFlags = OpenFlag.CREAT | OpenFlag.EXCL | OpenFlag.NOCTTY | OpenFlag.TRUNC

/** An open file description: what `dup` shares. */
export interface OpenFile {
  node: Node
  flags: number
  position: number
  /** Descriptors that stand for it. */
  references: number
  listing: Listing | undefined
}

/** What is left to list of a directory, and how many entries it had. */
export interface Listing {
  entries: Iterator<[string, Node]>
  size: number
}

export function isReadable({ flags }: { flags: number }): boolean {
  return (flags & (OpenFlag.WRONLY | OpenFlag.RDWR)) !== OpenFlag.WRONLY
}

export function isWritable({ flags }: { flags: number }): boolean {
  return (flags & (OpenFlag.WRONLY | OpenFlag.RDWR)) !== 0
}

/** Whether positions mean something. */
export function isSeekable(node: Node): boolean {
  return (
    node.kind === 'file' || node.kind === 'directory' || (node.kind === 'device' && !!node.seekable)
  )
}

/**
 * Lists what is there as it goes, so that nothing is kept that is gone, and at most as many as there were at
 * first: who renames or makes entries while listing comes to an end.
 */
export function* listingOf(directory: DirectoryNode): Generator<[string, Node]> {
  yield ['.', directory]
  yield ['..', directory.parent ?? directory]
  const entries = entriesOf(directory)
  let left = entries.size
  for (const entry of entries) {
    if (left-- <= 0) return
    if (entry[0] !== directory.unlisted) yield entry
  }
}
