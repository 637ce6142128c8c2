/** What a form has, in its order: a field or file by its name, and then the bytes of it, in pieces. */
export type FormEvent =
  | { type: 'part'; name: string; filename: string | null }
  | { type: 'bytes'; bytes: Uint8Array }

/** What was sent is not the form that it says it is. */
export class FormError extends Error {
  override readonly name = 'FormError'
}

/** Names of fields and files are all there is to say about a part. */
const MAX_HEADER_BYTES = 16 * 1024
const LINE_END = encode('\r\n')
const HEADERS_END = encode('\r\n\r\n')

/**
 * Reads a form (RFC 7578) as it comes, at the pace of whoever takes the events; no more of it is held than a
 * chunk of the body and a boundary.
 */
export async function* readMultipart(request: Request): AsyncGenerator<FormEvent> {
  const delimiter = encode(`\r\n--${boundaryOf(request)}`)
  const body = byteReader(request.body)
  for await (const _ of body.until(delimiter));

  while (await isFollowedByPart(body)) {
    yield partOf(await headersOf(body))
    for await (const bytes of body.until(delimiter)) yield { type: 'bytes', bytes }
  }
}

function boundaryOf(request: Request): string {
  const type = request.headers.get('content-type') ?? ''
  const [, quoted, plain] =
    /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) throw new FormError('The content type names no boundary.')
  return boundary
}

type ByteReader = ReturnType<typeof byteReader>

function byteReader(body: ReadableStream<Uint8Array> | null) {
  const chunks = body?.[Symbol.asyncIterator]()
  // The first boundary follows a line's end too, only that the line may be none.
  let held = LINE_END

  return {
    /** The bytes before a mark, in pieces; what is read next comes after the mark. */
    async *until(mark: Uint8Array): AsyncGenerator<Uint8Array> {
      for (;;) {
        const at = find(held, mark)
        const length = at ?? Math.max(0, held.length - mark.length + 1)
        const piece = held.subarray(0, length)
        held = held.subarray(at === undefined ? length : at + mark.length)
        if (piece.length > 0) yield piece
        if (at !== undefined) return
        const next = await chunks?.next()
        if (!next || next.done) throw new FormError('The form ended before its last boundary.')
        held = joined(held, next.value)
      }
    },
  }
}

/** The rest of a boundary's line: two dashes after the last one, else at most blanks. */
async function isFollowedByPart(body: ByteReader): Promise<boolean> {
  for await (const piece of body.until(LINE_END)) {
    if (decode(piece).startsWith('-')) return false
  }
  return true
}

async function headersOf(body: ByteReader): Promise<string> {
  let headers = new Uint8Array()
  for await (const piece of body.until(HEADERS_END)) {
    headers = joined(headers, piece)
    if (headers.length > MAX_HEADER_BYTES)
      throw new FormError('The headers of a part are too long.')
  }
  return decode(headers)
}

function partOf(headers: string): FormEvent {
  const disposition = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? ''
  const name = parameterOf(disposition, 'name')
  if (name === null) throw new FormError('A part of the form has no name.')
  return { type: 'part', name, filename: parameterOf(disposition, 'filename') }
}

/** A value as browsers write it, with three characters escaped; as HTTP does; or as RFC 8187 does. */
function parameterOf(disposition: string, name: string): string | null {
  const [, encoded] = new RegExp(`;\\s*${name}\\*=utf-8''([^;\\s]+)`, 'i').exec(disposition) ?? []
  if (encoded !== undefined) return percentDecoded(encoded)
  const [, quoted, plain] =
    new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, 'i').exec(disposition) ?? []
  const value = quoted?.replaceAll(/\\(["\\])/g, '$1') ?? plain ?? null
  return value && value.replaceAll(/%(?:22|0D|0A)/gi, decodeURIComponent)
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new FormError('The name of a file is not percent-encoded UTF-8.')
  }
}

function find(bytes: Uint8Array, mark: Uint8Array): number | undefined {
  const [first = 0] = mark
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (at + mark.length > bytes.length) return undefined
    if (mark.every((byte, offset) => bytes[at + offset] === byte)) return at
  }
  return undefined
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
