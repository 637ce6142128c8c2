import type { FileView } from './views.ts'

/** What the file system is made of. */
export type Node = FileNode | DirectoryNode | LinkNode | DeviceNode | PipeNode

interface Attributes {
  readonly ino: number
  /** Permission bits; the type's bits are added when asked for. */
  mode: number
  /** Times in nanoseconds since 1970. */
  atime: bigint
  mtime: bigint
  ctime: bigint
  /** Whether a directory lists it. */
  linked: boolean
  /** What it takes of the budget beside its content: nothing if it comes with the image. */
  charge: number
}

export interface FileNode extends Attributes {
  kind: 'file'
  /** The content, with room to grow behind `size`; absent while it lies in the image unread. */
  bytes: Uint8Array<ArrayBuffer> | undefined
  size: number
  /** Reads the content out of the image; absent once the content is the file's own. */
  load: (() => Uint8Array<ArrayBuffer>) | undefined
  /** How many open files and views hold it: with none, and not linked, its room is free. */
  holders: number
  /** The parts that the program has mapped into its memory. */
  views: FileView[]
}

export interface DirectoryNode extends Attributes {
  kind: 'directory'
  /** Absent for the root. A removed directory keeps it, so that `..` leads out. */
  parent: DirectoryNode | undefined
  name: string
  /** How many hold it that are not its entries: open files, the program's place, and what was removed out of it. */
  holders: number
  /** The children; a function while they lie in the image unread. Use `entriesOf`. */
  entries: Map<string, Node> | (() => Map<string, Node>)
  /** An entry that is found by its name and left out of listings. */
  unlisted?: string
}

export interface LinkNode extends Attributes {
  kind: 'link'
  target: string
}

/** A file that is a pair of functions. */
interface DeviceNode extends Attributes, Device {
  kind: 'device'
}

export interface Device {
  /** Fills `into` from its start; gives the count, 0 at the end. */
  read: (into: Uint8Array<ArrayBuffer>) => number
  /** Takes bytes from the start, which are valid only during the call; gives the count. */
  write: (bytes: Uint8Array) => number
  /** Whether it stays at position 0 wherever it is sought; otherwise it has no position. */
  seekable?: boolean
}

export interface PipeNode extends Attributes {
  kind: 'pipe'
  /** A ring of bytes, of which `length` from `start` are written and unread. */
  ring: Uint8Array
  start: number
  length: number
  readers: number
  writers: number
}

export function entriesOf(directory: DirectoryNode): Map<string, Node> {
  if (typeof directory.entries === 'function') directory.entries = directory.entries()
  return directory.entries
}

/** Whether a directory lists nothing: then it can be removed. */
export function isEmpty(directory: DirectoryNode): boolean {
  const entries = entriesOf(directory)
  const { unlisted } = directory
  return entries.size === (unlisted !== undefined && entries.has(unlisted) ? 1 : 0)
}

/** File type bits of `st_mode` (`bits/stat.h`). */
const typeBits = {
  file: 0o100000,
  directory: 0o040000,
  link: 0o120000,
  device: 0o020000,
  pipe: 0o010000,
} as const

export function fullMode(node: Node): number {
  return typeBits[node.kind] | node.mode
}

/** Type of a directory entry, `d_type` in `dirent.h`. */
export function entryType(node: Node): number {
  return typeBits[node.kind] >>> 12
}
