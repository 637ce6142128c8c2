import { fuelPerCharacter, fuelPerItem, maxCallBytes } from '../costs.ts'
import { ErrnoError, errno } from '../errno.ts'
import { entryType, type Node } from '../nodes.ts'
import { isSeekable, OpenFlag, type OpenFile } from '../open-file.ts'
import { negativeErrno, pathAt, positiveErrno, type Machine } from './calls.ts'

/** Commands of `fcntl` (`bits/fcntl.h`). */
const F_DUPFD = 0
const F_GETFD = 1
const F_SETFD = 2
const F_GETFL = 3
const F_SETFL = 4
const F_GETLK = 12
const F_SETLK = 13
const F_SETLKW = 14
const F_DUPFD_CLOEXEC = 1030
const F_UNLCK = 2

/** Requests of `ioctl` (`bits/ioctl.h`). */
const FIONREAD = 0x541b
const FIONBIO = 0x5421

/** The most parts that a vector may have (`IOV_MAX`). */
const maxParts = 1024

/** A `struct dirent` of emscripten's `getdents64`, always of this size. */
const direntBytes = 280
/** The most entries that one call lists; the next goes on. */
const maxEntries = 1024

/** System calls on open files. */
export function descriptorCalls(machine: Machine) {
  const { memory, fds } = machine

  /** One part of a vector, at `position` where positions count; gives how much of it was done. */
  type Step = (part: Uint8Array<ArrayBuffer>, position: number | undefined) => number

  /**
   * Goes on until a part was not done in full, or until so much is done as a call may do. A failure after the first
   * part waits for the next call.
   */
  function overVector(
    vector: number,
    count: number,
    offset: number | undefined,
    step: Step,
    { mostParts = maxParts, mostBytes = maxCallBytes } = {},
  ) {
    if (count < 0 || count > maxParts) throw errno('EINVAL')
    machine.program.spend(count * fuelPerItem)
    let total = 0
    let parts = 0
    for (let index = 0; index < count && parts < mostParts && total < mostBytes; index++) {
      const address = memory.readU32(vector + index * 8)
      const length = memory.readU32(vector + index * 8 + 4)
      if (length === 0) continue
      try {
        const position = offset === undefined ? undefined : offset + total
        const part = memory.bytes(address, length).subarray(0, mostBytes - total)
        const done = step(part, position)
        total += done
        parts++
        if (done < length) break
      } catch (error) {
        if (total > 0 && error instanceof ErrnoError) break
        throw error
      }
    }
    return total
  }

  function read(fd: number, vector: number, count: number, result: number, offset?: number) {
    const file = fds.get(fd)
    const step: Step = (part, at) => fds.read(file, part, at)
    // What devices give is made, at a price of its own for each part.
    const bounds = isDevice(file) ? { mostParts: 1 } : {}
    const total = overVector(vector, count, offset, step, bounds)
    memory.writeU32(result, total)
    return 0
  }

  function write(fd: number, vector: number, count: number, result: number, offset?: number) {
    const file = fds.get(fd)
    const step: Step = (part, at) => fds.write(file, part, at)
    // What is printed may be long, and Python does not look whether all of it was taken. Devices keep little of it.
    const bounds = isDevice(file) ? { mostParts: 1, mostBytes: Infinity } : {}
    const total = overVector(vector, count, offset, step, bounds)
    memory.writeU32(result, total)
    return 0
  }

  function positioned(fd: number, offset: bigint): number {
    if (!isSeekable(fds.get(fd).node)) throw errno('ESPIPE')
    if (offset < 0n) throw errno('EINVAL')
    return Number(offset)
  }

  const wasi = positiveErrno({
    fd_close(fd: number) {
      fds.close(fd)
      return 0
    },
    fd_read: (fd: number, vector: number, count: number, result: number) =>
      read(fd, vector, count, result),
    fd_pread: (fd: number, vector: number, count: number, offset: bigint, result: number) =>
      read(fd, vector, count, result, positioned(fd, offset)),
    fd_write: (fd: number, vector: number, count: number, result: number) =>
      write(fd, vector, count, result),
    fd_pwrite: (fd: number, vector: number, count: number, offset: bigint, result: number) =>
      write(fd, vector, count, result, positioned(fd, offset)),
    fd_seek(fd: number, offset: bigint, whence: number, result: number) {
      memory.writeI64(result, BigInt(fds.seek(fds.get(fd), Number(offset), whence)))
      return 0
    },
    fd_sync(fd: number) {
      fds.get(fd)
      return 0
    },
    fd_fdstat_get(fd: number, buffer: number) {
      const type = fileType(fds.get(fd).node)
      memory.bytes(buffer, 24).fill(0)
      memory.writeU8(buffer, type)
      return 0
    },
  })

  const emscripten = negativeErrno({
    __syscall_openat(fd: number, path: number, flags: number, variadic: number) {
      const mode = variadic === 0 ? 0 : memory.readU32(variadic)
      return fds.open(...pathAt(machine, fd, path), flags, mode & 0o7777 & ~machine.umask)
    },
    __syscall_dup: (fd: number) => fds.duplicate(fd),
    __syscall_dup3: (fd: number, target: number) => fds.duplicateTo(fd, target),
    __syscall_fdatasync(fd: number) {
      fds.get(fd)
      return 0
    },
    __syscall_pipe(result: number) {
      memory.bytes(result, 8)
      const [reader, writer] = fds.pipe()
      memory.writeU32(result, reader)
      memory.writeU32(result + 4, writer)
      return 0
    },
    __syscall_fcntl64(fd: number, command: number, variadic: number) {
      const file = fds.get(fd)
      switch (command) {
        case F_DUPFD:
        case F_DUPFD_CLOEXEC:
          return fds.duplicate(fd, memory.readI32(variadic))
        case F_GETFL:
          return file.flags
        case F_SETFL:
          return setFlags(file, OpenFlag.APPEND | OpenFlag.NONBLOCK, memory.readI32(variadic))
        case F_GETLK:
          // A program cannot be locked out by itself.
          memory.writeI16(memory.readU32(variadic), F_UNLCK)
          return 0
        case F_GETFD:
        case F_SETFD:
        case F_SETLK:
        case F_SETLKW:
          return 0
        default:
          throw errno('EINVAL')
      }
    },
    __syscall_ioctl(fd: number, request: number, variadic: number) {
      const file = fds.get(fd)
      const { node } = file
      if (request === FIONBIO) {
        const isOn = memory.readI32(memory.readU32(variadic)) !== 0
        return setFlags(file, OpenFlag.NONBLOCK, isOn ? OpenFlag.NONBLOCK : 0)
      }
      if (request !== FIONREAD) throw errno('ENOTTY')
      if (node.kind !== 'pipe' && node.kind !== 'file') throw errno('ENOTTY')
      const unread = node.kind === 'pipe' ? node.length : Math.max(0, node.size - file.position)
      memory.writeU32(memory.readU32(variadic), unread)
      return 0
    },
    __syscall_getdents64(fd: number, buffer: number, size: number) {
      const file = fds.get(fd)
      const room = Math.min(size >>> 0, maxEntries * direntBytes)
      let written = 0
      if (room < direntBytes) throw errno('EINVAL')
      while (written + direntBytes <= room) {
        const address = buffer + written
        memory.bytes(address, direntBytes)
        const entry = fds.nextEntry(file)
        if (!entry) break
        const [name, node] = entry
        machine.program.spend(name.length * fuelPerCharacter)
        memory.writeI64(address, BigInt(node.ino))
        memory.writeI64(address + 8, BigInt(file.position))
        memory.writeI16(address + 16, direntBytes)
        memory.writeU8(address + 18, entryType(node))
        memory.writeString(address + 19, name, 256)
        written += direntBytes
      }
      return written
    },
  })

  return { wasi, emscripten }
}

function isDevice({ node }: OpenFile): boolean {
  return node.kind === 'device'
}

function setFlags(file: OpenFile, changeable: number, flags: number): number {
  file.flags = (file.flags & ~changeable) | (flags & changeable)
  return 0
}

/** WASI's types. The C library takes a character device without rights for a terminal, and there is none. */
function fileType(node: Node): number {
  switch (node.kind) {
    case 'directory':
      return 3
    case 'link':
      return 7
    case 'file':
      return 4
    case 'device':
    case 'pipe':
      return 0
  }
}
