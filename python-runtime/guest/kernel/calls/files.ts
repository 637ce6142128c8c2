import type { Budget } from '../budget.ts'
import { stringToBytes } from '../byte-string.ts'
import type { FileContents } from '../content.ts'
import { fuelPerCharacter } from '../costs.ts'
import { errno } from '../errno.ts'
import type { Node } from '../nodes.ts'
import { isWritable } from '../open-file.ts'
import { asDirectory } from '../paths.ts'
import {
  AT_FDCWD,
  AT_SYMLINK_NOFOLLOW,
  directoryAt,
  enter,
  negativeErrno,
  nodeAt,
  pathAt,
  readPath,
  type Machine,
} from './calls.ts'
import { readTime, writeFileSystemStat, writeStat } from './stat.ts'

const AT_REMOVEDIR = 0x200
/** What `access` may ask for (`unistd.h`). */
const X_OK = 1
const anyAccess = 7

/** System calls on paths and what they name. */
export function fileCalls(
  machine: Machine,
  { now, contents, budget }: { now: () => bigint; contents: FileContents; budget: Budget },
) {
  const { memory, fs, fds } = machine

  function truncate(node: Node, length: bigint): number {
    if (node.kind === 'directory') throw errno('EISDIR')
    if (node.kind !== 'file' || length < 0n) throw errno('EINVAL')
    contents.resize(node, Number(length))
    fs.touch(node)
    return 0
  }

  function changeMode(node: Node, mode: number): number {
    if (node.kind === 'link') throw errno('ENOTSUP')
    node.mode = mode & 0o7777
    node.ctime = now()
    return 0
  }

  /** The one user of the sandbox may do all, but what nobody may execute is no program for anybody. */
  function access(node: Node, wanted: number): number {
    if (wanted & ~anyAccess) throw errno('EINVAL')
    const mayExecute = node.kind === 'directory' || (node.mode & 0o111) !== 0
    if (wanted & X_OK && !mayExecute) throw errno('EACCES')
    return 0
  }

  return negativeErrno({
    __syscall_stat64: (path: number, buffer: number) =>
      writeStat(memory, buffer, nodeAt(machine, AT_FDCWD, path)),
    __syscall_lstat64: (path: number, buffer: number) =>
      writeStat(memory, buffer, nodeAt(machine, AT_FDCWD, path, AT_SYMLINK_NOFOLLOW)),
    __syscall_newfstatat: (fd: number, path: number, buffer: number, flags: number) =>
      writeStat(memory, buffer, nodeAt(machine, fd, path, flags)),
    __syscall_fstat64: (fd: number, buffer: number) => writeStat(memory, buffer, fds.get(fd).node),

    __syscall_faccessat: (fd: number, path: number, wanted: number, flags: number) =>
      access(nodeAt(machine, fd, path, flags), wanted),
    __syscall_chmod: (path: number, mode: number) =>
      changeMode(nodeAt(machine, AT_FDCWD, path), mode),
    __syscall_fchmod: (fd: number, mode: number) => changeMode(fds.get(fd).node, mode),
    __syscall_fchmodat2: (fd: number, path: number, mode: number, flags: number) =>
      changeMode(nodeAt(machine, fd, path, flags), mode),
    // There is one user, who owns everything.
    __syscall_fchown32(fd: number) {
      fds.get(fd)
      return 0
    },
    __syscall_fchownat(fd: number, path: number, _owner: number, _group: number, flags: number) {
      nodeAt(machine, fd, path, flags)
      return 0
    },

    __syscall_truncate64: (path: number, length: bigint) =>
      truncate(nodeAt(machine, AT_FDCWD, path), length),
    __syscall_ftruncate64(fd: number, length: bigint) {
      const file = fds.get(fd)
      if (!isWritable(file)) throw errno('EINVAL')
      return truncate(file.node, length)
    },
    __syscall_fallocate(fd: number, mode: number, offset: bigint, length: bigint) {
      if (mode !== 0) throw errno('ENOTSUP')
      if (offset < 0n || length <= 0n) throw errno('EINVAL')
      const file = fds.get(fd)
      if (!isWritable(file)) throw errno('EBADF')
      if (file.node.kind !== 'file') throw errno('ENODEV')
      return offset + length <= file.node.size ? 0 : truncate(file.node, offset + length)
    },
    __syscall_fadvise64: () => 0,

    __syscall_utimensat(fd: number, path: number, times: number, flags: number) {
      const node = path === 0 ? fds.get(fd).node : nodeAt(machine, fd, path, flags)
      const time = now()
      const accessed = times === 0 ? time : readTime(memory, times, time)
      const modified = times === 0 ? time : readTime(memory, times + 16, time)
      node.atime = accessed ?? node.atime
      node.mtime = modified ?? node.mtime
      node.ctime = time
      return 0
    },

    __syscall_mkdirat(fd: number, path: number, mode: number) {
      fs.makeDirectory(...pathAt(machine, fd, path), mode & 0o7777 & ~machine.umask)
      return 0
    },
    __syscall_symlinkat(target: number, fd: number, path: number) {
      fs.makeLink(...pathAt(machine, fd, path), readPath(machine, target))
      return 0
    },
    __syscall_readlinkat(fd: number, path: number, buffer: number, size: number) {
      const node = nodeAt(machine, fd, path, AT_SYMLINK_NOFOLLOW)
      if (node.kind !== 'link' || size === 0) throw errno('EINVAL')
      // Without a terminating zero.
      const bytes = stringToBytes(node.target.slice(0, size >>> 0))
      machine.program.spend(bytes.length * fuelPerCharacter)
      memory.bytes(buffer, bytes.length).set(bytes)
      return bytes.length
    },
    __syscall_unlinkat(fd: number, path: number, flags: number) {
      if (flags & AT_REMOVEDIR) fs.removeDirectory(...pathAt(machine, fd, path))
      else fs.unlink(...pathAt(machine, fd, path))
      return 0
    },
    __syscall_rmdir(path: number) {
      fs.removeDirectory(...pathAt(machine, AT_FDCWD, path))
      return 0
    },
    __syscall_renameat(fd: number, path: number, targetFd: number, target: number) {
      fs.rename(...pathAt(machine, fd, path), ...pathAt(machine, targetFd, target))
      return 0
    },

    __syscall_chdir(path: number) {
      enter(machine, asDirectory(nodeAt(machine, AT_FDCWD, path)))
      return 0
    },
    __syscall_fchdir(fd: number) {
      enter(machine, directoryAt(machine, fd))
      return 0
    },
    __syscall_getcwd(buffer: number, size: number) {
      const path = fs.pathOf(machine.cwd)
      if (path.length + 1 > size >>> 0) throw errno('ERANGE')
      machine.program.spend(path.length * fuelPerCharacter)
      memory.writeString(buffer, path)
      return path.length + 1
    },

    __syscall_statfs64(path: number, _size: number, buffer: number) {
      nodeAt(machine, AT_FDCWD, path)
      return writeFileSystemStat(memory, buffer, budget)
    },
    __syscall_fstatfs64(fd: number, _size: number, buffer: number) {
      fds.get(fd)
      return writeFileSystemStat(memory, buffer, budget)
    },
  })
}
