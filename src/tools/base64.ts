/** @throws DOMException when the text is not base64 */
export function fromBase64(text: string): Uint8Array {
  const characters = atob(text)
  const bytes = new Uint8Array(characters.length)
  for (let index = 0; index < characters.length; index++) {
    bytes[index] = characters.charCodeAt(index)
  }
  return bytes
}

export function toBase64(bytes: Uint8Array): string {
  // A call takes only so many arguments.
  const slices: string[] = []
  for (let start = 0; start < bytes.length; start += 8192) {
    slices.push(String.fromCharCode(...bytes.subarray(start, start + 8192)))
  }
  return btoa(slices.join(''))
}
