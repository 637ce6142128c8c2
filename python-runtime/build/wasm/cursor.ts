/**
 * A place in a wasm binary that reading moves forward.
 *
 * The functions below read what stands there, as the WebAssembly specification's "Binary Format" chapter
 * writes it, and throw when it goes past `end` or is not well formed.
 */
export interface Cursor {
  readonly bytes: Uint8Array
  position: number
  readonly end: number
}

export function cursorOver(bytes: Uint8Array, start = 0, end = bytes.length): Cursor {
  return { bytes, position: start, end }
}

export function atEnd(cursor: Cursor): boolean {
  return cursor.position >= cursor.end
}

export function readByte(cursor: Cursor): number {
  const byte = cursor.bytes[cursor.position]

  if (byte === undefined || cursor.position >= cursor.end) {
    throw new Error(`The wasm binary ends too early, at byte ${cursor.position}.`)
  }
  cursor.position += 1

  return byte
}

/** An unsigned LEB128 number of at most 32 bits. */
export function readU32(cursor: Cursor): number {
  let byte = readByte(cursor)
  let value = byte & 0x7f

  for (let shift = 7; byte >= 0x80; shift += 7) {
    if (shift > 28) {
      throw new Error(`The number before byte ${cursor.position} is longer than 32 bits.`)
    }
    byte = readByte(cursor)
    value |= (byte & 0x7f) << shift
  }

  return value >>> 0
}

/** A signed LEB128 number of at most 32 bits. */
export function readS32(cursor: Cursor): number {
  let byte = readByte(cursor)
  let value = byte & 0x7f
  let shift = 7

  for (; byte >= 0x80; shift += 7) {
    if (shift > 28) {
      throw new Error(`The number before byte ${cursor.position} is longer than 32 bits.`)
    }
    byte = readByte(cursor)
    value |= (byte & 0x7f) << shift
  }

  return shift < 32 ? (value << (32 - shift)) >> (32 - shift) : value | 0
}

/** Passes a LEB128 number of any length and sign. */
export function skipNumber(cursor: Cursor): void {
  while (readByte(cursor) >= 0x80);
}

/** The next bytes, as a view and not a copy. */
export function readBytes(cursor: Cursor, length: number): Uint8Array {
  const start = cursor.position

  skipBytes(cursor, length)

  return cursor.bytes.subarray(start, cursor.position)
}

export function skipBytes(cursor: Cursor, length: number): void {
  if (cursor.position + length > cursor.end) {
    throw new Error(`The wasm binary ends within ${length} bytes after ${cursor.position}.`)
  }
  cursor.position += length
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export function readName(cursor: Cursor): string {
  return utf8.decode(readBytes(cursor, readU32(cursor)))
}

/** A vector: its length, then that many of what `read` reads. */
export function readVector<T>(cursor: Cursor, read: (cursor: Cursor) => T): T[] {
  const count = readU32(cursor)
  const items: T[] = []

  for (let index = 0; index < count; index += 1) {
    items.push(read(cursor))
  }

  return items
}
