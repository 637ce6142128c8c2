import { describe, expect, it } from 'vitest'
import { startSearchService } from '../../examples/search-service.ts'
import { interpreter } from '../support/chat-request.ts'
import type { Completion } from '../support/chat-request.ts'
import { FakeSandbox, finishes, PIXEL, prints, raises, shows } from '../support/fake-sandbox.ts'
import { chunksOf } from '../support/read-events.ts'
import { post, testApp } from '../support/test-app.ts'

async function demo(
  content: string | object[],
  request: object = {},
  sandbox = new FakeSandbox(prints('42\n'), finishes()),
  env = {},
) {
  const response = await post(testApp({ sandbox, env }), '/v1/chat/completions', {
    model: 'anything',
    messages: [{ role: 'user', content }],
    tools: [interpreter],
    ...request,
  })
  const body: Completion = await response.json()
  return { answer: body.choices?.[0]?.message.content, code: sandbox.executions[0]?.code }
}

describe('the demo model', () => {
  it('says first what it is, and how to have a real one', async () => {
    const { answer } = await demo('Hello.')

    expect(answer).toMatch(
      /^This is a scripted demo, not a language model\. Set `OPENAI_BASE_URL` and `OPENAI_API_KEY`/,
    )
  })

  const examples = [
    { question: 'Calculate the first 20 Fibonacci numbers', program: 'while len(numbers) < 20' },
    { question: 'Plot a sine wave, please.', program: 'np.sin(x)' },
    { question: 'Make a bar chart of the five most populous countries', program: 'plt.bar(' },
    { question: 'Summarize this CSV:\na,b\n1,2\n3,4', program: 'io.StringIO("a,b\\n1,2\\n3,4")' },
    { question: 'Run this:\n```python\nprint(6 * 7)\n```\nThanks.', program: 'print(6 * 7)' },
  ]

  it.for(examples)('knows what to run for: $question', async ({ question, program }) => {
    const { code } = await demo(question)

    expect(code).toContain(program)
  })

  it('runs the programs of a message one after the other', async () => {
    const sandbox = new FakeSandbox(prints('42\n'), finishes())

    await demo('```python\nprint(1)\n```\nand\n```py\nprint(2)\n```', {}, sandbox)

    expect(sandbox.executions.map(({ code }) => code.trim())).toEqual(['print(1)', 'print(2)'])
  })

  it('summarizes a CSV that comes with the message', async () => {
    const file = { type: 'file', file: { filename: 'sales.csv', file_data: btoa('a\n1\n') } }

    const { code } = await demo([{ type: 'text', text: 'Summarize it.' }, file])

    expect(code).toContain('pd.read_csv("/mnt/data/sales.csv")')
  })

  it('cites what the program printed', async () => {
    const { answer } = await demo('Fibonacci')

    expect(answer).toContain('It printed:\n\n```text\n42\n```')
  })

  it('says that there is a chart, and leaves it to the server to show it', async () => {
    const { answer } = await demo(
      'Plot a sine wave',
      {},
      new FakeSandbox(shows({ png: PIXEL }), finishes()),
    )

    expect(answer).toMatch(/Here is the chart\.\n\n!\[figure-1\.png\]\(\S+\)$/)
  })

  it('says what went wrong', async () => {
    const { answer } = await demo(
      '```python\n1/0\n```',
      {},
      new FakeSandbox(raises('ZeroDivisionError', 'division by zero')),
    )

    expect(answer).toContain('division by zero')
  })

  it('says that it needs the tool', async () => {
    const { answer } = await demo('Plot a sine wave', { tools: [] })

    expect(answer).toContain('I need the tool `{"type": "code_interpreter"}`')
  })

  it('says that it needs the search', async () => {
    const { answer } = await demo('Search the web for tides.')

    expect(answer).toContain('I need the tool `{"type": "web_search"}`')
  })

  it('names the pages that it found', async () => {
    const tides = { title: 'Tides [2026]', url: 'https://sea.example/tides', content: 'High.' }
    await using service = await startSearchService([tides], 0)

    const { answer } = await demo(
      'Search the web for tides.',
      { tools: [{ type: 'web_search' }] },
      new FakeSandbox(),
      { WEB_SEARCH_PROVIDER: 'searxng', SEARXNG_URL: service.url },
    )

    expect(service.queries).toEqual(['tides.'])
    expect(answer).toMatch(/I found \[Tides 2026\]\(https:\/\/sea\.example\/tides\)\.$/)
  })

  it('uses no tool that it may not use', async () => {
    const { answer, code } = await demo('Plot a sine wave', { tool_choice: 'none' })

    expect(code).toBeUndefined()
    expect(answer).toContain('I need the tool')
  })

  it('streams', async () => {
    const response = await post(testApp(), '/v1/chat/completions', {
      model: 'demo',
      messages: [{ role: 'user', content: 'Hello.' }],
      stream: true,
    })

    const chunks = await chunksOf(response)

    const text = chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')
    expect(text).toMatch(/^This is a scripted demo, .*other\.$/s)
    expect(chunks.length).toBeGreaterThan(10)
  })
})
