import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { staticFiles } from '../../src/routes/static-files.ts'

const folder = join(import.meta.dirname, '../../src/routes/playground/public')
const files = {
  async fetch(url: string) {
    const content = await readFile(join(folder, new URL(url).pathname)).catch(() => null)
    return new Response(content, { status: content ? 200 : 404 })
  },
}
const serve = async (path: string, method = 'GET') =>
  staticFiles(files)(new Request(`http://localhost${path}`, { method }))

describe('the files of the playground', () => {
  it('are a page at the root, with its headers', async () => {
    const response = await serve('/')

    expect(await response?.text()).toContain('<!doctype html>')
    expect(Object.fromEntries(response?.headers ?? [])).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringContaining("default-src 'none'; script-src 'self'"),
      'x-content-type-options': 'nosniff',
    })
  })

  it('are a frame by its name without the ending, with headers of its own', async () => {
    const response = await serve('/playground/frame')

    expect(response?.headers.get('content-security-policy')).toMatch(/^sandbox allow-scripts;/)
    expect(response?.headers.get('referrer-policy')).toBe('no-referrer')
  })

  it('are scripts that a browser takes for scripts', async () => {
    const response = await serve('/playground/main.js')

    expect(response?.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(response?.headers.get('content-security-policy')).toBeNull()
  })

  it('have no body when only their headers are asked for', async () => {
    const response = await serve('/', 'HEAD')

    expect(response?.status).toBe(200)
    expect(await response?.text()).toBe('')
  })

  it.for(['/playground/nothing.js', '/_headers', '/v1/models', '/playground'])(
    'are not what is at %s',
    async (path) => {
      expect(await serve(path)).toBeNull()
    },
  )

  it('are not posted to', async () => {
    expect(await serve('/', 'POST')).toBeNull()
  })
})
