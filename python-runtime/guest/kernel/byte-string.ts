/**
 * Names and paths are strings of bytes, as they are for Linux: each character stands for one byte, whether or not
 * they are UTF-8 together. Lengths are lengths in bytes, and no two names fall together.
 */
export function byteString(text: string): string {
  return bytesToString(new TextEncoder().encode(text))
}

export function bytesToString(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

/** The text that the bytes mean, for people: what is not UTF-8 is replaced. */
export function textOf(bytes: string): string {
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)))
}
