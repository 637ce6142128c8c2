import { createHash } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type Server } from '../../scripts/serve.ts'
import { askPlayground, keepScreenshot, openPlayground, startBrowser } from '../support/browser.ts'

const key = 'the-right-key'

describe('the playground of a server with keys', () => {
  let server: Server
  let browser: Browser
  beforeAll(async () => {
    const hash = createHash('sha256').update(key).digest('hex')
    server = await startServer({ vars: { AUTH: 'keys', API_KEYS: hash } })
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  it('asks for one', async () => {
    const { page } = await openPlayground(browser, server.url)

    await expect.poll(() => page.getByLabel('API key').getAttribute('aria-invalid')).toBe('true')
    await askPlayground(page, 'Hello.')

    expect(await page.getByRole('alert').textContent()).toContain('No API key')
    expect(await page.getByLabel('Your message').inputValue()).toBe('Hello.')
    await keepScreenshot(page, 'key-missing')
  })

  it('works with one, and keeps it nowhere', async () => {
    const { page } = await openPlayground(browser, server.url)
    await page.getByLabel('API key').fill(key)

    await askPlayground(page, 'Hello.')

    await page.getByText('This is a scripted demo').waitFor()
    const stored = await page.evaluate('localStorage.length + sessionStorage.length')
    expect(stored).toBe(0)
    expect(await page.context().cookies()).toEqual([])
  })
})

describe('the documents of the playground', () => {
  it('come with a policy that lets nothing in from elsewhere', async () => {
    await using server = await startServer()

    const page = await fetch(server.url)
    const frame = await fetch(`${server.url}/playground/frame`)

    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self';/,
    )
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe')
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    expect(frame.headers.get('content-security-policy')).toMatch(/^sandbox allow-scripts;/)
  })
})
