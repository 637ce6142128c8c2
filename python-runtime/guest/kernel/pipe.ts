import { errno } from './errno.ts'
import type { PipeNode } from './nodes.ts'

/** What a pipe holds, as on Linux. */
export const pipeBytes = 65_536

/** Writes of at most so many bytes are not torn (`PIPE_BUF`). */
const atomicBytes = 4096

/** An empty pipe with a writer left would block for ever, as nothing else runs: it says so instead. */
export function readPipe(pipe: PipeNode, into: Uint8Array): number {
  if (pipe.length === 0 && pipe.writers > 0) throw errno('EAGAIN')
  const count = Math.min(pipe.length, into.length)
  const first = pipe.ring.subarray(pipe.start, pipe.start + count)
  into.set(first)
  into.set(pipe.ring.subarray(0, count - first.length), first.length)
  pipe.start = (pipe.start + count) % pipeBytes
  pipe.length -= count
  return count
}

/** Gives how many bytes were taken. A full pipe would block for ever: it says so instead. */
export function writePipe(pipe: PipeNode, from: Uint8Array): number {
  if (pipe.readers === 0) throw errno('EPIPE')
  const room = pipeBytes - pipe.length
  const needed = from.length <= atomicBytes ? from.length : 1
  if (room < needed) throw errno('EAGAIN')
  const part = from.subarray(0, room)
  const end = (pipe.start + pipe.length) % pipeBytes
  const first = part.subarray(0, pipeBytes - end)
  pipe.ring.set(first, end)
  pipe.ring.set(part.subarray(first.length), 0)
  pipe.length += part.length
  return part.length
}
