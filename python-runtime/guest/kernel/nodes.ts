/** What the file system is made of. */
export type Node = FileNode | DirectoryNode | LinkNode | DeviceNode | PipeNode

interface Attributes {
  readonly ino: number
  /** Permission bits; the type's bits are added when asked for. */
  mode: number
  /** Times in milliseconds since 1970. */
  atime: number
  mtime: number
  ctime: number
}

export interface FileNode extends Attributes {
  kind: 'file'
  /** The content, with room to grow behind `size`; absent while it lies in the image unread. */
  bytes: Uint8Array<ArrayBuffer> | undefined
  size: number
  /** Reads the content out of the image. */
  load: (() => Uint8Array<ArrayBuffer>) | undefined
  /** How many descriptors are open on it, and whether a directory lists it: with neither, its room is free. */
  opens: number
  linked: boolean
  /** Whether `bytes` belongs to the image, which all sandboxes share: copied before the first write. */
  shared: boolean
}

export interface DirectoryNode extends Attributes {
  kind: 'directory'
  /** Absent for the root, and for a directory that was removed while in use. */
  parent: DirectoryNode | undefined
  name: string
  /** The children; a function while they lie in the image unread. Use `entriesOf`. */
  entries: Map<string, Node> | (() => Map<string, Node>)
}

export interface LinkNode extends Attributes {
  kind: 'link'
  target: string
}

/** A file that is a pair of functions. */
export interface DeviceNode extends Attributes {
  kind: 'device'
  /** Fills `into` from its start; gives the count, 0 at the end. */
  read: (into: Uint8Array<ArrayBuffer>) => number
  /** Takes the bytes, which are valid only during the call. */
  write: (bytes: Uint8Array) => void
}

export interface PipeNode extends Attributes {
  kind: 'pipe'
  chunks: Uint8Array[]
  writers: number
}

export function entriesOf(directory: DirectoryNode): Map<string, Node> {
  if (typeof directory.entries === 'function') directory.entries = directory.entries()
  return directory.entries
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
  return typeBits[node.kind] | (node.mode & 0o7777)
}

/** Type of a directory entry, `d_type` in `dirent.h`. */
export function entryType(node: Node): number {
  return typeBits[node.kind] >>> 12
}
