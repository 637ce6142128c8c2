/**
 * What the modules of an image have no room for: bytes that the host gives to the guest before the program. Each begins
 * with the mark of the image, which its modules have too.
 */
export interface Parts {
  /** All blocks of the packed memory. */
  memory: Uint8Array
  /** The blocks of packed files from that on which is the first that the module of the files does not have. */
  files: Uint8Array
}

const markBytes = 4

/** What is given to the guest for these bytes. */
export function partOf(image: number, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const part = new Uint8Array(markBytes + bytes.length)
  new DataView(part.buffer).setInt32(0, image, true)
  part.set(bytes, markBytes)
  return part
}

/** The bytes without their mark. */
export function bytesOf(part: Uint8Array): Uint8Array {
  return part.subarray(markBytes)
}

/** Whether a part is one of an image. */
export function isOf(image: unknown, part: Uint8Array): boolean {
  const { buffer, byteOffset, byteLength } = part
  return byteLength >= markBytes && new DataView(buffer, byteOffset).getInt32(0, true) === image
}
