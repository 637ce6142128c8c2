import type { FileContents } from './content.ts'
import { ErrnoError } from './errno.ts'
import {
  entriesOf,
  type DeviceNode,
  type DirectoryNode,
  type FileNode,
  type LinkNode,
  type Node,
  type PipeNode,
} from './nodes.ts'

const maxNameLength = 255
const maxPathLength = 4096
const maxLinkDepth = 40

/** A place in a directory: a name, and what is there if anything is. */
export interface Place {
  parent: DirectoryNode
  name: string
  node: Node | undefined
}

/**
 * The tree of files. Paths are resolved from a directory, absolute ones from the root; every failure is an
 * `ErrnoError`. There are no permissions to check: the program is the only user of its sandbox.
 */
export type FileSystem = ReturnType<typeof fileSystem>

export function fileSystem(now: () => number, contents: FileContents) {
  let nextIno = 1

  function attributes(mode: number) {
    const time = now()
    return { ino: nextIno++, mode, atime: time, mtime: time, ctime: time }
  }

  const root: DirectoryNode = {
    kind: 'directory',
    ...attributes(0o755),
    parent: undefined,
    name: '/',
    entries: new Map(),
  }

  /** Follows links except, unless `follow`, one at the end of the path. */
  function locate(from: DirectoryNode, path: string, follow = true, depth = 0): Place {
    if (path === '') throw new ErrnoError('ENOENT')
    if (path.length >= maxPathLength) throw new ErrnoError('ENAMETOOLONG')
    if (depth > maxLinkDepth) throw new ErrnoError('ELOOP')

    const names = path.split('/').filter((name) => name !== '' && name !== '.')
    const mustBeDirectory = path.endsWith('/') || path.endsWith('/.')
    let place: Place = at(path.startsWith('/') ? root : from)
    for (const [index, name] of names.entries()) {
      const directory = asDirectory(place.node)
      place = step(directory, name)
      const isLast = index === names.length - 1
      if (place.node?.kind === 'link' && (!isLast || follow || mustBeDirectory)) {
        place = locate(directory, place.node.target, true, depth + 1)
      }
    }
    if (mustBeDirectory && place.node) asDirectory(place.node)
    return place
  }

  function step(directory: DirectoryNode, name: string): Place {
    if (name === '..') return at(directory.parent ?? directory)
    if (name.length > maxNameLength) throw new ErrnoError('ENAMETOOLONG')
    return { parent: directory, name, node: entriesOf(directory).get(name) }
  }

  function at(directory: DirectoryNode): Place {
    return { parent: directory.parent ?? directory, name: directory.name, node: directory }
  }

  function lookup(from: DirectoryNode, path: string, follow = true): Node {
    const { node } = locate(from, path, follow)
    if (!node) throw new ErrnoError('ENOENT')
    return node
  }

  /** Where something new can be put. */
  function vacant(from: DirectoryNode, path: string): Place {
    const place = locate(from, path, false)
    if (place.node) throw new ErrnoError('EEXIST')
    return place
  }

  function attach(place: Place, node: Node): void {
    const replaced = place.node
    if (replaced) unlinked(replaced)
    entriesOf(place.parent).set(place.name, node)
    touch(place.parent)
  }

  function detach(place: Place): void {
    entriesOf(place.parent).delete(place.name)
    touch(place.parent)
  }

  function unlinked(node: Node): void {
    if (node.kind !== 'file') return
    node.linked = false
    if (node.opens === 0) contents.release(node)
  }

  function touch(node: Node): void {
    node.mtime = node.ctime = now()
  }

  function newFile(mode: number): FileNode {
    const content = { bytes: new Uint8Array(0), size: 0, load: undefined, shared: false }
    return { kind: 'file', ...attributes(mode), ...content, opens: 0, linked: true }
  }

  function newDirectory(place: Place, mode: number): DirectoryNode {
    const { parent, name } = place
    return { kind: 'directory', ...attributes(mode), parent, name, entries: new Map() }
  }

  return {
    root,
    locate,
    lookup,
    attach,
    touch,
    newFile,

    directory(from: DirectoryNode, path: string): DirectoryNode {
      return asDirectory(lookup(from, path))
    },

    makeDirectory(from: DirectoryNode, path: string, mode: number): DirectoryNode {
      const place = vacant(from, path)
      const directory = newDirectory(place, mode)
      attach(place, directory)
      return directory
    },

    /** The directory at an absolute path, made with its parents where missing. */
    makePath(path: string): DirectoryNode {
      let directory = root
      for (const name of path.split('/').filter(Boolean)) {
        const place = step(directory, name)
        if (!place.node) attach(place, (place.node = newDirectory(place, 0o755)))
        directory = asDirectory(place.node)
      }
      return directory
    },

    makeLink(from: DirectoryNode, path: string, target: string): void {
      const node: LinkNode = { kind: 'link', ...attributes(0o777), target }
      attach(vacant(from, path), node)
    },

    makeDevice(path: string, device: Pick<DeviceNode, 'read' | 'write'>): void {
      const node: DeviceNode = { kind: 'device', ...attributes(0o666), ...device }
      attach(vacant(root, path), node)
    },

    newPipe(): PipeNode {
      return { kind: 'pipe', ...attributes(0o600), chunks: [], writers: 1 }
    },

    /** A file whose content stays in the image until it is read. Times are those of the image: none. */
    imageFile(size: number, load: () => Uint8Array<ArrayBuffer>): FileNode {
      const times = { atime: 0, mtime: 0, ctime: 0 }
      const content = { bytes: undefined, size, load, shared: true, opens: 0, linked: true }
      return { kind: 'file', ino: nextIno++, mode: 0o644, ...times, ...content }
    },

    imageDirectory(
      parent: DirectoryNode,
      name: string,
      list: (self: DirectoryNode) => Map<string, Node>,
    ): DirectoryNode {
      const times = { atime: 0, mtime: 0, ctime: 0 }
      const place = { parent, name }
      const directory: DirectoryNode = {
        kind: 'directory',
        ino: nextIno++,
        mode: 0o755,
        ...times,
        ...place,
        entries: () => list(directory),
      }
      return directory
    },

    unlink(from: DirectoryNode, path: string): void {
      const place = locate(from, path, false)
      if (!place.node) throw new ErrnoError('ENOENT')
      if (place.node.kind === 'directory') throw new ErrnoError('EISDIR')
      detach(place)
      unlinked(place.node)
    },

    removeDirectory(from: DirectoryNode, path: string): void {
      const place = locate(from, path, false)
      if (!place.node) throw new ErrnoError('ENOENT')
      const directory = asDirectory(place.node)
      if (directory === root) throw new ErrnoError('EPERM')
      if (entriesOf(directory).size > 0) throw new ErrnoError('ENOTEMPTY')
      detach(place)
      directory.parent = undefined
    },

    rename(fromDirectory: DirectoryNode, path: string, toDirectory: DirectoryNode, target: string) {
      const source = locate(fromDirectory, path, false)
      const destination = locate(toDirectory, target, false)
      if (!source.node) throw new ErrnoError('ENOENT')
      if (source.node === destination.node) return
      checkReplaceable(source.node, destination)
      detach(source)
      if (source.node.kind === 'directory') {
        source.node.parent = destination.parent
        source.node.name = destination.name
      }
      attach(destination, source.node)
    },

    /** The absolute path of a directory; `ENOENT` once it was removed. */
    pathOf(directory: DirectoryNode): string {
      const names: string[] = []
      let current = directory
      while (current !== root) {
        if (!current.parent) throw new ErrnoError('ENOENT')
        names.unshift(current.name)
        current = current.parent
      }
      return `/${names.join('/')}`
    },
  }
}

/** What `rename` demands of its target, as POSIX words it. */
function checkReplaceable(source: Node, destination: Place): void {
  const target = destination.node
  if (source.kind === 'directory') {
    let ancestor: DirectoryNode | undefined = destination.parent
    for (; ancestor; ancestor = ancestor.parent) {
      if (ancestor === source) throw new ErrnoError('EINVAL')
    }
    if (target && target.kind !== 'directory') throw new ErrnoError('ENOTDIR')
    if (target && entriesOf(target).size > 0) throw new ErrnoError('ENOTEMPTY')
  } else if (target?.kind === 'directory') {
    throw new ErrnoError('EISDIR')
  }
}

function asDirectory(node: Node | undefined): DirectoryNode {
  if (!node) throw new ErrnoError('ENOENT')
  if (node.kind !== 'directory') throw new ErrnoError('ENOTDIR')
  return node
}
