import { describe, expect, it } from 'vitest'
import { fileLinks } from '../../src/files/signed-url.ts'
import { FileId, type StoredFile } from '../../src/files/store.ts'

const NOW_MS = 1_800_000_000_000
const id = FileId.parse('file-0123456789abcdefghijklmn')
const otherId = FileId.parse('file-0123456789abcdefghijklmx')
const file: StoredFile = {
  id,
  name: 'a.csv',
  mimeType: 'text/csv',
  bytes: 1,
  purpose: 'user_data',
  createdAt: NOW_MS / 1000,
  expiresAt: NOW_MS / 1000 + 60,
}

function links(secret = 'secret', nowMs = NOW_MS) {
  return fileLinks(
    async () => secret,
    () => nowMs,
  )
}

async function signed(): Promise<URL> {
  return new URL(await links().sign(file, 'ada', 'https://example.com/v1/chat/completions'))
}

describe('a signed link', () => {
  it('is an absolute address of the content', async () => {
    const url = await signed()

    expect(`${url.origin}${url.pathname}`).toBe(`https://example.com/v1/files/${id}/content`)
  })

  it('opens the file of its owner', async () => {
    expect(await links().verify(await signed(), id)).toBe('ada')
  })

  it('opens no other file', async () => {
    expect(await links().verify(await signed(), otherId)).toBeNull()
  })

  it('opens nothing after its time', async () => {
    expect(await links('secret', NOW_MS + 60_000).verify(await signed(), id)).toBeNull()
  })

  it('opens nothing with another secret', async () => {
    expect(await links('other').verify(await signed(), id)).toBeNull()
  })

  const changes = [
    { field: 'expires', value: '9999999999' },
    { field: 'owner', value: 'bob' },
    { field: 'signature', value: '00' },
    { field: 'signature', value: '' },
    { field: 'signature', value: 'zz' },
  ]

  it.for(changes)('opens nothing when $field is changed to "$value"', async ({ field, value }) => {
    const url = await signed()
    url.searchParams.set(field, value)

    expect(await links().verify(url, id)).toBeNull()
  })
})
