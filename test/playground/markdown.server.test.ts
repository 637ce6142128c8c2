import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openPlayground, startBrowser } from '../support/browser.ts'

describe('the Markdown of an answer', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await startBrowser()
    ;({ page } = await openPlayground(browser, inject('serverUrl')))
  })
  afterAll(() => browser.close())

  async function html(markdown: string): Promise<unknown> {
    return page.evaluate(`
      import('/playground/markdown.js').then(({ renderMarkdown }) => {
        const place = document.createElement('div')
        place.append(renderMarkdown(${JSON.stringify(markdown)}, (url) => url.includes('file-shown')))
        return place.innerHTML.replaceAll(/ (target|rel|tabindex)="[^"]*"/g, '')
      })`)
  }

  const texts = [
    {
      text: 'One\n\ntwo **three** *four* `five`',
      html: '<p>One</p><p>two <strong>three</strong> <em>four</em> <code>five</code></p>',
    },
    { text: '## Title', html: '<h3>Title</h3>' },
    { text: '- a\n  - b\n- c', html: '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>' },
    { text: '3. a\n4. b', html: '<ol start="3"><li>a</li><li>b</li></ol>' },
    {
      text: '| a | b |\n|---|---|\n| 1 | 2 |',
      html: '<div class="scroll"><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>',
    },
    { text: '```text\n**not bold**\n```', html: '<pre><code>**not bold**</code></pre>' },
    { text: '```text\nnot ended', html: '<pre><code>not ended</code></pre>' },
    { text: '> a\n> b', html: '<blockquote><p>a\nb</p></blockquote>' },
    { text: '<img src=x onerror=alert(1)>', html: '<p>&lt;img src=x onerror=alert(1)&gt;</p>' },
    { text: '[a](javascript:alert(1))', html: '<p>[a](javascript:alert(1))</p>' },
    {
      text: '[a\\_b](https://x.example/(c))',
      html: '<p><a href="https://x.example/(c)">a_b</a></p>',
    },
    {
      text: 'See https://x.example/a.',
      html: '<p>See <a href="https://x.example/a">https://x.example/a</a>.</p>',
    },
    { text: '2 * 3 * 4 and snake_case_name', html: '<p>2 * 3 * 4 and snake_case_name</p>' },
    { text: '![a](https://host.example/file-shown)', html: '' },
    // A picture from elsewhere is a link: to load it would tell its server what is in the address.
    {
      text: '![a](https://x.example/a.png)',
      html: '<p><a href="https://x.example/a.png">a</a></p>',
    },
  ]

  it.for(texts)('is safe elements: $text', async ({ text, html: expected }) => {
    expect(await html(text)).toBe(expected)
  })

  const long = [
    { name: 'brackets', text: '['.repeat(100_000) },
    { name: 'links that do not end', text: '[x](https://x.example/'.repeat(5000) },
    { name: 'stars', text: '**a '.repeat(30_000) },
    { name: 'one star', text: '*a'.repeat(50_000) },
    { name: 'ticks', text: '`'.repeat(100_001) },
    { name: 'escapes', text: `[${String.raw`\]`.repeat(50_000)}` },
    { name: 'lines', text: '- a\n'.repeat(25_000) },
    { name: 'quotes in quotes', text: `${'>'.repeat(5000)}\n`.repeat(20) },
    { name: 'a rule that is none', text: `${'- '.repeat(50_000)}x` },
    { name: 'a table that is none', text: `|\n${'-|'.repeat(50_000)}x` },
  ]

  it.for(long)('is read in as many steps as it has letters: $name', async ({ text }) => {
    // Letters that are looked at by searches and cut out; what a regular expression looks at is bounded by itself.
    const steps = await page.evaluate(`
      import('/playground/markdown.js').then(({ renderMarkdown }) => {
        let steps = 0
        const { slice, indexOf } = String.prototype
        String.prototype.slice = function (...range) {
          const part = slice.apply(this, range)
          steps += part.length
          return part
        }
        String.prototype.indexOf = function (sign, from = 0) {
          const at = indexOf.call(this, sign, from)
          steps += (at < 0 ? this.length : at) - from + 1
          return at
        }
        try {
          renderMarkdown(${JSON.stringify(text)}, () => false)
        } finally {
          Object.assign(String.prototype, { slice, indexOf })
        }
        return steps
      })`)

    expect(steps).toBeLessThan(20 * text.length)
  })
})
