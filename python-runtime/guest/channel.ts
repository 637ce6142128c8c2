import { FrameError, readFrame } from '../frames.ts'
import { errno } from './kernel/errno.ts'
import type { Device } from './kernel/nodes.ts'

/** The most that one frame may hold. The host takes no larger one either: it would end the execution. */
const maxFrameBytes = 32 * 1024 * 1024

/**
 * The device over which the Python side reads its request and writes its frames (`_sandbox/channel.py`). The
 * program can write to it too: what comes is checked for its form here, and for all else by the host. Each write
 * is whole frames, so that the program's words cannot run into ours; anything else is an invalid argument.
 */
export function channel(
  request: object,
  receive: (json: unknown, payload: Uint8Array) => void,
): Device {
  let unread = new TextEncoder().encode(JSON.stringify(request))
  return {
    read(into) {
      const part = unread.subarray(0, into.length)
      into.set(part)
      unread = unread.subarray(part.length)
      return part.length
    },
    write(bytes) {
      for (let rest = bytes; rest.length > 0;) {
        const { json, payload, size } = wholeFrame(rest)
        receive(json, payload)
        rest = rest.subarray(size)
      }
      return bytes.length
    },
  }
}

function wholeFrame(bytes: Uint8Array) {
  try {
    const frame = readFrame(bytes, maxFrameBytes)
    if (frame) return frame
  } catch (error) {
    if (!(error instanceof FrameError)) throw error
  }
  throw errno('EINVAL')
}
