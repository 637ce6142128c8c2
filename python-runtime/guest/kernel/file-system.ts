import type { Budget } from './budget.ts'
import { ownString } from './byte-string.ts'
import type { FileContents } from './content.ts'
import { fuelPerLookup, type Spend } from './costs.ts'
import { errno } from './errno.ts'
import {
  entriesOf,
  isEmpty,
  type Device,
  type DirectoryNode,
  type FileNode,
  type LinkNode,
  type Node,
  type PipeNode,
} from './nodes.ts'
import { asDirectory, maxPathLength, pathResolver, type LastLink, type Place } from './paths.ts'
import { pipeBytes } from './pipe.ts'
import { checkLinked, checkReplaceable, isDot, occupied } from './places.ts'

/** What a file, directory or link takes of the budget beside its content: its objects, its name and its entry. */
const nodeBytes = 1024

/**
 * The tree of files. Every failure is an `ErrnoError`. There are no permissions to check: the program is the only
 * user of its sandbox, and root.
 */
export type FileSystem = ReturnType<typeof fileSystem>

interface FileSystemParts {
  /** Nanoseconds since 1970. */
  now: () => bigint
  contents: FileContents
  budget: Budget
  spend: Spend
}

export function fileSystem({ now, contents, budget, spend }: FileSystemParts) {
  let nextIno = 1

  function attributes(mode: number, charge: number) {
    budget.take(charge)
    const time = now()
    return { ino: nextIno++, mode, atime: time, mtime: time, ctime: time, linked: true, charge }
  }

  function imageAttributes(mode: number) {
    return { ino: nextIno++, mode, atime: 0n, mtime: 0n, ctime: 0n, linked: true, charge: 0 }
  }

  const root: DirectoryNode = {
    kind: 'directory',
    ...imageAttributes(0o755),
    parent: undefined,
    name: '',
    holders: 0,
    entries: new Map(),
  }
  const locate = pathResolver(root, spend)

  function lookup(from: DirectoryNode, path: string, last: LastLink = 'follow'): Node {
    return occupied(locate(from, path, last)).node
  }

  /** Where something new can be put. */
  function vacant(from: DirectoryNode, path: string): Place {
    const place = locate(from, path, 'entry')
    if (place.node) throw errno('EEXIST')
    checkLinked(place.parent)
    return place
  }

  function attach({ parent, name, node: replaced }: Place, node: Node): void {
    entriesOf(parent).set(ownString(name), node)
    if (replaced) unlinked(replaced)
    touch(parent)
  }

  function detach({ parent, name }: Place): void {
    entriesOf(parent).delete(name)
    touch(parent)
  }

  function unlinked(node: Node): void {
    node.linked = false
    node.ctime = now()
    if (node.kind === 'directory') {
      if (node.parent) node.parent.holders++
      forgetUnlisted(node)
    }
    release(node)
  }

  /** What a removed directory did not list goes with it. */
  function forgetUnlisted(directory: DirectoryNode): void {
    const entries = entriesOf(directory)
    for (const node of entries.values()) unlinked(node)
    entries.clear()
  }

  /** Gives back what nobody holds any more; of a removed directory also those above it that only it has held. */
  function release(node: Node): void {
    for (let free: Node | undefined = node; free; free = releaseOne(free)) spend(fuelPerLookup)
  }

  /** Gives the directory that is held once less, if there is one. */
  function releaseOne(node: Node): DirectoryNode | undefined {
    if ((node.kind === 'file' || node.kind === 'directory') && node.holders > 0) return undefined
    if (node.kind === 'file') contents.release(node)
    if (node.linked) return undefined
    budget.take(-node.charge)
    node.charge = 0
    if (node.kind !== 'directory' || !node.parent) return undefined
    node.parent.holders--
    return node.parent
  }

  function touch(node: Node): void {
    node.mtime = node.ctime = now()
  }

  return {
    root,
    locate,
    lookup,
    attach,
    touch,

    /** Keeps a node for as long as somebody has it open, or is there. */
    hold(node: FileNode | DirectoryNode): void {
      node.holders++
    },

    /** The opposite of `hold`. */
    drop(node: FileNode | DirectoryNode): void {
      node.holders--
      release(node)
    },

    release,

    makeFile(place: Place, mode: number): FileNode {
      checkLinked(place.parent)
      const content = { bytes: undefined, size: 0, load: undefined, holders: 0, views: [] }
      const file: FileNode = { kind: 'file', ...attributes(mode, nodeBytes), ...content }
      attach(place, file)
      return file
    },

    makeDirectory(from: DirectoryNode, path: string, mode: number): void {
      const place = vacant(from, path)
      const { parent, name } = place
      const own = { parent, name: ownString(name), holders: 0, entries: new Map() }
      attach(place, { kind: 'directory', ...attributes(mode, nodeBytes), ...own })
    },

    makeLink(from: DirectoryNode, path: string, target: string): void {
      if (target === '') throw errno('ENOENT')
      if (target.length >= maxPathLength) throw errno('ENAMETOOLONG')
      const place = vacant(from, path)
      if (place.isDirectory) throw errno('ENOENT')
      const charge = nodeBytes + target.length
      const link: LinkNode = { kind: 'link', ...attributes(0o777, charge), target }
      attach(place, link)
    },

    makeDevice(path: string, device: Device): void {
      attach(vacant(root, path), { kind: 'device', ...imageAttributes(0o666), ...device })
    },

    makePipe(): PipeNode {
      const own = { ...attributes(0o600, nodeBytes + pipeBytes), linked: false }
      const ring = new Uint8Array(pipeBytes)
      return { kind: 'pipe', ...own, ring, start: 0, length: 0, readers: 0, writers: 0 }
    },

    /** A file of the image, whose content stays there until it is read. Its times are none. */
    imageFile(size: number, load: () => Uint8Array<ArrayBuffer>): FileNode {
      const content = { bytes: undefined, size, load, holders: 0, views: [] }
      return { kind: 'file', ...imageAttributes(0o644), ...content }
    },

    /** A directory of the image, listed when it is first looked into. */
    imageDirectory(
      parent: DirectoryNode,
      name: string,
      list: (self: DirectoryNode) => Map<string, Node>,
    ): DirectoryNode {
      const entries = () => list(directory)
      const directory: DirectoryNode = {
        kind: 'directory',
        ...imageAttributes(0o755),
        parent,
        name,
        holders: 0,
        entries,
      }
      return directory
    },

    unlink(from: DirectoryNode, path: string): void {
      const place = occupied(locate(from, path, 'entry'))
      if (place.node.kind === 'directory') throw errno('EISDIR')
      detach(place)
      unlinked(place.node)
    },

    removeDirectory(from: DirectoryNode, path: string): void {
      const place = occupied(locate(from, path, 'entry'))
      if (place.name === '.') throw errno('EINVAL')
      const directory = asDirectory(place.node)
      if (!isEmpty(directory)) throw errno('ENOTEMPTY')
      if (place.name === '..') throw errno('EBUSY')
      detach(place)
      unlinked(directory)
    },

    rename(from: DirectoryNode, path: string, toDirectory: DirectoryNode, target: string): void {
      const place = locate(from, path, 'entry')
      const destination = locate(toDirectory, target, 'entry')
      if (isDot(place.name) || isDot(destination.name)) throw errno('EBUSY')
      const source = occupied(place)
      if (source.node === destination.node) return
      if (source.node.kind === 'directory') checkOutside(source.node, destination.parent)
      checkReplaceable(source.node, destination)
      checkLinked(destination.parent)
      if (source.node.kind === 'directory') {
        source.node.parent = destination.parent
        source.node.name = ownString(destination.name)
      }
      detach(source)
      attach(destination, source.node)
      source.node.ctime = now()
    },

    /** The absolute path of a directory. */
    pathOf(directory: DirectoryNode): string {
      const names: string[] = []
      let length = 0
      let current = directory
      while (current.parent) {
        spend(fuelPerLookup)
        checkLinked(current)
        names.push(current.name)
        length += current.name.length + 1
        if (length >= maxPathLength) throw errno('ENAMETOOLONG')
        current = current.parent
      }
      return `/${names.toReversed().join('/')}`
    },
  }

  /** A directory cannot be put into itself. */
  function checkOutside(directory: DirectoryNode, parent: DirectoryNode): void {
    for (let at: DirectoryNode | undefined = parent; at; at = at.parent) {
      spend(fuelPerLookup)
      if (at === directory) throw errno('EINVAL')
    }
  }
}
