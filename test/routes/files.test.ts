import { describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { failingStore } from '../support/failing-store.ts'
import { testApp, type TestApp } from '../support/test-app.ts'

function form(fields: Record<string, string | File>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

async function upload(app: TestApp, name = 'letters.txt', text = 'abcdefghij'): Promise<string> {
  const body = form({ file: new File([text], name), purpose: 'user_data' })
  const response = await app.request('http://localhost/v1/files', { method: 'POST', body })
  const { id }: { id: string } = await response.json()
  return id
}

function content(app: TestApp, id: string, headers: Record<string, string> = {}) {
  return app.request(`http://localhost/v1/files/${id}/content`, { headers })
}

describe('many files', () => {
  const remove = (app: TestApp, query: string) =>
    app.request(`http://localhost/v1/files${query}`, { method: 'DELETE' })

  it('of one purpose are deleted by calls until there are no more, the oldest first', async () => {
    const app = testApp()
    const ids: string[] = []
    for (const name of ['a', 'b', 'c']) ids.push(await upload(app, name))

    const first = await remove(app, '?purpose=user_data&limit=2')
    const second = await remove(app, '?purpose=user_data&limit=2')

    const entries = ids.map((id) => ({ id, object: 'file', deleted: true }))
    expect(await first.json()).toEqual({
      object: 'list',
      data: entries.slice(0, 2),
      has_more: true,
    })
    expect(await second.json()).toEqual({
      object: 'list',
      data: entries.slice(2),
      has_more: false,
    })
  })

  it('of another purpose stay', async () => {
    const app = testApp()
    const id = await upload(app)

    await remove(app, '?purpose=assistants_output')

    expect((await content(app, id)).status).toBe(200)
  })

  it('are not deleted by who does not say which', async () => {
    const response = await remove(testApp(), '')

    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: { param: 'purpose' } })
  })
})

it('a storage that fails is told as that, and why is told to the log', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const response = await testApp({ filesOf: () => failingStore }).request(
    'http://localhost/v1/files',
  )

  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('30')
  expect(await response.json()).toMatchObject({ error: { code: 'storage_unavailable' } })
  expect(said.mock.calls.join()).toContain('No space left on /dev/sda1.')
  said.mockRestore()
})

describe('the content of a file', () => {
  it('comes whole', async () => {
    const app = testApp()

    const response = await content(app, await upload(app))

    expect(response.status).toBe(200)
    expect(response.headers.get('content-length')).toBe('10')
    expect(await response.text()).toBe('abcdefghij')
  })

  it('comes in parts', async () => {
    const app = testApp()

    const response = await content(app, await upload(app), { range: 'bytes=2-4' })

    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe('bytes 2-4/10')
    expect(await response.text()).toBe('cde')
  })

  it('has no part beyond its end', async () => {
    const app = testApp()

    const response = await content(app, await upload(app), { range: 'bytes=10-' })

    expect(response.status).toBe(416)
    expect(response.headers.get('content-range')).toBe('bytes */10')
  })

  it('can do nothing in a browser', async () => {
    const app = testApp()

    const { headers } = await content(app, await upload(app, 'page "1".html', '<script>'))

    expect(headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''page%20_1_.html")
    expect(headers.get('content-security-policy')).toContain('sandbox')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('does not open to a link that is not ours', async () => {
    const app = testApp({ env: { AUTH: 'keys', API_KEYS: 'a'.repeat(64) } })
    const url = 'http://localhost/v1/files/file-0123456789abcdefghijklmn/content'

    const response = await app.request(`${url}?owner=local&expires=9999999999&signature=00`)

    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ error: { code: 'invalid_signature' } })
  })

  it('needs a key where there is no signature', async () => {
    const app = testApp({ env: { AUTH: 'keys', API_KEYS: 'a'.repeat(64) } })

    const response = await content(app, 'file-0123456789abcdefghijklmn')

    expect(response.status).toBe(401)
  })
})

describe('the list of files', () => {
  async function names(query: string): Promise<string[]> {
    const app = testApp()
    await upload(app, 'a.txt')
    await upload(app, 'b.txt')
    await upload(app, 'c.txt')
    const response = await app.request(`http://localhost/v1/files${query}`)
    const { data }: { data: { filename: string }[] } = await response.json()
    return data.map(({ filename }) => filename)
  }

  it('may be in either order', async () => {
    const newestFirst = await names('')
    const oldestFirst = await names('?order=asc')

    expect(newestFirst).toEqual(['c.txt', 'b.txt', 'a.txt'])
    expect(oldestFirst).toEqual(['a.txt', 'b.txt', 'c.txt'])
  })

  it('may be short', async () => {
    expect(await names('?limit=2')).toHaveLength(2)
  })

  it('may be of one purpose', async () => {
    expect(await names('?purpose=assistants_output')).toEqual([])
  })

  it('goes on after a file', async () => {
    const app = testApp()
    await upload(app)
    const id = await upload(app)
    const first = await app.request('http://localhost/v1/files?limit=1')
    const { last_id, has_more }: { last_id: string; has_more: boolean } = await first.json()

    const second = await app.request(`http://localhost/v1/files?after=${last_id}`)

    expect(has_more).toBe(true)
    expect(id).toMatch(/^file-/)
    expect(await second.json()).toMatchObject({ data: [{ object: 'file' }], has_more: false })
  })

  it('is refused in an order that there is not', async () => {
    const response = await testApp().request('http://localhost/v1/files?order=random')

    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: { param: 'order' } })
  })
})

