import type { Given } from '../../answer/given.ts'
import type { ProgramItem, ProgramUse } from '../../answer/items.ts'
import type { Fields } from '../../model/fields.ts'
import { outputsOf, statusOf } from './program-outputs.ts'
import { itemAdded, itemDone, type ItemPlace, type Told, type WrittenItem } from './told.ts'

export interface ProgramOptions {
  containerId: string
  includesOutputs: boolean
  includesStdout: boolean
}

/** Writes a program while the model writes it, and while it runs. */
export class ProgramWriter {
  readonly #place: ItemPlace
  readonly #options: ProgramOptions
  #isWritten = false

  constructor(place: ItemPlace, options: ProgramOptions) {
    this.#place = place
    this.#options = options
  }

  *open(): Generator<Told> {
    yield itemAdded(this.#place, this.#item({ status: 'in_progress', code: '', outputs: null }))
    yield this.#told('call.in_progress')
  }

  *code(delta: string): Generator<Told> {
    yield this.#told('call_code.delta', { delta })
  }

  *run({ code }: ProgramUse): Generator<Told> {
    yield* this.#written(code)
    yield this.#told('call.interpreting')
  }

  /** What it prints, for clients that have asked for it: they know the event, and pass over what it has more. */
  *print(stream: 'stdout' | 'stderr', text: string): Generator<Told> {
    if (this.#options.includesStdout) yield this.#told('call.interpreting', { [stream]: text })
  }

  *close({ code, outcome, given }: ProgramItem): Generator<Told, WrittenItem> {
    yield* this.#written(code)
    const status = statusOf(outcome)
    if (status === 'completed') yield this.#told('call.completed')
    const upstream = upstreamOf(given)
    const end = { status, code, ...upstream }
    const outputs = this.#options.includesOutputs ? outputsOf(outcome, 'whole') : null
    const sent = this.#item({ ...end, outputs })
    yield itemDone(this.#place, sent)
    return { sent, kept: this.#item({ ...end, outputs: outputsOf(outcome, 'linked') }) }
  }

  *#written(code: string): Generator<Told> {
    if (this.#isWritten) return
    this.#isWritten = true
    yield this.#told('call_code.done', { code })
  }

  #told(event: string, fields: object = {}): Told {
    return { type: `response.code_interpreter_${event}`, ...this.#place, ...fields }
  }

  #item(fields: Fields): Fields {
    const { containerId: container_id } = this.#options
    return { id: this.#place.item_id, type: 'code_interpreter_call', container_id, ...fields }
  }
}

/** What a service wants back with a call, but for the thoughts, which are an item of their own. */
export function upstreamOf(given: Given | null): { upstream?: Given } {
  if (!given) return {}
  const { reasoning_content: _, reasoning: __, ...message } = given.message ?? {}
  const upstream = {
    ...(Object.keys(message).length > 0 && { message }),
    ...(given.call && { call: given.call }),
  }
  return Object.keys(upstream).length > 0 ? { upstream } : {}
}
