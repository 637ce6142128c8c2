import { ErrnoError } from '../errno.ts'
import type { LinearMemory } from '../linear-memory.ts'
import { fullMode, type Node } from '../nodes.ts'
import { directoryAt, negativeErrno, nodeAt, type Machine } from './calls.ts'

const AT_FDCWD = -100
const AT_SYMLINK_NOFOLLOW = 0x100
const AT_REMOVEDIR = 0x200
/** Nanosecond fields of `utimensat` with a meaning of their own (`sys/stat.h`). */
const UTIME_NOW = 0x3fffffff
const UTIME_OMIT = 0x3ffffffe

/** System calls on paths and what they name. Layouts are those of emscripten's musl for wasm32. */
export function fileCalls(machine: Machine, now: () => number) {
  const { memory, fs, contents, fds } = machine
  const text = (address: number) => memory.readString(address)
  const from = (fd: number, path: string) =>
    path.startsWith('/') ? fs.root : directoryAt(machine, fd)

  function stat(node: Node, address: number): number {
    writeStat(memory, address, node)
    return 0
  }

  function truncate(node: Node, length: number): number {
    if (node.kind !== 'file') throw new ErrnoError(node.kind === 'directory' ? 'EISDIR' : 'EINVAL')
    if (length < 0) throw new ErrnoError('EINVAL')
    contents.resize(node, length)
    fs.touch(node)
    return 0
  }

  function changeMode(node: Node, mode: number): number {
    node.mode = mode & 0o7777
    node.ctime = now()
    return 0
  }

  /** A `timespec` in milliseconds; undefined to leave the time as it is. */
  function time(address: number): number | undefined {
    const nanoseconds = memory.readI32(address + 8)
    if (nanoseconds === UTIME_OMIT) return undefined
    if (nanoseconds === UTIME_NOW) return now()
    return memory.readI64(address) * 1000 + nanoseconds / 1e6
  }

  return negativeErrno({
    __syscall_stat64: (path: number, buffer: number) =>
      stat(nodeAt(machine, AT_FDCWD, text(path), 0), buffer),
    __syscall_lstat64: (path: number, buffer: number) =>
      stat(nodeAt(machine, AT_FDCWD, text(path), AT_SYMLINK_NOFOLLOW), buffer),
    __syscall_newfstatat: (fd: number, path: number, buffer: number, flags: number) =>
      stat(nodeAt(machine, fd, text(path), flags), buffer),
    __syscall_fstat64: (fd: number, buffer: number) => stat(fds.get(fd).node, buffer),

    __syscall_faccessat(fd: number, path: number, _mode: number, flags: number) {
      nodeAt(machine, fd, text(path), flags)
      return 0
    },
    __syscall_chmod: (path: number, mode: number) =>
      changeMode(nodeAt(machine, AT_FDCWD, text(path), 0), mode),
    __syscall_fchmod: (fd: number, mode: number) => changeMode(fds.get(fd).node, mode),
    __syscall_fchmodat2: (fd: number, path: number, mode: number, flags: number) =>
      changeMode(nodeAt(machine, fd, text(path), flags), mode),
    __syscall_fchown32(fd: number) {
      fds.get(fd)
      return 0
    },
    __syscall_fchownat(fd: number, path: number, _owner: number, _group: number, flags: number) {
      nodeAt(machine, fd, text(path), flags)
      return 0
    },

    __syscall_truncate64: (path: number, length: bigint) =>
      truncate(nodeAt(machine, AT_FDCWD, text(path), 0), Number(length)),
    __syscall_ftruncate64: (fd: number, length: bigint) =>
      truncate(fds.get(fd).node, Number(length)),
    __syscall_fallocate(fd: number, mode: number, offset: bigint, length: bigint) {
      if (mode !== 0) throw new ErrnoError('ENOTSUP')
      const { node } = fds.get(fd)
      const end = Number(offset + length)
      return node.kind === 'file' && end <= node.size ? 0 : truncate(node, end)
    },
    __syscall_fadvise64: () => 0,

    __syscall_utimensat(fd: number, path: number, times: number, flags: number) {
      const name = path === 0 ? '' : text(path)
      const node = name === '' ? fds.get(fd).node : nodeAt(machine, fd, name, flags)
      const [accessed, modified] = times === 0 ? [now(), now()] : [time(times), time(times + 16)]
      node.atime = accessed ?? node.atime
      node.mtime = modified ?? node.mtime
      node.ctime = now()
      return 0
    },

    __syscall_mkdirat(fd: number, path: number, mode: number) {
      fs.makeDirectory(from(fd, text(path)), text(path), mode)
      return 0
    },
    __syscall_mknodat(fd: number, path: number, mode: number) {
      const place = fs.locate(from(fd, text(path)), text(path), false)
      if (place.node) throw new ErrnoError('EEXIST')
      fs.attach(place, fs.newFile(mode & 0o7777))
      return 0
    },
    __syscall_symlinkat(target: number, fd: number, path: number) {
      fs.makeLink(from(fd, text(path)), text(path), text(target))
      return 0
    },
    __syscall_readlinkat(fd: number, path: number, buffer: number, size: number) {
      const node = nodeAt(machine, fd, text(path), AT_SYMLINK_NOFOLLOW)
      if (node.kind !== 'link') throw new ErrnoError('EINVAL')
      const target = new TextEncoder().encode(node.target).subarray(0, size)
      memory.bytes(buffer, target.length).set(target)
      return target.length
    },
    __syscall_unlinkat(fd: number, path: number, flags: number) {
      const directory = from(fd, text(path))
      if (flags & AT_REMOVEDIR) fs.removeDirectory(directory, text(path))
      else fs.unlink(directory, text(path))
      return 0
    },
    __syscall_rmdir(path: number) {
      fs.removeDirectory(machine.cwd, text(path))
      return 0
    },
    __syscall_renameat(fd: number, path: number, targetFd: number, target: number) {
      fs.rename(from(fd, text(path)), text(path), from(targetFd, text(target)), text(target))
      return 0
    },

    __syscall_chdir(path: number) {
      machine.cwd = fs.directory(machine.cwd, text(path))
      return 0
    },
    __syscall_fchdir(fd: number) {
      machine.cwd = directoryAt(machine, fd)
      return 0
    },
    __syscall_getcwd(buffer: number, size: number) {
      const path = fs.pathOf(machine.cwd)
      if (new TextEncoder().encode(path).length + 1 > size) throw new ErrnoError('ERANGE')
      return memory.writeString(buffer, path, size) + 1
    },

    __syscall_statfs64(path: number, _size: number, buffer: number) {
      nodeAt(machine, AT_FDCWD, text(path), 0)
      return writeFileSystemStat(memory, buffer, contents.usage())
    },
    __syscall_fstatfs64(fd: number, _size: number, buffer: number) {
      fds.get(fd)
      return writeFileSystemStat(memory, buffer, contents.usage())
    },
  })
}

