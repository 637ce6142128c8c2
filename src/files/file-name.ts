import mime from 'mime'

const MAX_LENGTH = 120

/** A name that is one path segment, short, and free of what terminals, headers and markup take for more. */
export function safeName(name: string): string {
  const segment = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  // Control and formatting characters, lone surrogates, and what quotes or brackets a name elsewhere.
  const plain = segment.replaceAll(/[\p{C}\p{Zl}\p{Zp}"<>|:*?`]/gu, '_').trim()
  const visible = plain.replace(/^\.+/, '')
  return visible === '' ? 'file' : shorten(visible)
}

/** What kind of content the ending of a name promises. */
export function mimeTypeOf(name: string): string {
  return mime.getType(name) ?? 'application/octet-stream'
}

/** Cuts the middle out, so that the ending stays. */
function shorten(name: string): string {
  const characters = Array.from(name)
  if (characters.length <= MAX_LENGTH) return name
  return [...characters.slice(0, MAX_LENGTH - 21), '_', ...characters.slice(-20)].join('')
}
