import type { Budget } from '../budget.ts'
import { errno } from '../errno.ts'
import type { LinearMemory } from '../linear-memory.ts'
import { fullMode, type Node } from '../nodes.ts'

/** The records in which the C library wants to know about files. Layouts are those of emscripten's musl for wasm32. */

const blockBytes = 4096
const nanosecondsPerSecond = 1_000_000_000n

/** Nanosecond fields of `utimensat` with a meaning of their own (`sys/stat.h`). */
const UTIME_NOW = 0x3fffffff
const UTIME_OMIT = 0x3ffffffe

/** `struct stat`. */
export function writeStat(memory: LinearMemory, address: number, node: Node): number {
  const size = sizeOf(node)
  memory.bytes(address, 96).fill(0)
  memory.writeU32(address, 1)
  memory.writeU32(address + 4, fullMode(node))
  memory.writeU32(address + 8, node.linked ? 1 : 0)
  memory.writeI64(address + 24, BigInt(size))
  memory.writeU32(address + 32, blockBytes)
  memory.writeU32(address + 36, Math.ceil(size / 512))
  writeTime(memory, address + 40, node.atime)
  writeTime(memory, address + 56, node.mtime)
  writeTime(memory, address + 72, node.ctime)
  memory.writeI64(address + 88, BigInt(node.ino))
  return 0
}

function sizeOf(node: Node): number {
  switch (node.kind) {
    case 'file':
      return node.size
    case 'link':
      return node.target.length
    case 'directory':
      return blockBytes
    case 'device':
    case 'pipe':
      return 0
  }
}

/** `struct timespec` of nanoseconds since 1970, which may be before. */
function writeTime(memory: LinearMemory, address: number, time: bigint): void {
  const remainder = time % nanosecondsPerSecond
  const nanoseconds = remainder < 0n ? remainder + nanosecondsPerSecond : remainder
  memory.writeI64(address, (time - nanoseconds) / nanosecondsPerSecond)
  memory.writeU32(address + 8, Number(nanoseconds))
}

/** A time of `utimensat`; undefined to leave it as it is. */
export function readTime(memory: LinearMemory, address: number, now: bigint): bigint | undefined {
  const nanoseconds = memory.readI32(address + 8)
  if (nanoseconds === UTIME_OMIT) return undefined
  if (nanoseconds === UTIME_NOW) return now
  if (nanoseconds < 0 || nanoseconds >= nanosecondsPerSecond) throw errno('EINVAL')
  return memory.readI64(address) * nanosecondsPerSecond + BigInt(nanoseconds)
}

/** `struct statfs`. */
export function writeFileSystemStat(
  memory: LinearMemory,
  address: number,
  { capacity, used }: Budget,
): number {
  const blocks = Math.floor(capacity / blockBytes)
  const free = Math.floor((capacity - used) / blockBytes)
  memory.bytes(address, 88).fill(0)
  memory.writeU32(address + 4, blockBytes)
  memory.writeI64(address + 8, BigInt(blocks))
  memory.writeI64(address + 16, BigInt(free))
  memory.writeI64(address + 24, BigInt(free))
  memory.writeU32(address + 56, 255)
  memory.writeU32(address + 60, blockBytes)
  return 0
}
