import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { askPlayground, keepScreenshot, openPlayground, startBrowser } from '../support/browser.ts'

describe('the playground', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser.close())

  it('is dark where the person wants it so', async () => {
    const { page } = await openPlayground(browser, inject('serverUrl'), { colorScheme: 'dark' })
    await askPlayground(page, 'Draw a bar chart of the five most populous countries.')
    await keepScreenshot(page, 'dark')

    const ground = await page.evaluate('getComputedStyle(document.body).backgroundColor')

    expect(ground).toBe('rgb(11, 18, 32)')
  })

  it('fits a phone', async () => {
    const { page } = await openPlayground(browser, inject('serverUrl'), {
      viewport: { width: 375, height: 760 },
    })
    await keepScreenshot(page, 'phone-welcome')
    await askPlayground(page, 'Draw a bar chart of the five most populous countries.')
    await keepScreenshot(page, 'phone')

    const width = await page.evaluate('document.documentElement.scrollWidth')

    expect(width).toBe(375)
  })

  it('has its settings behind a button on a phone', async () => {
    const { page } = await openPlayground(browser, inject('serverUrl'), {
      viewport: { width: 375, height: 760 },
    })
    expect(await page.getByLabel('Model').isVisible()).toBe(false)

    await page.getByRole('button', { name: 'Settings' }).click()
    await keepScreenshot(page, 'phone-settings')

    expect(await page.getByLabel('Model').isVisible()).toBe(true)
  })
})
