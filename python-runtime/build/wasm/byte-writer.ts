/** A growing buffer that is written as the WebAssembly specification's "Binary Format" chapter says. */
export interface ByteWriter {
  /** How many bytes have been written. */
  readonly length: number
  byte: (value: number) => void
  bytes: (values: Uint8Array | readonly number[]) => void
  /** Writes a part of other bytes. For short parts it is much faster than a view of them. */
  copy: (source: Uint8Array, start: number, end: number) => void
  /** An unsigned LEB128 number of at most 32 bits. */
  u32: (value: number) => void
  /** A signed LEB128 number of at most 32 bits. */
  s32: (value: number) => void
  /** UTF-8 with its length before it. */
  name: (text: string) => void
  /** A view of all that was written; it is valid until the next write. */
  view: () => Uint8Array
  /** Forgets what was written and keeps the memory for the next use. */
  clear: () => void
}

const utf8 = new TextEncoder()

/** Up to this many bytes a loop is faster than making a view. */
const SHORT = 64

export function byteWriter(capacity = 1024): ByteWriter {
  let buffer = new Uint8Array(capacity)
  let length = 0

  function reserve(more: number): void {
    if (length + more > buffer.length) {
      const larger = new Uint8Array(Math.max(buffer.length * 2, length + more))

      larger.set(buffer.subarray(0, length))
      buffer = larger
    }
  }

  function byte(value: number): void {
    reserve(1)
    buffer[length] = value
    length += 1
  }

  function bytes(values: Uint8Array | readonly number[]): void {
    reserve(values.length)
    buffer.set(values, length)
    length += values.length
  }

  function copy(source: Uint8Array, start: number, end: number): void {
    if (end - start > SHORT) {
      bytes(source.subarray(start, end))
      return
    }
    reserve(end - start)
    for (let position = start; position < end; position += 1) {
      buffer[length] = source[position] ?? 0
      length += 1
    }
  }

  function u32(value: number): void {
    let rest = value >>> 0

    while (rest >= 0x80) {
      byte((rest & 0x7f) | 0x80)
      rest >>>= 7
    }
    byte(rest)
  }

  function s32(value: number): void {
    let rest = value | 0

    while (rest < -0x40 || rest >= 0x40) {
      byte((rest & 0x7f) | 0x80)
      rest >>= 7
    }
    byte(rest & 0x7f)
  }

  return {
    get length() {
      return length
    },
    byte,
    bytes,
    copy,
    u32,
    s32,
    name(text) {
      const encoded = utf8.encode(text)

      u32(encoded.length)
      bytes(encoded)
    },
    view: () => buffer.subarray(0, length),
    clear() {
      length = 0
    },
  }
}

/** Writes what `write` writes, with its length before it. */
export function writeSized(writer: ByteWriter, write: (inner: ByteWriter) => void): void {
  const inner = byteWriter()

  write(inner)
  writer.u32(inner.length)
  writer.bytes(inner.view())
}

/** Writes a vector: its length, then each item. */
export function writeVector<T>(
  writer: ByteWriter,
  items: readonly T[],
  write: (item: T) => void,
): void {
  writer.u32(items.length)
  items.forEach(write)
}
