import * as z from 'zod'
import { answer } from '../answer/answer.ts'
import { ApiError } from '../errors.ts'
import { lateError } from '../protocols/responses/errors.ts'
import { conversationOf, toldItems } from '../protocols/responses/past.ts'
import {
  responseRequest,
  toAnswerRequest,
  type ResponseRequest,
} from '../protocols/responses/request.ts'
import { toEvents, type Ended } from '../protocols/responses/stream.ts'
import { toResponse } from '../protocols/responses/whole.ts'
import { withSwitches } from '../protocols/switches.ts'
import { newId, responseIds } from '../state/ids.ts'
import type { JsonObject, OwnState } from '../state/store.ts'
import type { ChatRouteServices } from './chat-completions.ts'
import { containerOf } from './container.ts'
import type { AppContext } from './context.ts'
import { eventStream, type Frame } from './event-stream.ts'
import type { PacedBodyOptions } from './paced-body.ts'
import { readJson, readValue } from './read-json.ts'
import { Addressed, relayedResponse } from './relayed-response.ts'
import { report } from './report.ts'
import { requestSignal } from './request-signal.ts'
import { wholeAnswer } from './whole-answer.ts'

export interface ResponseRouteServices extends ChatRouteServices {
  stateOf: (owner: string) => OwnState
}

/** POST /v1/responses */
export function responses({
  limits,
  switches,
  modelFor,
  toolServicesFor,
  stateOf,
}: ResponseRouteServices) {
  const ways = { ...switches, show: null }
  const addressed = z.preprocess((body) => withSwitches(body, ways), Addressed)
  const schema = responseRequest(limits)

  return async (c: AppContext): Promise<Response> => {
    const body = await readJson(c.req.raw, addressed)
    const caller = c.get('caller')
    const state = stateOf(caller.owner)
    const model = modelFor(caller)
    const toolServices = toolServicesFor(caller, c.req.url)
    const gone = new AbortController()
    const signal = requestSignal(c, limits.maxRequestMs, gone)
    const pace = { gone, signal }

    const relayed = await relayedResponse(body, model, state, signal)
    if (relayed?.kind === 'completion') return wholeAnswer(c, relayed.completion, pace)
    if (relayed) return stream(c, relayed.chunks, pace)

    const request = readValue(body, schema)

    const ids = responseIds(newId('resp'))
    const { items, input } = await toldItems(request, state, ids)
    const { files } = toolServices
    const container = await containerOf(request, items, {
      state,
      files,
      maxBytes: limits.maxMountBytes,
    })
    const asked = toAnswerRequest(request, items, container.fileIds)
    const events = answer(asked.answer, { model, toolServices, limits }, signal)
    const options = {
      request,
      ids,
      tools: asked.tools,
      containerId: container.id,
      isStructured: asked.answer.isStructured,
      keep: async (ended: Ended) => {
        const isUsed = ended.output.some(({ type }) => type === 'code_interpreter_call')
        if (isUsed) await asWellAsPossible(() => container.keep(ended.fileIds))
        await asWellAsPossible(() => keep({ id: ids.response, request, input, ended }, state))
      },
    }
    if (!request.stream) return wholeAnswer(c, await toResponse(events, options), pace)

    const onFailure = (error: unknown) => report(error, c.get('requestId'))
    return stream(c, toEvents(events, { ...options, onFailure }), pace)
  }
}

function stream(c: AppContext, events: AsyncIterable<Event>, pace: PacedBodyOptions) {
  return eventStream(toFrames(events), {
    ...pace,
    lastFrame: { data: '[DONE]' },
    onError: (error) => {
      report(error, c.get('requestId'))
      return lateError(error)
    },
  })
}

interface Event {
  [field: string]: unknown
}

async function* toFrames(events: AsyncIterable<Event>): AsyncGenerator<Frame> {
  for await (const event of events) {
    yield { event: String(event['type']), data: JSON.stringify(event) }
  }
}

interface Kept {
  id: string
  request: ResponseRequest
  input: JsonObject[]
  ended: Ended
}

/** Keeps a response, unless it is not to be kept, and what it adds to its conversation. */
async function keep({ id, request, input, ended }: Kept, state: OwnState): Promise<void> {
  const conversationId = conversationOf(request)
  if (request.store !== false) {
    await state.putResponse({
      id,
      createdAt: ended.createdAt,
      previousResponseId: request.previous_response_id ?? null,
      conversationId,
      input,
      body: ended.body,
    })
  }
  if (conversationId !== null) await state.appendItems(conversationId, [...input, ...ended.output])
}

/** An answer is not to be lost because it could not be kept: the log has been told why. */
async function asWellAsPossible(attempt: () => Promise<void>): Promise<void> {
  try {
    await attempt()
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
  }
}
