import { frameDecoder } from '../frames.ts'
import type { Device } from './kernel/devices.ts'

/** The most that one frame may hold, a file at most. */
const maxFrameBytes = 64 * 1024 * 1024

/**
 * The device over which the Python side reads its request and writes its frames (`_sandbox/channel.py`). The
 * program can write to it too: what comes is checked for its form here, and for all else by the host.
 */
export function channel(
  request: object,
  receive: (json: unknown, payload: Uint8Array) => void,
): Device {
  let unread = new TextEncoder().encode(JSON.stringify(request))
  const frames = frameDecoder(maxFrameBytes)
  return {
    read(into) {
      const part = unread.subarray(0, into.length)
      into.set(part)
      unread = unread.subarray(part.length)
      return part.length
    },
    write(bytes) {
      for (const { json, payload } of frames.push(bytes.slice())) receive(json, payload)
    },
  }
}
