/**
 * How the guest's events travel: frames on a byte stream, each two lengths (u32, little-endian), then that many
 * bytes of JSON and that many bytes of payload. The Python side writes the same frames (`_sandbox/channel.py`).
 */
export interface Frame {
  json: unknown
  /** A part of the bytes that the frame was read from. */
  payload: Uint8Array
  /** Bytes of the whole frame. */
  size: number
}

export class FrameError extends Error {}

const headerBytes = 8
const nothing = new Uint8Array(0)

export function encodeFrame(json: unknown, payload: Uint8Array = nothing): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(json))
  const frame = new Uint8Array(headerBytes + text.length + payload.length)
  const header = new DataView(frame.buffer)
  header.setUint32(0, text.length, true)
  header.setUint32(4, payload.length, true)
  frame.set(text, headerBytes)
  frame.set(payload, headerBytes + text.length)
  return frame
}

/**
 * Reads the frame at the beginning of the bytes; undefined when they are not all of it.
 * @throws FrameError when it is larger than the limit or its JSON is broken.
 */
export function readFrame(bytes: Uint8Array, maxFrameBytes: number): Frame | undefined {
  const size = frameSize(bytes, maxFrameBytes)
  if (size === undefined || bytes.length < size) return undefined
  const jsonEnd = headerBytes + headerOf(bytes).getUint32(0, true)
  const json = parse(bytes.subarray(headerBytes, jsonEnd))
  return { json, payload: bytes.subarray(jsonEnd, size), size }
}

/** Takes bytes in any pieces and gives the frames that they complete. Keeps the pieces: they must not change. */
export interface FrameDecoder {
  /** @throws FrameError as `readFrame` does. */
  push(bytes: Uint8Array): Frame[]
}

export function frameDecoder(maxFrameBytes: number): FrameDecoder {
  /** The beginning of a frame, with room for its header or, when that is known, for all of it. */
  let begun = nothing
  let length = 0

  /** Adds what the begun frame still lacks, and gives how much that was. */
  function add(bytes: Uint8Array): number {
    const size = frameSize(begun.subarray(0, length), maxFrameBytes) ?? headerBytes
    if (begun.length < size) {
      const larger = new Uint8Array(size)
      larger.set(begun)
      begun = larger
    }
    const part = bytes.subarray(0, size - length)
    begun.set(part, length)
    length += part.length
    return part.length
  }

  function next(bytes: Uint8Array): Frame | undefined {
    const frame = readFrame(bytes, maxFrameBytes)
    if (frame) {
      begun = nothing
      length = 0
    }
    return frame
  }

  return {
    push(bytes) {
      const frames: Frame[] = []
      let rest = bytes
      while (rest.length > 0) {
        const whole = length === 0 ? next(rest) : undefined
        if (whole) {
          frames.push(whole)
          rest = rest.subarray(whole.size)
          continue
        }
        rest = rest.subarray(add(rest))
        const completed = next(begun.subarray(0, length))
        if (completed) frames.push(completed)
      }
      return frames
    },
  }
}

/** Bytes of the whole frame; undefined while its header is incomplete. */
function frameSize(bytes: Uint8Array, maxFrameBytes: number): number | undefined {
  if (bytes.length < headerBytes) return undefined
  const header = headerOf(bytes)
  const size = headerBytes + header.getUint32(0, true) + header.getUint32(4, true)
  if (size > maxFrameBytes) throw new FrameError(`a frame of ${size} bytes`)
  return size
}

function headerOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, headerBytes)
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch (cause) {
    throw new FrameError('a frame whose JSON is broken', { cause })
  }
}
