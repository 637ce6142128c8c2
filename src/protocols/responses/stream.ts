import type { AnswerEvent } from '../../answer/events.ts'
import type { Usage } from '../../answer/usage.ts'
import type { Fields } from '../../model/fields.ts'
import { errorEvent, responseError } from './errors.ts'
import { isCut, Output, type OutputOptions } from './output.ts'
import { responseObject, type Progress } from './response.ts'
import type { Told } from './told.ts'

/** An event of OpenAI's stream of a response. */
export type ResponseEvent = Told & { sequence_number: number }

/** A response at its end. */
export interface Ended {
  createdAt: number
  /** As it is kept: with all that it may be asked for later. */
  body: Fields
  output: readonly Fields[]
  /** The ids of the files that its programs have made. */
  fileIds: readonly string[]
}

export interface ResponseOptions extends OutputOptions {
  /** Keeps the response. Its last event waits for it: who has read that may ask for the response at once. */
  keep: (ended: Ended) => Promise<void>
  /** Is told of what fails once the stream has begun. */
  onFailure: (error: unknown) => void
}

/**
 * The answer as it happens: the `stream: true` reading of the events, and the only writer of items. What fails before
 * the model has begun is thrown; what fails later is an event, and the response that failed.
 */
export async function* toEvents(
  events: AsyncIterable<AnswerEvent>,
  options: ResponseOptions,
): AsyncGenerator<ResponseEvent> {
  const { request, ids } = options
  const output = new Output(options)
  const stamp = { id: ids.response, createdAt: now() }
  let model: string | undefined
  let sequence_number = 0

  const numbered = (told: Told): ResponseEvent => {
    return { ...told, sequence_number: sequence_number++ }
  }
  const respond = (progress: Progress) => responseObject(request, stamp, { model, ...progress })

  try {
    for await (const event of events) {
      if (event.type === 'started') model = event.identity.model ?? model
      if (sequence_number === 0) {
        const response = respond({ status: 'in_progress', output: [] })
        yield numbered({ type: 'response.created', response })
        yield numbered({ type: 'response.in_progress', response })
      }
      for (const told of output.write(event)) yield numbered(told)
      if (event.type === 'finished') {
        const end = ending(event.reason, event.usage)
        const { kept, fileIds } = output
        const body = respond({ ...end, output: kept })
        await options.keep({ createdAt: stamp.createdAt, body, output: kept, fileIds })
        const response = respond({ ...end, output: output.sent })
        yield numbered({ type: `response.${end.status}`, response })
      }
    }
  } catch (error) {
    if (sequence_number === 0) throw error
    options.onFailure(error)
    yield numbered(errorEvent(error))
    const failed = { status: 'failed' as const, output: output.sent, error: responseError(error) }
    yield numbered({ type: 'response.failed', response: respond(failed) })
  }
}

function ending(reason: string, usage: Usage | null) {
  if (!isCut(reason)) return { status: 'completed' as const, usage, completed_at: now() }
  const why = reason === 'length' ? 'max_output_tokens' : reason
  return { status: 'incomplete' as const, usage, incomplete_details: { reason: why } }
}

/** In seconds since 1970, as OpenAI writes it. */
function now(): number {
  return Math.floor(Date.now() / 1000)
}
