import { fuelPerCall, fuelPerCharacter, type Spend } from '../costs.ts'
import type { Descriptors } from '../descriptors.ts'
import { ErrnoError, errno } from '../errno.ts'
import type { FileSystem } from '../file-system.ts'
import type { LinearMemory } from '../linear-memory.ts'
import type { DirectoryNode, Node } from '../nodes.ts'
import { maxPathLength } from '../paths.ts'

/** What system calls work on. */
export interface Machine {
  memory: LinearMemory
  fs: FileSystem
  fds: Descriptors
  /** The program's current directory. */
  cwd: DirectoryNode
  /** Permissions that new files and directories do not get. */
  umask: number
  program: Program
}

/** What system calls ask of the program in turn, while it is inside the call. */
interface Program {
  /** Gives 0 when there is no memory left. */
  allocate(size: number, alignment?: number): number
  free(address: number): void
  /** Sets what `dlerror` tells. */
  setDlError(message: string): void
  /** Sets the current Python exception; `exception` is the name of C Python's variable. */
  raise(exception: string, message: string): void
  /** Calls the function in a slot of the program's table. */
  callTable(slot: number, ...args: number[]): void
  /** Calls a function of its own for the program, on a stack of the engine that is new. */
  extendStack(slot: number, ...args: number[]): Promise<unknown>
  spend: Spend
}

/** One system call: numbers in, a number out; i64 arguments are bigints. */
type Call = (...args: never[]) => unknown
export type Calls = Record<string, Call>

/** Calls that are charged for being made; what they do beside that they charge themselves. */
export function charged({ program }: Machine, calls: Calls): Calls {
  return mapCalls(calls, (call) => (...args) => {
    program.spend(fuelPerCall)
    return call(...args)
  })
}

/** Emscripten's own system calls answer with a negative error number. */
export function negativeErrno(calls: Calls): Calls {
  return answering(calls, (number) => -number)
}

/** WASI's answer with a positive one. */
export function positiveErrno(calls: Calls): Calls {
  return answering(calls, (number) => number)
}

function answering(calls: Calls, answer: (number: number) => number): Calls {
  const wrap =
    (call: Call) =>
    (...args: never[]) => {
      try {
        return call(...args)
      } catch (error) {
        if (error instanceof ErrnoError) return answer(error.errno)
        throw error
      }
    }
  return mapCalls(calls, wrap)
}

function mapCalls(calls: Calls, wrap: (call: Call) => Call): Calls {
  return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, wrap(call)]))
}

/** "Relative to the current directory" where a directory's descriptor is asked for (`fcntl.h`). */
export const AT_FDCWD = -100
export const AT_SYMLINK_NOFOLLOW = 0x100
/** An empty path means the descriptor itself. */
const AT_EMPTY_PATH = 0x1000

/** A path in the program's memory. */
export function readPath({ memory, program }: Machine, address: number): string {
  const path = memory.readString(address, maxPathLength)
  program.spend(path.length * fuelPerCharacter)
  return path
}

/** A path in the program's memory, and the directory from which it leads. */
export function pathAt(
  machine: Machine,
  fd: number,
  address: number,
): [from: DirectoryNode, path: string] {
  const path = readPath(machine, address)
  return [path.startsWith('/') ? machine.fs.root : directoryAt(machine, fd), path]
}

export function directoryAt(machine: Machine, fd: number): DirectoryNode {
  if (fd === AT_FDCWD) return machine.cwd
  const { node } = machine.fds.get(fd)
  if (node.kind !== 'directory') throw errno('ENOTDIR')
  return node
}

/** Makes it the program's current directory, which is kept while the program is there. */
export function enter(machine: Machine, directory: DirectoryNode): void {
  const before = machine.cwd
  machine.cwd = directory
  machine.fs.hold(directory)
  machine.fs.drop(before)
}

/** What a path names. */
export function nodeAt(machine: Machine, fd: number, address: number, flags = 0): Node {
  if (flags & AT_EMPTY_PATH && readPath(machine, address) === '') {
    return fd === AT_FDCWD ? machine.cwd : machine.fds.get(fd).node
  }
  const [from, path] = pathAt(machine, fd, address)
  return machine.fs.lookup(from, path, flags & AT_SYMLINK_NOFOLLOW ? 'keep' : 'follow')
}