/** `struct stat`: mode at 4, size at 24, times at 40, 56 and 72, inode at 88. */
function writeStat(memory: LinearMemory, address: number, node: Node): void {
  const size = node.kind === 'file' ? node.size : node.kind === 'link' ? node.target.length : 0
  memory.writeU32(address, 1)
  memory.writeU32(address + 4, fullMode(node))
  memory.writeU32(address + 8, 1)
  memory.writeU32(address + 12, 0)
  memory.writeU32(address + 16, 0)
  memory.writeU32(address + 20, 0)
  memory.writeI64(address + 24, size)
  memory.writeU32(address + 32, 4096)
  memory.writeU32(address + 36, Math.ceil(size / 512))
  writeTime(memory, address + 40, node.atime)
  writeTime(memory, address + 56, node.mtime)
  writeTime(memory, address + 72, node.ctime)
  memory.writeI64(address + 88, node.ino)
}

function writeTime(memory: LinearMemory, address: number, milliseconds: number): void {
  const seconds = Math.floor(milliseconds / 1000)
  memory.writeI64(address, seconds)
  memory.writeU32(address + 8, Math.round((milliseconds - seconds * 1000) * 1e6))
}

/** `struct statfs`, in blocks of 4096 bytes. */
function writeFileSystemStat(
  memory: LinearMemory,
  address: number,
  usage: { capacity: number; used: number },
): number {
  const blockSize = 4096
  const free = Math.floor((usage.capacity - usage.used) / blockSize)
  memory.bytes(address, 88).fill(0)
  memory.writeU32(address + 4, blockSize)
  memory.writeI64(address + 8, Math.floor(usage.capacity / blockSize))
  memory.writeI64(address + 16, free)
  memory.writeI64(address + 24, free)
  memory.writeU32(address + 56, 255)
  memory.writeU32(address + 60, blockSize)
  return 0
}
