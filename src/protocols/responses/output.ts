import { attachmentsOf } from '../../answer/attachments.ts'
import { citations, type Citation } from '../../answer/citations.ts'
import type { AnswerEvent } from '../../answer/events.ts'
import type { Item, TextItem } from '../../answer/items.ts'
import type { Fields } from '../../model/fields.ts'
import { newId } from '../../model/new-id.ts'
import type { ResultFile } from '../../tools/execution.ts'
import { callEvents } from './call-writer.ts'
import type { ResponseIds } from './ids.ts'
import { MessageWriter } from './message-writer.ts'
import { ProgramWriter } from './program-writer.ts'
import { ReasoningWriter } from './reasoning-writer.ts'
import { includes, type ResponseRequest } from './request.ts'
import { SearchWriter } from './search-writer.ts'
import type { ItemPlace, ItemStatus, Told, WrittenItem } from './told.ts'
import type { DeclaredTool } from './tools.ts'

export interface OutputOptions {
  request: ResponseRequest
  tools: readonly DeclaredTool[]
  ids: ResponseIds
  containerId: string
  /** Whether the text has to be JSON, in which nothing can be linked. */
  isStructured: boolean
}

type Delta = Extract<AnswerEvent, { type: 'text_delta' }>

/** The output of a response: writes the events of an answer as those of its items, and holds what came of them. */
export class Output {
  /** The items that have ended, by their places. */
  readonly #written: WrittenItem[] = []
  readonly #options: OutputOptions
  #count = 0
  /** Files of programs, in the order in which they came. */
  readonly #files: ResultFile[] = []
  readonly #cited = new Set<string>()
  readonly #callIds = new Set<string>()

  /** What is open, by its place in the answer. */
  readonly #messages = new Map<number, MessageWriter>()
  readonly #thoughts = new Map<number, ReasoningWriter>()
  readonly #programs = new Map<number, ProgramWriter>()
  readonly #searches = new Map<number, SearchWriter>()
  /** The last text, which may be one that was cut: what comes next says so. */
  #ending: { place: number; writer: MessageWriter } | null = null

  constructor(options: OutputOptions) {
    this.#options = options
  }

  /** The items as they are sent. */
  get sent(): Fields[] {
    return this.#written.flatMap(({ sent }) => [sent])
  }

  /** The items with all that they may be asked for later. */
  get kept(): Fields[] {
    return this.#written.flatMap(({ kept }) => [kept])
  }

  /** The ids of the files that programs have made. */
  get fileIds(): string[] {
    return this.#files.map(({ id }) => id)
  }

