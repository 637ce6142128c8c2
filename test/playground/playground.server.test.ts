import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { askPlayground, keepScreenshot, openPlayground, startBrowser } from '../support/browser.ts'

type Playground = Awaited<ReturnType<typeof openPlayground>>

function python(code: string): string {
  return `Run this:\n\`\`\`python\n${code}\n\`\`\``
}

describe('the playground', () => {
  let browser: Browser
  let page: Playground['page']
  let problems: Playground['problems']

  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    ;({ page, problems } = await openPlayground(browser, inject('serverUrl')))
  })
  afterEach(async () => {
    await page.context().close()
    if (problems.length > 0) throw new Error(problems.join('\n'))
  })

  it('greets with examples, of which one click asks', async () => {
    await keepScreenshot(page, 'welcome')

    await page.getByRole('button', { name: 'Plot a sine wave.' }).click()
    await page.getByRole('button', { name: 'Stop' }).waitFor()

    await expect
      .poll(() => page.getByRole('article', { name: 'You' }).textContent())
      .toBe('Plot a sine wave.')
  })

  it('knows the models of the server', async () => {
    await expect.poll(() => page.getByLabel('Model').inputValue()).toBe('demo')
  })

  it('shows the code, highlighted, and the chart, once, with a description', async () => {
    await askPlayground(page, 'Plot a sine wave.')

    expect(await page.locator('.program .token-keyword').first().textContent()).toBe('import')
    expect(await page.getByRole('img').count()).toBe(1)
    expect(await page.locator('.chart img').getAttribute('alt')).toMatch(/^figure-1\.png/)
    expect(await page.locator('.card-status').textContent()).toMatch(/^Done in \d+\.\d s$/)
    await keepScreenshot(page, 'chart')
  })

  it('offers the chart to download', async () => {
    await askPlayground(page, 'Plot a sine wave.')

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download figure-1.png' }).click(),
    ])

    expect(download.suggestedFilename()).toBe('figure-1.png')
  })

  it('shows what a program prints while it runs', async () => {
    const code = 'import time\nfor step in range(6):\n    print("step", step)\n    time.sleep(0.5)'
    await page.getByLabel('Your message').fill(python(code))
    await page.getByRole('button', { name: 'Send' }).click()

    await page.getByText('step 1').waitFor()
    const status = await page.locator('.card-status').textContent()
    const printed = await page.getByLabel('stdout').textContent()
    await keepScreenshot(page, 'running')

    expect(status).toMatch(/^Running/)
    expect(printed).not.toContain('step 5')
    await page.getByLabel('stdout').getByText('step 5').waitFor()
  })

  it('shows a table in a frame that runs nothing', async () => {
    const code = `import pandas as pd
class Table:
    def _repr_html_(self):
        return "<script>document.title='broken'</script><img src=x onerror='parent.broken=1'>" + pd.DataFrame(
            {"city": ["Oslo", "Bergen"], "rain": [763, 2250]}
        ).to_html()
Table()`
    await askPlayground(page, python(code))

    const frame = page.frameLocator('iframe')

    await frame.getByRole('cell', { name: 'Bergen' }).waitFor()
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('allow-scripts')
    expect(await page.evaluate('"broken" in globalThis')).toBe(false)
    await expect
      .poll(async () => Number(await page.locator('iframe').getAttribute('height')))
      .toBeGreaterThan(80)
    await keepScreenshot(page, 'table')
    // The frame's policy refuses, and says so.
    problems.length = 0
  })

  it('gives files to download', async () => {
    await askPlayground(page, python('open("notes.txt", "w").write("hello")'))

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('link', { name: /notes\.txt/ })
        .first()
        .click(),
    ])

    expect(download.suggestedFilename()).toBe('notes.txt')
    await keepScreenshot(page, 'file')
  })

  it('shows an error with its traceback', async () => {
    await askPlayground(page, python('def divide(a, b):\n    return a / b\n\ndivide(1, 0)'))

    expect(await page.locator('.card-status').textContent()).toBe('ZeroDivisionError')
    expect(await page.getByLabel('Error', { exact: true }).textContent()).toContain('line 4')
    await keepScreenshot(page, 'error')
  })

  it('shows that time was up, and what was printed until then', async () => {
    await page.getByLabel('One program').fill('1')
    await askPlayground(page, python('print("begun")\nwhile True:\n    pass'))

    expect(await page.locator('.card-status').textContent()).toBe('Timed out')
    expect(await page.getByLabel('stdout').textContent()).toContain('begun')
    await keepScreenshot(page, 'timeout')
  })

  it('stops when told to', async () => {
    await page.getByLabel('Your message').fill(python('import time\nprint("on")\ntime.sleep(25)'))
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByLabel('stdout').getByText('on').waitFor()

    await page.getByRole('button', { name: 'Stop' }).click()

    await page.getByText('Stopped.', { exact: true }).first().waitFor()
    expect(await page.locator('.card-status').textContent()).toBe('Stopped')
    await keepScreenshot(page, 'stopped')
  })

  it('takes files and gives them to the program', async () => {
    await page.setInputFiles('#pick-files', {
      name: 'rain.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('city,rain\nOslo,763\n'),
    })
    await page.getByText('19 bytes').waitFor()
    await keepScreenshot(page, 'attached')

    await askPlayground(page, 'Summarize this CSV.')

    expect(await page.getByLabel('stdout').textContent()).toContain('1 rows, 2 columns: city, rain')
  })

  it('takes files that are dropped', async () => {
    const transfer = await page.evaluateHandle(`
      const made = new DataTransfer()
      made.items.add(new File(['a,b'], 'dropped.csv'))
      made`)

    await page.dispatchEvent('main', 'drop', { dataTransfer: transfer })

    await expect.poll(() => page.getByRole('listitem').textContent()).toContain('3 bytes')
  })

  it('says what the server refuses', async () => {
    await page.getByRole('checkbox', { name: /Web search/ }).check()
    await askPlayground(page, 'Search the web for tides.')

    expect(await page.getByRole('alert').textContent()).toContain('WEB_SEARCH_PROVIDER')
    await keepScreenshot(page, 'refused')
  })

  it('gives the request as code', async () => {
    await page.getByLabel('Your message').fill("What's 2 + 2?")
    await page.getByRole('button', { name: 'Use in code' }).click()
    await keepScreenshot(page, 'code')
    const text = page.locator('#code-text')

    expect(await text.textContent()).toContain('client.chat.completions.create(')
    await page.getByRole('tab', { name: 'Python' }).press('ArrowLeft')
    await page.getByRole('button', { name: 'Copy' }).click()

    const copied = await page.evaluate('navigator.clipboard.readText()')
    expect(copied).toContain(`curl ${inject('serverUrl')}/v1/chat/completions`)
    expect(copied).toContain(String.raw`What'\''s 2 + 2?`)
  })

  it('tells a screen reader how it goes on', async () => {
    await askPlayground(page, 'Calculate the first 20 Fibonacci numbers.')

    expect(await page.getByRole('status').textContent()).toBe('The answer is complete.')
  })

  it('is used by keyboard alone', async () => {
    await page.getByLabel('Your message').focus()
    await page.keyboard.type('Hello.')
    await page.keyboard.press('Enter')

    await page.getByText('This is a scripted demo').waitFor()
    expect(await page.getByLabel('Your message').inputValue()).toBe('')
  })

  it('remembers the conversation, and forgets it when told to', async () => {
    await askPlayground(page, 'Calculate the first 20 Fibonacci numbers.')
    await askPlayground(page, 'Hello.')
    expect(await page.getByRole('article', { name: 'Answer' }).count()).toBe(2)

    await page.getByRole('button', { name: 'New chat' }).click()

    expect(await page.getByRole('article', { name: 'Answer' }).count()).toBe(0)
  })
})
