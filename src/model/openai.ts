import OpenAI, { APIError } from 'openai'
import * as z from 'zod'
import { ApiError } from '../errors.ts'
import { notDeeper, readJson } from '../json.ts'
import { USER_AGENT } from '../version.ts'
import { readBody } from './answer-body.ts'
import { Chunk, toChunk } from './chunk.ts'
import { concede } from './concessions.ts'
import type { Fields } from './fields.ts'
import type { Model, Prompt } from './model.ts'
import { refusalIn } from './problem.ts'
import { readTurn } from './turn.ts'
import { brokeOff, toApiError } from './upstream-error.ts'

export interface OpenAiConfig {
  baseUrl: string
  apiKey: string
  /** Whether the caller may read why it is refused: the key is theirs, or there is none. */
  tellsRefusals?: boolean
  /** Whether the service makes OpenAI's responses by itself. */
  makesResponses?: boolean
  /** How long it may take to begin its answer; OpenAI's client has a default. */
  timeoutMs?: number
  fetch?: (url: string | URL | Request, init?: RequestInit) => Promise<Response>
}

const JsonObject = z.record(z.string(), z.unknown())
const ModelList = z.object({ data: z.array(JsonObject) })

/** Any service that speaks OpenAI's protocol, through OpenAI's own client. */
export function openaiModel(config: OpenAiConfig): Model {
  const client = new ServiceClient({
    baseURL: config.baseUrl,
    apiKey: config.apiKey,
    // What the environment says about OpenAI's own account is not for any other service.
    organization: null,
    project: null,
    logLevel: 'off',
    defaultHeaders: { 'user-agent': USER_AGENT },
    ...(config.timeoutMs !== undefined && { timeout: config.timeoutMs }),
    ...(config.fetch && { fetch: config.fetch }),
  })

  return {
    async *stream(prompt, signal) {
      const chunks = readChunks(await ask(prompt, signal), signal)
      yield* readTurn(chunks, callable(prompt))
    },

    async relay(request, signal) {
      const response = await post(request, signal)
      if (request['stream'] === true) {
        return { kind: 'chunks', chunks: asGiven(readChunks(response, signal)) }
      }
      return { kind: 'completion', completion: await readWhole(response, signal) }
    },

    async respond(request, signal) {
      if (!config.makesResponses) return null
      const response = await post(request, signal, '/responses')
      return request['stream'] === true
        ? { kind: 'chunks', chunks: readEvents(response, signal) }
        : { kind: 'completion', completion: await readWhole(response, signal) }
    },

    list(signal) {
      return guarded(signal, async () => {
        return ModelList.parse(notDeeper(await client.get('/models', { signal }))).data
      })
    },

    find(id, signal) {
      return guarded(signal, async () => {
        const model = await client.get(`/models/${encodeURIComponent(id)}`, { signal })
        return JsonObject.parse(notDeeper(model))
      })
    },
  }

  /** Asks as well as the service lets itself be asked. */
  async function ask(prompt: Prompt, signal: AbortSignal): Promise<Response> {
    let body = streamed(toBody(prompt))
    for (;;) {
      try {
        return await post(body, signal)
      } catch (error) {
        const simpler = error instanceof ApiError ? concede(body, error) : null
        if (!simpler) throw error
        body = simpler
      }
    }
  }

  function post(body: Fields, signal: AbortSignal, path = '/chat/completions'): Promise<Response> {
    return guarded(signal, () => client.post(path, { body, signal }).asResponse())
  }

  function readWhole(response: Response, signal: AbortSignal): Promise<Fields> {
    return guarded(signal, async () => {
      return JsonObject.parse(notRefused(readJson(await response.bytes())))
    })
  }

  /** The events of a response, as they are. */
  async function* readEvents(response: Response, signal: AbortSignal): AsyncGenerator<Fields> {
    let isFinished = false
    try {
      for await (const { data } of readBody(response.body ?? new ReadableStream())) {
        if (data.startsWith('[DONE]')) break
        const event = JsonObject.parse(readJson(data))
        isFinished ||= LAST_EVENTS.some((type) => type === event['type'])
        yield event
      }
    } catch (error) {
      throw toApiError(error, signal, config)
    }
    signal.throwIfAborted()
    if (!isFinished) throw brokeOff()
  }

  async function* readChunks(response: Response, signal: AbortSignal): AsyncGenerator<ReadChunk> {
    let isFinished = false
    try {
      for await (const { data, isWhole } of readBody(response.body ?? new ReadableStream())) {
        isFinished ||= isWhole || data.startsWith('[DONE]')
        if (data.startsWith('[DONE]')) break
        const answer = notRefused(readJson(data))
        const given = isWhole ? toChunk(answer) : JsonObject.parse(answer)
        const chunk = Chunk.parse(given)
        isFinished ||= chunk.choices?.some((choice) => choice.finish_reason) ?? false
        yield { given, chunk }
      }
    } catch (error) {
      throw toApiError(error, signal, config)
    }
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

/**
 * OpenAI's client, which looks for what a service says of a refusal in one place, made to keep all of it. With it come
 * 0.4 MB that are never called: it makes each of OpenAI's resources itself, so no bundler can leave one out.
 */
class ServiceClient extends OpenAI {
  protected override makeStatusError(
    status: number,
    body: object | undefined,
    text: string | undefined,
    headers: Headers,
  ): APIError {
    return APIError.generate(status, { error: body ?? text }, undefined, headers)
  }
}

/** With one of these a response is over. */
const LAST_EVENTS = ['response.completed', 'response.incomplete', 'response.failed', 'error']

/** A chunk as it came, and as far as we read it. */
interface ReadChunk {
  given: Fields
  chunk: Chunk
}

async function* asGiven(chunks: AsyncIterable<ReadChunk>): AsyncGenerator<Fields> {
  for await (const { given } of chunks) yield given
}

/** @throws APIError for an answer that says that there is none, whatever its status */
function notRefused(answer: unknown): unknown {
  const refusal = refusalIn(answer)
  if (refusal === null) return answer
  throw new APIError(undefined, { error: refusal }, undefined, undefined)
}

/** The names of the tools that the model may call. */
function callable({ tools, toolChoice }: Prompt): string[] {
  return toolChoice === 'none' ? [] : tools.flatMap((tool) => Declaration.parse(tool))
}

const Declaration = z
  .looseObject({
    function: z.looseObject({ name: z.string() }).optional(),
    custom: z.looseObject({ name: z.string() }).optional(),
  })
  .transform(({ function: called, custom }) => called?.name ?? custom?.name ?? [])

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
