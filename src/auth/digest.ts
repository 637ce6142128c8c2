/** SHA-256 of a text, in hexadecimal. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A name for the holder of a key, from which nobody learns the key or the hash that is configured for it. */
export async function ownerOf(key: string): Promise<string> {
  return (await sha256(`owner of ${key}`)).slice(0, 24)
}
