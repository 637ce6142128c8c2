import { OpenFlag, type OpenFile } from '../descriptors.ts'
import { ErrnoError } from '../errno.ts'
import { entryType } from '../nodes.ts'
import { directoryAt, negativeErrno, positiveErrno, type Machine } from './calls.ts'

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

/** A `struct dirent` of emscripten's `getdents64`, always of this size. */
const direntBytes = 280

/** Events of `poll` (`poll.h`). */
const POLLIN = 1
const POLLOUT = 4
const POLLNVAL = 32

/** System calls on open files. */
export function descriptorCalls(machine: Machine) {
  const { memory, fds } = machine

  function readVector(file: OpenFile, vector: number, count: number, offset?: number): number {
    let total = 0
    for (const part of vectorParts(vector, count)) {
      const position = offset === undefined ? undefined : offset + total
      const read = fds.read(file, memory.bytes(part.address, part.length), position)
      total += read
      if (read < part.length) break
    }
    return total
  }

  function writeVector(file: OpenFile, vector: number, count: number, offset?: number): number {
    let total = 0
    for (const part of vectorParts(vector, count)) {
      const position = offset === undefined ? undefined : offset + total
      fds.write(file, memory.bytes(part.address, part.length), position)
      total += part.length
    }
    return total
  }

  function vectorParts(vector: number, count: number) {
    return Array.from({ length: count }, (_, index) => ({
      address: memory.readU32(vector + index * 8),
      length: memory.readU32(vector + index * 8 + 4),
    })).filter((part) => part.length > 0)
  }

  function answer(address: number, value: number): number {
    memory.writeU32(address, value)
    return 0
  }

  const wasi = positiveErrno({
    fd_close(fd: number) {
      fds.close(fd)
      return 0
    },
    fd_read: (fd: number, vector: number, count: number, result: number) =>
      answer(result, readVector(fds.get(fd), vector, count)),
    fd_pread: (fd: number, vector: number, count: number, offset: bigint, result: number) =>
      answer(result, readVector(fds.get(fd), vector, count, Number(offset))),
    fd_write: (fd: number, vector: number, count: number, result: number) =>
      answer(result, writeVector(fds.get(fd), vector, count)),
    fd_pwrite: (fd: number, vector: number, count: number, offset: bigint, result: number) =>
      answer(result, writeVector(fds.get(fd), vector, count, Number(offset))),
    fd_seek(fd: number, offset: bigint, whence: number, result: number) {
      memory.writeI64(result, fds.seek(fds.get(fd), Number(offset), whence))
      return 0
    },
    fd_sync(fd: number) {
      fds.get(fd)
      return 0
    },
    fd_fdstat_get(fd: number, buffer: number) {
      // WASI's file types: 2 is a character device, 3 a directory, 4 a regular file.
      const { kind } = fds.get(fd).node
      memory.bytes(buffer, 24).fill(0)
      memory.writeU8(buffer, kind === 'device' ? 2 : kind === 'directory' ? 3 : 4)
      return 0
    },
  })

  const emscripten = negativeErrno({
    __syscall_openat(fd: number, path: number, flags: number, variadic: number) {
      const name = memory.readString(path)
      const mode = variadic === 0 ? 0o666 : memory.readU32(variadic)
      const from = name.startsWith('/') ? machine.fs.root : directoryAt(machine, fd)
      return fds.open(from, name, flags, mode & ~0o022 & 0o7777)
    },
    __syscall_dup: (fd: number) => fds.duplicate(fd),
    __syscall_dup3: (fd: number, target: number) => fds.duplicateTo(fd, target),
    __syscall_fdatasync(fd: number) {
      fds.get(fd)
      return 0
    },
    __syscall_pipe(result: number) {
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
        case F_SETFL: {
          const changeable = OpenFlag.APPEND | OpenFlag.NONBLOCK
          file.flags = (file.flags & ~changeable) | (memory.readI32(variadic) & changeable)
          return 0
        }
        case F_GETLK:
          memory.writeI16(memory.readU32(variadic), F_UNLCK)
          return 0
        case F_GETFD:
        case F_SETFD:
        case F_SETLK:
        case F_SETLKW:
          return 0
        default:
          throw new ErrnoError('EINVAL')
      }
    },
    __syscall_ioctl(fd: number) {
      fds.get(fd)
      throw new ErrnoError('ENOTTY')
    },
    __syscall_getdents64(fd: number, buffer: number, size: number) {
      const file = fds.get(fd)
      const listing = fds.listing(file)
      const room = Math.floor(size / direntBytes)
      const part = listing.slice(file.position, file.position + room)
      for (const [index, [name, node]] of part.entries()) {
        const address = buffer + index * direntBytes
        memory.writeI64(address, node.ino)
        memory.writeI64(address + 8, file.position + index + 1)
        memory.writeI16(address + 16, direntBytes)
        memory.writeU8(address + 18, entryType(node))
        memory.writeString(address + 19, name, 256)
      }
      file.position += part.length
      return part.length * direntBytes
    },
  })

  /** Files are always ready; how many of the entries are is the answer. */
  function poll(entries: number, count: number): number {
    let ready = 0
    for (let index = 0; index < count; index++) {
      const entry = entries + index * 8
      const wanted = memory.readI16(entry + 4)
      const events = readiness(memory.readI32(entry)) & (wanted | POLLNVAL)
      memory.writeI16(entry + 6, events)
      if (events !== 0) ready++
    }
    return ready
  }

  function readiness(fd: number): number {
    try {
      const { node, flags } = fds.get(fd)
      if (node.kind !== 'pipe') return POLLIN | POLLOUT
      if (flags & OpenFlag.WRONLY) return POLLOUT
      return node.chunks.length > 0 || node.writers === 0 ? POLLIN : 0
    } catch {
      return POLLNVAL
    }
  }

  return { wasi, emscripten, poll }
}
