import { ErrnoError } from '../errno.ts'
import type { FileNode } from '../nodes.ts'
import { negativeErrno, type Machine } from './calls.ts'

const pageBytes = 65536
const PROT_WRITE = 2
const MAP_PRIVATE = 2

/**
 * Mapped files: a copy of the part in memory, written back on `msync` and `munmap` where the mapping is
 * shared and writable. Anonymous maps never come here: the C library serves them from the heap.
 */
export function memoryMapCalls(machine: Machine) {
  const { memory, fds, contents, program } = machine

  function mapped(fd: number): FileNode {
    const { node } = fds.get(fd)
    if (node.kind !== 'file') throw new ErrnoError('EACCES')
    return node
  }

  function writeBack(address: number, length: number, fd: number, offset: bigint): void {
    const file = mapped(fd)
    const end = Math.min(length, file.size - Number(offset))
    if (end > 0) contents.write(file, Number(offset), memory.bytes(address, end))
  }

  return negativeErrno({
    _mmap_js(
      length: number,
      _protection: number,
      _flags: number,
      fd: number,
      offset: bigint,
      allocated: number,
      result: number,
    ) {
      const file = mapped(fd)
      const room = Math.ceil((length >>> 0) / pageBytes) * pageBytes
      const address = program.allocate(room, pageBytes)
      if (address === 0) throw new ErrnoError('ENOMEM')
      const target = memory.bytes(address, room).fill(0)
      contents.read(file, Number(offset), target.subarray(0, length >>> 0))
      memory.writeU32(allocated, 1)
      memory.writeU32(result, address)
      return 0
    },
    _msync_js(address: number, length: number, _p: number, flags: number, fd: number, at: bigint) {
      if ((flags & MAP_PRIVATE) === 0) writeBack(address, length >>> 0, fd, at)
      return 0
    },
    _munmap_js(
      address: number,
      length: number,
      protection: number,
      flags: number,
      fd: number,
      offset: bigint,
    ) {
      const isShared = (flags & MAP_PRIVATE) === 0
      if (isShared && protection & PROT_WRITE) writeBack(address, length >>> 0, fd, offset)
      return 0
    },
  })
}
