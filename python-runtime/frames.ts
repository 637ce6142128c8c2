/**
 * How the guest's events travel: frames on a byte stream, each two lengths (u32, little-endian), then that many
 * bytes of JSON and that many bytes of payload. The Python side writes the same frames (`_sandbox/channel.py`).
 */
export interface Frame {
  json: unknown
  payload: Uint8Array
  /** Bytes of the whole frame. */
  size: number
}

const headerBytes = 8

export function encodeFrame(json: unknown, payload: Uint8Array = new Uint8Array(0)): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(json))
  const frame = new Uint8Array(headerBytes + text.length + payload.length)
  const header = new DataView(frame.buffer)
  header.setUint32(0, text.length, true)
  header.setUint32(4, payload.length, true)
  frame.set(text, headerBytes)
  frame.set(payload, headerBytes + text.length)
  return frame
}

/** Takes bytes in any pieces and gives the frames that they complete. */
export interface FrameDecoder {
  /** @throws FrameError when a frame is larger than the limit or its JSON is broken. */
  push(bytes: Uint8Array): Frame[]
  /** Whether it holds the beginning of a frame. */
  readonly isIncomplete: boolean
}

export class FrameError extends Error {}

export function frameDecoder(maxFrameBytes: number): FrameDecoder {
  let chunks: Uint8Array[] = []
  let buffered = 0

  /** The first `length` buffered bytes in one piece; each byte is copied a bounded number of times. */
  function gather(length: number): Uint8Array {
    const [first] = chunks
    if (first && first.length >= length) return first
    const whole = new Uint8Array(buffered)
    let at = 0
    for (const chunk of chunks) {
      whole.set(chunk, at)
      at += chunk.length
    }
    chunks = [whole]
    return whole
  }

  function next(): Frame | undefined {
    if (buffered < headerBytes) return undefined
    const head = gather(headerBytes)
    const header = new DataView(head.buffer, head.byteOffset, head.byteLength)
    const jsonBytes = header.getUint32(0, true)
    const payloadBytes = header.getUint32(4, true)
    const frameBytes = headerBytes + jsonBytes + payloadBytes
    if (frameBytes > maxFrameBytes) throw new FrameError(`a frame of ${frameBytes} bytes`)
    if (buffered < frameBytes) return undefined

    const whole = gather(frameBytes)
    const json = parse(whole.subarray(headerBytes, headerBytes + jsonBytes))
    const payload = whole.slice(headerBytes + jsonBytes, frameBytes)
    chunks[0] = whole.subarray(frameBytes)
    buffered -= frameBytes
    return { json, payload, size: frameBytes }
  }

  return {
    push(bytes) {
      chunks.push(bytes)
      buffered += bytes.length
      const frames: Frame[] = []
      for (let frame = next(); frame; frame = next()) frames.push(frame)
      return frames
    },
    get isIncomplete() {
      return buffered > 0
    },
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch (cause) {
    throw new FrameError('a frame whose JSON is broken', { cause })
  }
}
