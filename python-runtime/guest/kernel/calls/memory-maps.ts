import type { FileContents } from '../content.ts'
import { bytesPerFuel, fuelPerItem, maxCallBytes } from '../costs.ts'
import { errno } from '../errno.ts'
import type { FileNode } from '../nodes.ts'
import { isReadable, isWritable } from '../open-file.ts'
import type { FileView } from '../views.ts'
import { negativeErrno, type Machine } from './calls.ts'

const pageBytes = 65_536
const PROT_WRITE = 2
const MAP_PRIVATE = 2

/**
 * Shared mappings that there may be, and their bytes. A write to a file goes into all of its mappings, so that this
 * bounds what one can cost, also of a program that has its allocator give the same memory again and again.
 */
const maxSharedMaps = 1024
const maxSharedBytes = 2 * maxCallBytes

/** A shared mapping; `users` of the same part of a file use the same memory. */
interface SharedMap {
  file: FileNode
  view: FileView
  address: number
  users: number
}

/**
 * Mapped files. A private mapping is a copy in memory. A shared one is a view of its file (`views.ts`) for as
 * long as it is mapped, also when its descriptor is closed meanwhile. Anonymous maps never come here: the C
 * library serves them from the heap.
 */
export function memoryMapCalls(machine: Machine, contents: FileContents) {
  const { memory, fds, fs, program } = machine
  const sharedMaps: SharedMap[] = []
  let sharedBytes = 0

  const wholePages = (bytes: number) => Math.ceil(bytes / pageBytes) * pageBytes

  function copyOf(file: FileNode, offset: number, length: number): number {
    // Linux maps pages behind the end of a file too, but to touch them is a fault.
    const room = wholePages(length)
    if (room > wholePages(file.size - offset)) throw errno('ENOMEM')
    program.spend(room / bytesPerFuel)
    const address = program.allocate(room, pageBytes)
    if (address === 0) throw errno('ENOMEM')
    const pages = memory.bytes(address, room)
    const count = contents.read(file, offset, pages.subarray(0, length))
    pages.fill(0, count)
    return address
  }

  function find(isWanted: (map: SharedMap) => boolean): SharedMap | undefined {
    program.spend(sharedMaps.length * fuelPerItem)
    return sharedMaps.find(isWanted)
  }

  function share(file: FileNode, offset: number, length: number, writable: boolean): SharedMap {
    if (writable) contents.own(file)
    const same = find(
      ({ file: other, view }) => other === file && view.offset === offset && view.length === length,
    )
    if (same) {
      same.view.writable ||= writable
      same.users++
      return same
    }

    if (sharedMaps.length >= maxSharedMaps) throw errno('ENOMEM')
    if (sharedBytes + length > maxSharedBytes) throw errno('ENOMEM')
    const address = copyOf(file, offset, length)
    const part = (from: number, count: number) => memory.bytes(address + from, count)
    const map = { file, address, users: 1, view: { offset, length, writable, memory: part } }
    sharedMaps.push(map)
    sharedBytes += length
    file.views.push(map.view)
    fs.hold(file)
    return map
  }

  function unshare(map: SharedMap): void {
    if (--map.users > 0) return
    const { file, view, address } = map
    program.spend(sharedMaps.length * fuelPerItem)
    sharedBytes -= view.length
    file.views = file.views.filter((other) => other !== view)
    sharedMaps.splice(sharedMaps.indexOf(map), 1)
    const count = Math.min(view.length, file.size - view.offset)
    if (view.writable && count > 0) {
      contents.write(file, view.offset, view.memory(0, count))
      fs.touch(file)
    }
    program.free(address)
    fs.drop(file)
  }

  return negativeErrno({
    _mmap_js(
      size: number,
      protection: number,
      flags: number,
      fd: number,
      at: bigint,
      allocated: number,
      result: number,
    ) {
      const length = size >>> 0
      const offset = Number(at)
      const open = fds.get(fd)
      const { node } = open
      const isShared = (flags & MAP_PRIVATE) === 0
      const writable = isShared && (protection & PROT_WRITE) !== 0
      if (node.kind !== 'file') throw errno('ENODEV')
      if (!isReadable(open) || (writable && !isWritable(open))) throw errno('EACCES')
      if (length === 0 || offset < 0 || offset % pageBytes !== 0) throw errno('EINVAL')

      const address = isShared
        ? share(node, offset, length, writable).address
        : copyOf(node, offset, length)
      // Whether the C library frees the memory when it unmaps.
      memory.writeU32(allocated, isShared ? 0 : 1)
      memory.writeU32(result, address)
      return 0
    },
    /** A view is never behind its file, nor before it. */
    _msync_js: () => 0,
    _munmap_js(address: number, _length: number, _protection: number, flags: number) {
      const map = find((candidate) => candidate.address === address)
      if (map && (flags & MAP_PRIVATE) === 0) unshare(map)
      return 0
    },
  })
}
