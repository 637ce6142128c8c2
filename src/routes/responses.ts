import * as z from 'zod'
import { answer } from '../answer/answer.ts'
import { withSwitches } from '../protocols/chat-completions/switches.ts'
import { lateError } from '../protocols/responses/errors.ts'
import { responseIds } from '../protocols/responses/ids.ts'
import { inputItems, responseRequest, toAnswerRequest } from '../protocols/responses/request.ts'
import { toEvents, type ResponseEvent } from '../protocols/responses/stream.ts'
import { toResponse } from '../protocols/responses/whole.ts'
import { newId } from '../state/ids.ts'
import type { ChatRouteServices } from './chat-completions.ts'
import type { AppContext } from './context.ts'
import { eventStream, type Frame } from './event-stream.ts'
import { readJson } from './read-json.ts'
import { report } from './report.ts'
import { requestSignal } from './request-signal.ts'
import { wholeAnswer } from './whole-answer.ts'

/** POST /v1/responses */
export function responses({ limits, switches, modelFor, toolServicesFor }: ChatRouteServices) {
  const ways = { ...switches, show: null }
  const schema = z.preprocess((body) => withSwitches(body, ways), responseRequest(limits))

  return async (c: AppContext): Promise<Response> => {
    const request = await readJson(c.req.raw, schema)
    const caller = c.get('caller')
    const model = modelFor(caller)
    const gone = new AbortController()
    const signal = requestSignal(c, limits.maxRequestMs, gone)
    const pace = { gone, signal }

    const items = inputItems(request).flatMap((item, index) =>
      item.type === 'item_reference' ? [] : [{ place: `input[${index}]`, item }],
    )
    const asked = toAnswerRequest(request, items)
    const services = { model, toolServices: toolServicesFor(caller, c.req.url), limits }
    const events = answer(asked.answer, services, signal)
    const options = {
      request,
      tools: asked.tools,
      ids: responseIds(newId('resp')),
      containerId: newId('cntr'),
      isStructured: asked.answer.isStructured,
      keep: async () => {},
    }
    if (!request.stream) return wholeAnswer(c, await toResponse(events, options), pace)

    const onFailure = (error: unknown) => report(error, c.get('requestId'))
    const told = toEvents(events, { ...options, onFailure })
    return eventStream(toFrames(told), {
      ...pace,
      lastFrame: { data: '[DONE]' },
      onError: (error) => {
        onFailure(error)
        return lateError(error)
      },
    })
  }
}

async function* toFrames(events: AsyncIterable<ResponseEvent>): AsyncGenerator<Frame> {
  for await (const event of events) yield { event: event.type, data: JSON.stringify(event) }
}
