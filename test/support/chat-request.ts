import type { FileStore } from '../../src/files/store.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import type { ScriptedUpstream } from './scripted-upstream.ts'
import { post, testApp, type TestApp } from './test-app.ts'

export const interpreter = { type: 'code_interpreter' }

export const weather = {
  type: 'function',
  function: { name: 'get_weather', parameters: { type: 'object' } },
}

export const ask = {
  model: 'some-model',
  messages: [{ role: 'user', content: 'What is 2 + 2?' }],
  tools: [interpreter],
}

/** The parts of a completion that tests look at. */
export interface Completion {
  choices?: { message: CompletionMessage; finish_reason: string; logprobs: unknown }[]
  usage?: object
  error?: { message: string; type: string; param: string | null; code: string | null }
}

interface CompletionMessage {
  [field: string]: unknown
  content: string | null
  executed_tools?: { index: number; name: string; output: string }[]
}

interface Options extends Pick<NonNullable<Parameters<typeof testApp>[0]>, 'fetch'> {
  sandbox?: Sandbox
  env?: object
  filesOf?: (owner: string) => FileStore
}

/** The whole app, with this upstream behind it. */
export function appFor(
  upstream: ScriptedUpstream,
  { sandbox, env, filesOf, fetch }: Options = {},
): TestApp {
  return testApp({
    env: { OPENAI_BASE_URL: upstream.url, ...env },
    ...(sandbox && { sandbox }),
    ...(filesOf && { filesOf }),
    ...(fetch && { fetch }),
  })
}

/** Asks it for a completion that is streamed. */
export function stream(
  upstream: ScriptedUpstream,
  request: object,
  options?: Options,
): Promise<Response> {
  return post(appFor(upstream, options), '/v1/chat/completions', { ...request, stream: true })
}

/** Asks it for a completion. */
export async function chat(upstream: ScriptedUpstream, request: object, options?: Options) {
  const response = await post(appFor(upstream, options), '/v1/chat/completions', request)
  const body: Completion = await response.json()
  return { status: response.status, headers: response.headers, body, choice: body.choices?.[0] }
}
