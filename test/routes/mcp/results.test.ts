import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { FakeSandbox, finishes, PIXEL, prints, shows, writes } from '../../support/fake-sandbox.ts'
import { handshaken, messagesOf, resultOf, stateless } from '../../support/mcp.ts'
import { testApp } from '../../support/test-app.ts'

const eras = [
  { era: '2025-11-25', ask: handshaken },
  { era: '2026-07-28', ask: stateless },
]
const python = (args: object) => ({ name: 'run_python', arguments: args })

describe.for(eras)('in $era', ({ ask }) => {
  it('a program answers with what it printed, links, and pictures', async () => {
    const sandbox = new FakeSandbox(
      prints('4\n'),
      shows({ png: PIXEL }),
      writes('out.csv', 'a,b\n'),
      finishes(),
    )

    const response = await ask(testApp({ sandbox }), 'tools/call', python({ code: 'go()' }))

    const { content, isError, structuredContent } = await resultOf(response)
    expect(isError).toBeUndefined()
    expect(structuredContent).toBeUndefined()
    expect(content).toEqual([
      { type: 'text', text: expect.any(String) },
      { type: 'image', data: PIXEL, mimeType: 'image/png' },
    ])
    const link = /^http:\/\/localhost\/v1\/files\/file-\w+\/content\?.*signature=/
    expect(JSON.parse(content[0]?.text ?? '')).toEqual({
      stdout: '4\n',
      stderr: '',
      results: [
        { image: 'figure-1.png', url: expect.stringMatching(link) },
        { file: 'out.csv', bytes: 4, url: expect.stringMatching(link) },
      ],
      error: null,
    })
  })

  it('a picture that was only saved is shown too', async () => {
    const sandbox = new FakeSandbox(
      { type: 'file', name: 'a.png', bytes: Buffer.from(PIXEL, 'base64') },
      finishes(),
    )

    const response = await ask(testApp({ sandbox }), 'tools/call', python({ code: 'save()' }))

    expect((await resultOf(response)).content[1]).toEqual({
      type: 'image',
      data: PIXEL,
      mimeType: 'image/png',
    })
  })

  it('pictures that there is no room for are named, and have their link', async () => {
    const large = Buffer.alloc(400_000, 1).toString('base64')
    const sandbox = new FakeSandbox(
      shows({ png: large }),
      shows({ png: large }),
      shows({ png: PIXEL }),
      finishes(),
    )

    const response = await ask(testApp({ sandbox }), 'tools/call', python({ code: 'go()' }))

    const { content } = await resultOf(response)
    expect(content.map(({ type }) => type)).toEqual(['text', 'image', 'image', 'text'])
    expect(content[3]?.text).toBe('Not shown here, for their size or number: figure-2.png.')
    expect(content[0]?.text).toContain('"image":"figure-2.png","url":"http')
    expect(JSON.stringify(content).length).toBeLessThan(1_000_000)
  })

  it('no more pictures are shown than models take', async () => {
    const figures = Array.from({ length: 22 }, () => shows({ png: PIXEL }))
    const sandbox = new FakeSandbox(...figures, finishes())

    const response = await ask(testApp({ sandbox }), 'tools/call', python({ code: 'go()' }))

    const { content } = await resultOf(response)
    expect(content.filter(({ type }) => type === 'image')).toHaveLength(20)
    expect(content.at(-1)?.text).toContain('figure-21.png, figure-22.png')
  })

  it('no result is longer than clients take, however it is written', async () => {
    const long = { text: '\u0001'.repeat(8_000) }
    const sandbox = new FakeSandbox(
      ...Array.from({ length: 30 }, () => shows(long)),
      shows({ png: PIXEL }),
      finishes(),
    )

    const response = await ask(testApp({ sandbox }), 'tools/call', python({ code: 'go()' }))

    const text = await response.text()
    expect(text.length).toBeGreaterThan(700_000)
    expect(text.length).toBeLessThan(1_000_000)
    expect(text).toContain('the rest is cut: a result may have 900000 bytes')
  })

  it('a program gets files, its time, and a Markdown fence taken off', async () => {
    const sandbox = new FakeSandbox(finishes())
    const app = testApp({ sandbox })
    const form = new FormData()
    form.set('purpose', 'user_data')
    form.set('file', new File(['stored'], 'stored.txt'))
    const uploaded: unknown = await (
      await app.request('http://localhost/v1/files', { method: 'POST', body: form })
    ).json()
    const { id } = z.looseObject({ id: z.string() }).parse(uploaded)

    await messagesOf(
      await ask(
        app,
        'tools/call',
        python({
          code: '```python\ngo()\n```',
          files: [{ name: 'a.txt', data: btoa('inline') }, { file_id: id }],
          timeout_ms: 1_234,
        }),
      ),
    )

    const [execution] = sandbox.executions
    expect(execution).toMatchObject({ code: 'go()\n', timeoutMs: 1_234 })
    expect(
      execution?.files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]),
    ).toEqual([
      ['a.txt', 'inline'],
      ['stored.txt', 'stored'],
    ])
  })
})
