import OpenAI from 'openai'
import { Stream } from 'openai/core/streaming'
import * as z from 'zod'
import { ApiError } from '../errors.ts'
import { Chunk, toChunk } from './chunk.ts'
import type { Fields } from './fields.ts'
import type { Model, Prompt } from './model.ts'
import { readTurn } from './turn.ts'
import { brokeOff, toApiError } from './upstream-error.ts'

export interface OpenAiConfig {
  baseUrl: string
  apiKey: string
  /** Whether the caller may read why it is refused: the key is theirs, or there is none. */
  tellsRefusals?: boolean
  /** How long it may take to begin its answer; OpenAI's client has a default. */
  timeoutMs?: number
  fetch?: (url: string | URL | Request, init?: RequestInit) => Promise<Response>
}

const JsonObject = z.record(z.string(), z.unknown())
const ModelList = z.object({ data: z.array(JsonObject) })

/** Any service that speaks OpenAI's protocol, through OpenAI's own client. */
export function openaiModel(config: OpenAiConfig): Model {
  const client = new OpenAI({
    baseURL: config.baseUrl,
    apiKey: config.apiKey,
    // What the environment says about OpenAI's own account is not for any other service.
    organization: null,
    project: null,
    logLevel: 'off',
    ...(config.timeoutMs !== undefined && { timeout: config.timeoutMs }),
    ...(config.fetch && { fetch: config.fetch }),
  })

  return {
    async *stream(prompt, signal) {
      const { response, abort } = await ask(prompt, signal)
      yield* readTurn(readChunks(response, abort, signal))
    },

    async relay(request, signal) {
      const { response, abort } = await post(request, signal)
      if (request['stream'] === true) {
        return { kind: 'chunks', chunks: readChunks(response, abort, signal) }
      }
      return guarded(signal, async () => ({
        kind: 'completion',
        completion: JsonObject.parse(await response.json()),
      }))
    },

    list(signal) {
      return guarded(signal, async () => {
        return ModelList.parse(await client.get('/models', { signal })).data
      })
    },

    find(id, signal) {
      return guarded(signal, async () => {
        return JsonObject.parse(await client.get(`/models/${encodeURIComponent(id)}`, { signal }))
      })
    },
  }

  async function ask(prompt: Prompt, signal: AbortSignal) {
    const body = toBody(prompt)
    try {
      return await post(streamed(body), signal)
    } catch (error) {
      // Some models, or some accounts' use of them, answer only at once.
      const refusesStreams = error instanceof ApiError && error.param?.startsWith('stream')
      if (!refusesStreams) throw error
      const { stream_options: _, ...atOnce } = body
      return post(atOnce, signal)
    }
  }

  async function post(body: Fields, signal: AbortSignal) {
    const abort = new AbortController()
    const response = await guarded(signal, () =>
      client
        .post('/chat/completions', { body, signal: AbortSignal.any([signal, abort.signal]) })
        .asResponse(),
    )
    return { response, abort }
  }

  async function* readChunks(
    response: Response,
    abort: AbortController,
    signal: AbortSignal,
  ): AsyncGenerator<Chunk> {
    let isFinished = false
    try {
      for await (const chunk of toChunks(response, abort, client)) {
        const parsed = Chunk.parse(chunk)
        isFinished ||= parsed.choices?.some((choice) => choice.finish_reason) ?? false
        yield parsed
      }
    } catch (error) {
      throw toApiError(error, signal, config)
    }
    // OpenAI's client ends a stream quietly when it is aborted or loses its connection.
    signal.throwIfAborted()
    if (!isFinished) throw brokeOff()
  }

  async function guarded<Value>(
    signal: AbortSignal,
    attempt: () => Promise<Value>,
  ): Promise<Value> {
    try {
      return await attempt()
    } catch (error) {
      throw toApiError(error, signal, config)
    }
  }
}

async function* toChunks(
  response: Response,
  abort: AbortController,
  client: OpenAI,
): AsyncGenerator {
  const isStream = response.headers.get('content-type')?.includes('text/event-stream')
  if (isStream) yield* Stream.fromSSEResponse<unknown>(response, abort, client)
  else yield toChunk(await response.json())
}

function toBody({ model, messages, tools, toolChoice, parameters }: Prompt): Fields {
  return {
    ...parameters,
    model,
    messages,
    ...(tools.length > 0 && { tools }),
    ...(toolChoice !== undefined && { tool_choice: toolChoice }),
  }
}

function streamed(body: Fields): Fields {
  const { stream_options: asked } = body
  const options = typeof asked === 'object' ? asked : {}
  return { ...body, stream: true, stream_options: { ...options, include_usage: true } }
}