describe('an upload', () => {
  const file = new File(['abc'], 'a.txt')
  const faults = [
    { fault: 'no form', body: '{}', param: null },
    { fault: 'no file', body: form({ purpose: 'user_data' }), param: 'file' },
    {
      fault: 'a file that is text',
      body: form({ file: 'abc', purpose: 'user_data' }),
      param: 'file',
    },
    { fault: 'no purpose', body: form({ file }), param: 'purpose' },
    {
      fault: 'an expiry that is no number',
      body: form({ file, purpose: 'user_data', 'expires_after[seconds]': 'soon' }),
      param: 'expires_after[seconds]',
    },
  ]

  it.for(faults)('is refused for $fault', async ({ body, param }) => {
    const response = await testApp().request('http://localhost/v1/files', { method: 'POST', body })

    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: { param } })
  })

  it('is refused when the file is too large', async () => {
    const app = testApp({ env: { MAX_FILE_BYTES: '2' } })
    const body = form({ file, purpose: 'user_data' })

    const response = await app.request('http://localhost/v1/files', { method: 'POST', body })

    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({
      error: {
        code: 'file_too_large',
        param: 'file',
        message: 'A file may have 2 bytes here. Upload a part of it, or several smaller files.',
      },
    })
  })

  it.for([
    { order: 'before the file', body: form({ purpose: 'user_data', file }) },
    { order: 'after the file', body: form({ file, purpose: 'user_data' }) },
  ])('may say what it is for $order', async ({ body }) => {
    const response = await testApp().request('http://localhost/v1/files', { method: 'POST', body })

    expect(await response.json()).toMatchObject({ filename: 'a.txt', purpose: 'user_data' })
  })

  it('keeps the bytes and the name as they were', async () => {
    const app = testApp()
    const text = '\r\n--\r\n--x\r\n\u0000é\r\n'

    const id = await upload(app, 'café "1" 日本.txt', text)

    const { filename } = z
      .object({ filename: z.string() })
      .parse(await (await app.request(`http://localhost/v1/files/${id}`)).json())
    expect(filename).toBe('café _1_ 日本.txt')
    expect(await (await content(app, id)).text()).toBe(text)
  })

  it('is refused when no more may be stored, with the limit and what to do', async () => {
    const app = testApp({ env: { MAX_STORED_FILES: '1' } })
    const first = await upload(app)
    const body = () => form({ file: new File(['b'], 'b.txt'), purpose: 'user_data' })
    const send = () => app.request('http://localhost/v1/files', { method: 'POST', body: body() })

    const refused = await send()

    expect(refused.status).toBe(413)
    expect(await refused.json()).toEqual({
      error: {
        message:
          'There is no room for this file: the number of stored files is limited to 1. Delete files, or wait until some expire.',
        type: 'invalid_request_error',
        param: 'file',
        code: 'storage_full',
      },
    })
    await app.request(`http://localhost/v1/files/${first}`, { method: 'DELETE' })
    expect((await send()).status).toBe(200)
  })

  it('that breaks off leaves nothing', async () => {
    const app = testApp()
    const body = '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc'
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }

    const response = await app.request('http://localhost/v1/files', {
      method: 'POST',
      body,
      headers,
    })

    expect(response.status).toBe(400)
    expect(await (await app.request('http://localhost/v1/files')).json()).toMatchObject({
      data: [],
    })
  })

  it('expires when it says so', async () => {
    const body = form({
      file,
      purpose: 'user_data',
      'expires_after[anchor]': 'created_at',
      'expires_after[seconds]': '3600',
    })

    const response = await testApp().request('http://localhost/v1/files', { method: 'POST', body })

    const { created_at, expires_at }: { created_at: number; expires_at: number } =
      await response.json()
    expect(expires_at - created_at).toBe(3600)
  })
})
