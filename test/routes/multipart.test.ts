import { describe, expect, it } from 'vitest'
import { readMultipart } from '../../src/routes/multipart.ts'

/** A request whose body comes in chunks of this many bytes. */
function request(body: string | Uint8Array, chunkBytes = 1024): Request {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  let at = 0
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.slice(at, at + chunkBytes))
      at += chunkBytes
    },
  })
  const init = {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: stream,
    duplex: 'half',
  }
  return new Request('http://localhost', init)
}

async function read(source: Request) {
  const parts: { name: string; filename: string | null; text: string }[] = []
  for await (const event of readMultipart(source)) {
    const last = parts.at(-1)
    if (event.type === 'part') {
      parts.push({ name: event.name, filename: event.filename, text: '' })
    } else if (last) {
      last.text += String.fromCharCode(...event.bytes)
    }
  }
  return parts
}

const part = (disposition: string, text = '') =>
  `--x\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${text}\r\n`

const tricky = '\r\n--\r\n--y\r\n\r\r\n-x\r\n--'
const form = `${part('name="purpose"', 'user_data')}${part('name="file"; filename="a"', tricky)}--x--\r\n`

describe('a form', () => {
  it.for([1, 2, 3, 5, 7, 11, 1024])('is the same in chunks of %d bytes', async (chunkBytes) => {
    expect(await read(request(form, chunkBytes))).toEqual([
      { name: 'purpose', filename: null, text: 'user_data' },
      { name: 'file', filename: 'a', text: tricky },
    ])
  })

  it('is what the platform writes as one', async () => {
    const data = new FormData()
    data.append('purpose', 'user_data')
    data.append('file', new File(['\u0001\r\n'], 'naïve "日本".txt'))
    const written = new Request('http://localhost', { method: 'POST', body: data })

    expect(await read(written)).toEqual([
      { name: 'purpose', filename: null, text: 'user_data' },
      { name: 'file', filename: 'naïve "日本".txt', text: '\u0001\r\n' },
    ])
  })

  it('may have text before its first boundary, and no parts', async () => {
    expect(await read(request('Hello.\r\n--x--\r\n'))).toEqual([])
  })

  it('may have empty parts and blanks after a boundary', async () => {
    const body = `--x \t\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n--x--\r\n`

    expect(await read(request(body))).toEqual([{ name: 'a', filename: null, text: '' }])
  })

  const names = [
    { disposition: 'name="file"; filename="a\\"b.txt"', filename: 'a"b.txt' },
    { disposition: 'name="file"; filename="a%22b%0D.txt"', filename: 'a"b\r.txt' },
    { disposition: 'name="file"; filename="100%25.txt"', filename: '100%25.txt' },
    { disposition: `name="file"; filename*=UTF-8''na%C3%AFve.txt`, filename: 'naïve.txt' },
    { disposition: `name="file"; filename="x"; filename*=utf-8''y`, filename: 'y' },
    { disposition: 'filename="f"; name="file"', filename: 'f' },
  ]

  it.for(names)('says the name of a file: $disposition', async ({ disposition, filename }) => {
    const [file] = await read(request(`${part(disposition)}--x--\r\n`))

    expect(file).toEqual({ name: 'file', filename, text: '' })
  })

  const faults = [
    { fault: 'an end too soon', body: part('name="file"; filename="a"', 'abc') },
    { fault: 'no boundary at all', body: '{}' },
    { fault: 'a part without a name', body: `${part('filename="a"')}--x--\r\n` },
    {
      fault: 'a name that is not UTF-8',
      body: `${part(`name="a"; filename*=utf-8''%ff`)}--x--\r\n`,
    },
    { fault: 'headers without end', body: `--x\r\na: ${'b'.repeat(20_000)}` },
  ]

  it.for(faults)('is refused for $fault', async ({ body }) => {
    await expect(read(request(body))).rejects.toMatchObject({ name: 'FormError' })
  })

  it('is refused without a boundary to look for', async () => {
    const headers = { 'content-type': 'application/json' }
    const source = new Request('http://localhost', { method: 'POST', body: '{}', headers })

    await expect(read(source)).rejects.toMatchObject({ name: 'FormError' })
  })
})
