import type { FileId, StoredFile } from './store.ts'

/** Makes and reads links that open one file without a key, until it expires. */
export interface FileLinks {
  sign: (file: StoredFile, owner: string, origin: string) => Promise<string>
  /** Whose file the link opens, or nothing when it is not one of ours or its time is over. */
  verify: (url: URL, id: FileId) => Promise<string | null>
}

export function fileLinks(secret: () => Promise<string>, now: () => number = Date.now): FileLinks {
  // The key itself, not the promise of one: a promise belongs to the request that began it.
  let key: CryptoKey | undefined

  return {
    async sign({ id, expiresAt }, owner, origin) {
      const url = new URL(`/v1/files/${id}/content`, origin)
      url.searchParams.set('owner', owner)
      url.searchParams.set('expires', String(expiresAt))
      url.searchParams.set('signature', await signatureOf(id, owner, expiresAt))
      return url.href
    },

    async verify({ searchParams }, id) {
      const owner = searchParams.get('owner') ?? ''
      const expiresAt = Number(searchParams.get('expires'))
      const signature = fromHex(searchParams.get('signature') ?? '')
      const isOurs = await crypto.subtle.verify(
        'HMAC',
        await signingKey(),
        signature,
        statement(id, owner, expiresAt),
      )
      return isOurs && expiresAt * 1000 > now() ? owner : null
    },
  }

  async function signatureOf(id: FileId, owner: string, expiresAt: number): Promise<string> {
    const bytes = await crypto.subtle.sign(
      'HMAC',
      await signingKey(),
      statement(id, owner, expiresAt),
    )
    return toHex(new Uint8Array(bytes))
  }

  async function signingKey(): Promise<CryptoKey> {
    key ??= await crypto.subtle.importKey(
      'raw',
      new TextEncoder().encode(await secret()),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign', 'verify'],
    )
    return key
  }
}

function statement(id: FileId, owner: string, expiresAt: number): Uint8Array {
  return new TextEncoder().encode(`${id}\n${owner}\n${expiresAt}`)
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/[0-9a-f]{2}/g) ?? [], (pair) => Number.parseInt(pair, 16))
}
