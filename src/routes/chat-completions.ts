import type { Caller } from '../auth/door.ts'
import { chat, type ChatServices } from '../chat/chat.ts'
import { asTold } from '../chat/history.ts'
import { chatRequest, usesBuiltins, type ChatRequest } from '../chat/request.ts'
import type { Model } from '../model/model.ts'
import type { AppContext } from './context.ts'
import { errorBody } from './error-body.ts'
import { eventStream, type Frame } from './event-stream.ts'
import { readJson } from './read-json.ts'
import { toChunks, toCompletion } from './reply.ts'
import { report } from './report.ts'
import { requestSignal } from './request-signal.ts'

export interface ChatRouteServices {
  limits: ChatServices['limits'] & ChatServices['toolServices']['limits']
  modelFor: (caller: Caller) => Model
  toolServicesFor: (caller: Caller, requestUrl: string) => ChatServices['toolServices']
}

/** POST /v1/chat/completions */
export function chatCompletions({ limits, modelFor, toolServicesFor }: ChatRouteServices) {
  const schema = chatRequest(limits)

  return async (c: AppContext): Promise<Response> => {
    const request = await readJson(c.req.raw, schema)
    const caller = c.get('caller')
    const model = modelFor(caller)
    const gone = new AbortController()
    const signal = requestSignal(c, limits.maxRequestMs, gone)

    if (!usesBuiltins(request)) {
      const relayed = await model.relay(toRelay(request), signal)
      return relayed.kind === 'completion'
        ? c.json(relayed.completion)
        : stream(c, relayed.chunks, gone)
    }

    const toolServices = toolServicesFor(caller, c.req.url)
    const events = chat(request, { model, toolServices, limits }, signal)
    if (request.stream) {
      const includeUsage = request.stream_options?.include_usage === true
      return stream(c, toChunks(events, request.model, includeUsage), gone)
    }
    return c.json(await toCompletion(events, request.model))
  }
}

/** A request that needs no tool of ours, as the upstream is to get it. */
function toRelay(request: ChatRequest) {
  return { ...request, messages: asTold(request.messages) }
}

function stream(c: AppContext, chunks: AsyncIterable<object>, gone: AbortController) {
  return eventStream(toFrames(chunks), {
    gone,
    lastFrame: { data: '[DONE]' },
    // The status is sent; OpenAI's clients read a late error from the stream.
    onError: (error) => {
      report(error, c.get('requestId'))
      return { data: JSON.stringify(errorBody(error)) }
    },
  })
}

async function* toFrames(chunks: AsyncIterable<object>): AsyncGenerator<Frame> {
  for await (const chunk of chunks) yield { data: JSON.stringify(chunk) }
}
