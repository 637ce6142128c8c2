import * as z from 'zod'
import { answer, type AnswerServices } from '../answer/answer.ts'
import type { Caller } from '../auth/door.ts'
import type { Model } from '../model/model.ts'
import { lateError } from '../protocols/chat-completions/errors.ts'
import { withFoldedCode } from '../protocols/chat-completions/folded-code.ts'
import {
  chatRequest,
  showsCode,
  toAnswerRequest,
  toRelay,
  usesBuiltins,
} from '../protocols/chat-completions/request.ts'
import { toChunks } from '../protocols/chat-completions/stream.ts'
import { toCompletion } from '../protocols/chat-completions/whole.ts'
import { withSwitches, type Switches } from '../protocols/switches.ts'
import type { AppContext } from './context.ts'
import { eventStream, type Frame } from './event-stream.ts'
import type { PacedBodyOptions } from './paced-body.ts'
import { readJson } from './read-json.ts'
import { report } from './report.ts'
import { requestSignal } from './request-signal.ts'
import { wholeAnswer } from './whole-answer.ts'

export interface ChatRouteServices {
  limits: AnswerServices['limits'] & AnswerServices['toolServices']['limits']
  switches: Switches
  modelFor: (caller: Caller) => Model
  toolServicesFor: (caller: Caller, requestUrl: string) => AnswerServices['toolServices']
}

/** POST /v1/chat/completions */
export function chatCompletions({
  limits,
  switches,
  modelFor,
  toolServicesFor,
}: ChatRouteServices) {
  const schema = z.preprocess((body) => withSwitches(body, switches), chatRequest(limits))

  return async (c: AppContext): Promise<Response> => {
    const request = await readJson(c.req.raw, schema)
    const caller = c.get('caller')
    const model = modelFor(caller)
    const gone = new AbortController()
    const signal = requestSignal(c, limits.maxRequestMs, gone)
    const pace = { gone, signal }

    if (!usesBuiltins(request)) {
      const relayed = await model.relay(toRelay(request), signal)
      return relayed.kind === 'completion'
        ? wholeAnswer(c, relayed.completion, pace)
        : stream(c, relayed.chunks, pace)
    }

    const toolServices = toolServicesFor(caller, c.req.url)
    const asked = toAnswerRequest(request)
    const told = answer(asked, { model, toolServices, limits }, signal)
    const events = showsCode(asked) ? withFoldedCode(told) : told
    if (request.stream) {
      const includeUsage = request.stream_options?.include_usage === true
      return stream(c, toChunks(events, request.model, includeUsage), pace)
    }
    return wholeAnswer(c, await toCompletion(events, request.model), pace)
  }
}

function stream(c: AppContext, chunks: AsyncIterable<object>, pace: PacedBodyOptions) {
  return eventStream(toFrames(chunks), {
    ...pace,
    lastFrame: { data: '[DONE]' },
    onError: (error) => {
      report(error, c.get('requestId'))
      return lateError(error)
    },
  })
}

async function* toFrames(chunks: AsyncIterable<object>): AsyncGenerator<Frame> {
  for await (const chunk of chunks) yield { data: JSON.stringify(chunk) }
}
