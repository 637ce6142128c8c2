/**
 * Names and paths are strings of bytes, as they are for Linux: each character stands for one byte, whether or not
 * they are UTF-8 together. Lengths are lengths in bytes, and no two names fall together.
 */
export function byteString(text: string): string {
  return bytesToString(new TextEncoder().encode(text))
}

export function bytesToString(bytes: Uint8Array): string {
  // Not spread: that goes through an iterator, which takes nine times as long.
  return Reflect.apply(String.fromCharCode, null, bytes)
}

export function stringToBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < bytes.length; index++) bytes[index] = text.charCodeAt(index)
  return bytes
}

/** The same string in memory of its own: a part of another one keeps all of that in memory for as long as it lives. */
export function ownString(text: string): string {
  return bytesToString(stringToBytes(text))
}

/** The text that the bytes mean, for people: what is not UTF-8 is replaced. */
export function textOf(bytes: string): string {
  return new TextDecoder().decode(stringToBytes(bytes))
}