  *write(event: AnswerEvent): Generator<Told> {
    if (event.type !== 'finished') yield* this.#endText('completed')
    switch (event.type) {
      case 'text_delta':
        if (saysSomething(event)) yield* (yield* this.#message(event.index)).add(event)
        break
      case 'reasoning_delta':
        yield* (yield* this.#reasoning(event.index)).add(event.text, event.field)
        break
      case 'cited':
        yield* (yield* this.#message(event.index)).annotate(event.citations.map(urlCitation))
        break
      case 'code_delta':
        yield* (yield* this.#program(event.index)).code(event.code)
        break
      case 'tool_started': {
        const { use } = event
        if (use.type === 'program') yield* (yield* this.#program(use.index)).run(use)
        else yield* this.#search(use.index).open(use)
        break
      }
      case 'output_delta':
        yield* (yield* this.#program(event.index)).print(event.stream, event.text)
        break
      case 'item_finished':
        yield* this.#finish(event.item)
        break
      case 'finished':
        yield* this.#close(isCut(event.reason) ? 'incomplete' : 'completed')
        break
      case 'started':
      case 'item_started':
        break
    }
  }

  *#finish(item: Item): Generator<Told> {
    switch (item.type) {
      case 'text': {
        const writer = this.#messages.get(item.index)
        if (!writer) break
        yield* writer.annotate(this.#fileCitations(item))
        this.#ending = { place: this.#placeOf(item.index), writer }
        break
      }
      case 'reasoning':
        yield* this.#ended(item.index, (yield* this.#reasoning(item.index)).close())
        break
      case 'program': {
        yield* this.#ended(item.index, (yield* this.#program(item.index)).close(item))
        for (const { kind, file } of attachmentsOf(item.outcome)) {
          if (kind !== 'missing') this.#files.push(file)
        }
        break
      }
      case 'search': {
        const isKnown = this.#searches.has(item.index)
        const writer = this.#search(item.index)
        if (!isKnown) yield* writer.open(item)
        yield* this.#ended(item.index, writer.close(item))
        break
      }
      case 'client_call': {
        const { name } = item.call
        const tool = this.#options.tools.find(({ called }) => called === name)
        const client = tool?.client ?? { name, namespace: null, isCustom: false }
        const type = client.isCustom ? 'custom_tool_call' : 'function_call'
        const place = this.#begin(type, item.index)
        const call = { ...item.call, id: this.#callId(item.call.id) }
        this.#written[place.output_index] = yield* callEvents(place, call, client)
        break
      }
    }
  }

  *#close(status: ItemStatus): Generator<Told> {
    yield* this.#endText(status)
    if (this.#count > 0) return
    // A response without any item is one that many clients cannot read.
    const writer = yield* this.#message(0)
    this.#written[0] = yield* writer.close(status)
  }

  *#endText(status: ItemStatus): Generator<Told> {
    if (!this.#ending) return
    const { place, writer } = this.#ending
    this.#ending = null
    this.#written[place] = yield* writer.close(status)
  }

  *#ended(index: number, closing: Generator<Told, WrittenItem>): Generator<Told> {
    this.#written[this.#placeOf(index)] = yield* closing
  }

  /** The id of a call, by which clients tell it from the others of a response, as not every service does. */
  #callId(given: string): string {
    const id = this.#callIds.has(given) ? newId('call_') : given
    this.#callIds.add(id)
    return id
  }

  readonly #places = new Map<number, number>()

  #placeOf(index: number): number {
    return this.#places.get(index) ?? 0
  }

  #begin(type: string, index: number): ItemPlace {
    const output_index = this.#count++
    this.#places.set(index, output_index)
    return { output_index, item_id: this.#options.ids.output(type, output_index) }
  }

  *#message(index: number): Generator<Told, MessageWriter> {
    const known = this.#messages.get(index)
    if (known) return known
    const { request } = this.#options
    const writer = new MessageWriter(this.#begin('message', index), includes(request, 'logprobs'))
    this.#messages.set(index, writer)
    yield* writer.open()
    return writer
  }

  *#reasoning(index: number): Generator<Told, ReasoningWriter> {
    const known = this.#thoughts.get(index)
    if (known) return known
    const place = this.#begin('reasoning', index)
    const writer = new ReasoningWriter(place, includes(this.#options.request, 'encrypted'))
    this.#thoughts.set(index, writer)
    yield* writer.open()
    return writer
  }

  *#program(index: number): Generator<Told, ProgramWriter> {
    const known = this.#programs.get(index)
    if (known) return known
    const { request, containerId } = this.#options
    const writer = new ProgramWriter(this.#begin('code_interpreter_call', index), {
      containerId,
      includesOutputs: includes(request, 'outputs'),
      includesStdout: includes(request, 'stdout'),
    })
    this.#programs.set(index, writer)
    yield* writer.open()
    return writer
  }

  #search(index: number): SearchWriter {
    const known = this.#searches.get(index)
    if (known) return known
    const { request } = this.#options
    const writer = new SearchWriter(this.#begin('web_search_call', index), {
      includesSources: includes(request, 'sources'),
      includesResults: includes(request, 'results'),
    })
    this.#searches.set(index, writer)
    return writer
  }

  /** Where a text shows files of programs; one that can show none names those of which nobody was told yet. */
  #fileCitations({ text }: TextItem): object[] {
    const { containerId, isStructured } = this.#options
    const cite = (file: ResultFile, start: number, end: number) => {
      this.#cited.add(file.id)
      return {
        type: 'container_file_citation',
        container_id: containerId,
        file_id: file.id,
        filename: file.name,
        start_index: start,
        end_index: end,
      }
    }
    const sources = this.#files.map(({ url, name }) => ({ url, title: name }))
    const shown = citations(text, sources).flatMap(({ url, start, end }) => {
      const file = this.#files.find((candidate) => candidate.url === url)
      return file ? [cite(file, start, end)] : []
    })
    const rest = isStructured ? this.#files.filter(({ id }) => !this.#cited.has(id)) : []
    return [...shown, ...rest.map((file) => cite(file, 0, 0))]
  }
}

/** Whether a model has stopped before it has said all. */
export function isCut(reason: string): boolean {
  return reason === 'length' || reason === 'content_filter'
}

function saysSomething({ text, extra }: Delta): boolean {
  return text !== '' || (typeof extra['refusal'] === 'string' && extra['refusal'] !== '')
}

function urlCitation({ start, end, url, title }: Citation): object {
  return { type: 'url_citation', start_index: start, end_index: end, url, title }
}
