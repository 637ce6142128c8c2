import { expect, it } from 'vitest'
import { ask, type Completion } from '../support/chat-request.ts'
import { post, testApp } from '../support/test-app.ts'
import { readPage } from './code-blocks.ts'

interface Attempt {
  path: string
  body: object
}

const chat = (fields: object): Attempt => ({
  path: '/v1/chat/completions',
  body: { ...ask, ...fields },
})
const tools = (...given: object[]) => chat({ tools: given })

/** What each row of the page says that a client sends. */
const attempts: Record<string, Attempt[]> = {
  '`n` above 1 with our tools': [chat({ n: 2 })],
  '`functions`, `function_call` with our tools': [
    chat({ functions: [{ name: 'f' }] }),
    chat({ function_call: 'auto' }),
  ],
  'two tools of one name, ours included': [
    tools(...ask.tools, { type: 'function', function: { name: 'code_interpreter' } }),
  ],
  'a `tool_choice` that is not among the `tools`': [chat({ tool_choice: { type: 'web_search' } })],
  '`file_search` and other hosted tools': [
    tools({ type: 'file_search' }),
    tools({ type: 'computer_use_preview' }),
  ],
  'unknown options of our tools, such as `timeout`': [
    tools({ type: 'code_interpreter', timeout: 5 }),
  ],
  'a `container` by its id, or with more memory or a network': [
    tools({ type: 'code_interpreter', container: 'cntr_1' }),
    tools({ type: 'code_interpreter', container: { type: 'auto', memory_limit: '4g' } }),
    tools({
      type: 'code_interpreter',
      container: { type: 'auto', network_policy: { type: 'allowlist', allowed_domains: [] } },
    }),
  ],
  '`web_search` where no search service is configured': [tools({ type: 'web_search' })],
  '`timeout_ms` above what the operator allows': [
    tools({ type: 'code_interpreter', timeout_ms: 300_001 }),
  ],
  'the Assistants, Batch or Embeddings API': [
    { path: '/v1/assistants', body: {} },
    { path: '/v1/batches', body: {} },
    { path: '/v1/embeddings', body: {} },
  ],
  'uploads in parts (`/v1/uploads`)': [{ path: '/v1/uploads', body: {} }],
}

const told = Array.from(
  readPage('docs/api.md').matchAll(
    /^\| (.*?) +\| \*\*(?:refused|not there)\*\*[^|]*?: (\d{3}) `(\w+)`/gm,
  ),
  ([, sent = '', status = '', code = '']) => ({ sent, status: Number(status), code }),
)

it('docs/api.md has a row for each attempt', () => {
  expect(Object.keys(attempts)).toEqual(told.map(({ sent }) => sent))
})

it.for(told)('docs/api.md says what is refused: $sent', async ({ sent, status, code }) => {
  const app = testApp()

  const answers = await Promise.all(
    (attempts[sent] ?? []).map(async ({ path, body }) => {
      const response = await post(app, path, body)
      const { error }: Completion = await response.json()
      return { status: response.status, code: error?.code }
    }),
  )

  expect(answers).toEqual(answers.map(() => ({ status, code })))
})
