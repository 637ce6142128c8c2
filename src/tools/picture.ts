import { USER_AGENT } from '../version.ts'

/** A picture that a message brings along. */
export interface Picture {
  bytes: Uint8Array
  /** The ending of a file of its kind. */
  ending: string
}

/** Fetches a picture of the web, of no more bytes than `maxBytes`; null where there is none to be had. */
export type FetchPicture = (
  url: string,
  maxBytes: number,
  signal: AbortSignal,
) => Promise<Picture | null>

const ENDINGS: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/bmp': 'bmp',
  'image/tiff': 'tiff',
}

const TIMEOUT_MS = 10_000
const MAX_REDIRECTS = 3

/** The ending of files of a kind of pictures; null for what is none. */
export function endingOf(mimeType: string): string | null {
  const [type = ''] = mimeType.toLowerCase().split(';')
  return ENDINGS[type.trim()] ?? null
}

/** Fetches pictures from public addresses, each redirect included: what a client names is not for it to reach. */
export function publicPictures(request: (url: string, init: RequestInit) => Promise<Response>) {
  return async (
    address: string,
    maxBytes: number,
    clientSignal: AbortSignal,
  ): Promise<Picture | null> => {
    const signal = AbortSignal.any([clientSignal, AbortSignal.timeout(TIMEOUT_MS)])
    try {
      return await fetchFrom(address, maxBytes, signal)
    } catch {
      clientSignal.throwIfAborted()
      return null
    }
  }

  async function fetchFrom(
    address: string,
    maxBytes: number,
    signal: AbortSignal,
  ): Promise<Picture | null> {
    let url = URL.parse(address)
    for (let hops = 0; url && isPublic(url) && hops <= MAX_REDIRECTS; hops++) {
      const headers = { 'user-agent': USER_AGENT }
      const response = await request(url.href, { headers, redirect: 'manual', signal })
      const next = response.headers.get('location')
      if (response.status < 300 || response.status >= 400 || next === null) {
        return read(response, maxBytes)
      }
      await response.body?.cancel()
      url = URL.parse(next, url)
    }
    return null
  }
}

/** The last labels of names that mean something in one network only. */
const LOCAL =
  /\.(?:localhost|localdomain|local|internal|intranet|lan|home|corp|private|arpa|test|invalid)$/

/**
 * A host with a name that the public knows: no address in numbers, which `URL` has brought into one form, and no name of
 * one network only. To what address a name leads is for whoever connects to look at.
 */
function isPublic({ protocol, hostname, port, username, password }: URL): boolean {
  const host = hostname.replace(/\.+$/, '')
  const isName = host.includes('.') && !host.startsWith('[') && !/^[\d.]+$/.test(host)
  const isLocal = LOCAL.test(host)
  const isPlain = port === '' && username === '' && password === ''
  return protocol === 'https:' && isName && !isLocal && isPlain
}

async function read(response: Response, maxBytes: number): Promise<Picture | null> {
  const ending = endingOf(response.headers.get('content-type') ?? '')
  const isTooLarge = Number(response.headers.get('content-length') ?? 0) > maxBytes
  if (!response.ok || !response.body || ending === null || isTooLarge) {
    await response.body?.cancel()
    return null
  }
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for await (const piece of response.body) {
    size += piece.length
    if (size > maxBytes) return null
    pieces.push(piece)
  }
  return { bytes: new Uint8Array(await new Blob(pieces).arrayBuffer()), ending }
}
