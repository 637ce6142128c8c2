import type {
  Response as ModelResponse,
  ResponseStreamEvent,
} from 'openai/resources/responses/responses'
import { appFor } from './chat-request.ts'
import { eventsOf } from './read-events.ts'
import type { ScriptedUpstream } from './scripted-upstream.ts'
import { post } from './test-app.ts'

/** OpenAI's form of a request that may run programs. */
export const ask = {
  model: 'some-model',
  input: 'What is 2 + 2?',
  tools: [{ type: 'code_interpreter' as const, container: { type: 'auto' as const } }],
}

export const weather = {
  type: 'function' as const,
  name: 'get_weather',
  description: 'The weather in a city.',
  parameters: { type: 'object', properties: { city: { type: 'string' } } },
  strict: false,
}

interface Failure {
  error?: { message: string; type: string; param: string | null; code: string | null }
}

type Options = Parameters<typeof appFor>[1]

/** Asks for a response. */
export async function respond(upstream: ScriptedUpstream, request: object, options?: Options) {
  const response = await post(appFor(upstream, options), '/v1/responses', request)
  const body: ModelResponse & Failure = await response.json()
  return { status: response.status, body }
}

/** Asks for a response that is streamed, and gives its events. */
export async function streamed(upstream: ScriptedUpstream, request: object, options?: Options) {
  const response = await post(appFor(upstream, options), '/v1/responses', {
    ...request,
    stream: true,
  })
  const data = await eventsOf(response)
  const events = data.filter((text) => text !== '[DONE]')
  return {
    isDone: data.at(-1) === '[DONE]',
    events: events.map((text): ResponseStreamEvent => JSON.parse(text)),
  }
}
