import { jsonWeight } from './json-weight.ts'

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

/** A frame whose JSON was not parsed. All are parts of the bytes that it was read from. */
export interface RawFrame {
  json: Uint8Array
  payload: Uint8Array
  size: number
}

/**
 * Bounds on the JSON of a frame: to parse it takes some twenty milliseconds at most, in one go. What a program shows
 * that means well is within them (`_sandbox/formats.py`); files are payload.
 */
const maxJsonBytes = 12 * 1024 * 1024
export const maxJsonWeight = 100_000

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
 * Finds the frame at the beginning of the bytes; undefined when they are not all of it.
 * @throws FrameError when it is larger than the limit.
 */
export function rawFrame(bytes: Uint8Array, maxFrameBytes: number): RawFrame | undefined {
  const size = frameSize(bytes, maxFrameBytes)
  if (size === undefined || bytes.length < size) return undefined
  const jsonEnd = headerBytes + headerOf(bytes).getUint32(0, true)
  return {
    json: bytes.subarray(headerBytes, jsonEnd),
    payload: bytes.subarray(jsonEnd, size),
    size,
  }
}

/**
 * Parses a frame's JSON. `charge` hears its weight before.
 * @throws FrameError when it is broken, or would take long.
 */
export function readJson(json: Uint8Array, charge?: (weight: number) => void): unknown {
  const weight = jsonWeight(json, maxJsonWeight)
  if (weight > maxJsonWeight) throw new FrameError('a frame with too many values')
  charge?.(weight)
  try {
    return JSON.parse(new TextDecoder().decode(json))
  } catch (cause) {
    throw new FrameError('a frame whose JSON is broken', { cause })
  }
}

/** As `rawFrame` and `readJson` do. */
function readFrame(bytes: Uint8Array, maxFrameBytes: number): Frame | undefined {
  const frame = rawFrame(bytes, maxFrameBytes)
  return frame && { ...frame, json: readJson(frame.json) }
}

/** Takes bytes in any pieces and gives the frames that they complete. Keeps the pieces: they must not change. */
export interface FrameDecoder {
  /**
   * Each frame is read when it is asked for, and all must be.
   * @throws FrameError as `rawFrame` and `readJson` do.
   */
  push(bytes: Uint8Array): Iterable<Frame>
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
    *push(bytes) {
      let rest = bytes
      while (rest.length > 0) {
        const whole = length === 0 ? next(rest) : undefined
        if (whole) {
          yield whole
          rest = rest.subarray(whole.size)
          continue
        }
        rest = rest.subarray(add(rest))
        const completed = next(begun.subarray(0, length))
        if (completed) yield completed
      }
    },
  }
}

/** Bytes of the whole frame; undefined while its header is incomplete. */
function frameSize(bytes: Uint8Array, maxFrameBytes: number): number | undefined {
  if (bytes.length < headerBytes) return undefined
  const header = headerOf(bytes)
  const jsonBytes = header.getUint32(0, true)
  const size = headerBytes + jsonBytes + header.getUint32(4, true)
  if (size > maxFrameBytes) throw new FrameError(`a frame of ${size} bytes`)
  if (jsonBytes > maxJsonBytes) throw new FrameError(`a frame with ${jsonBytes} bytes of JSON`)
  return size
}

function headerOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, headerBytes)
}
