import type { ModelEvent, Turn } from '../model/model.ts'
import { citations, type Source } from './citations.ts'
import { CodeReader } from './code-reader.ts'
import type { AnswerEvent } from './events.ts'
import type { ReasoningItem, TextItem } from './items.ts'

/** What a round of the model stands in. */
export interface RoundContext {
  round: number
  /** The place of the next item in the answer. */
  nextIndex: () => number
  /** The pages that the answer may cite. */
  sources: readonly Source[]
  /** The names of the tools that run programs, whose code is shown while it is written. */
  programs: readonly string[]
}

/** What a round has come to. */
export interface Round {
  turn: Turn
  /** The text that the model has ended with: still open, since something may be added to it. */
  text: TextItem | null
  /** The texts before it. */
  finished: readonly TextItem[]
  /** The programs that have begun to be written, by the places of their calls in the turn. */
  programs: ReadonlyMap<number, StartedProgram>
}

/** A program as far as it was told of while it was written. */
export interface StartedProgram {
  index: number
  code: string
}

/** Reads what the model says as items of the answer. */
export async function* readRound(
  events: AsyncIterable<ModelEvent>,
  { round, nextIndex, sources, programs: names }: RoundContext,
): AsyncGenerator<AnswerEvent, Round> {
  let text: TextItem | null = null
  let reasoning: ReasoningItem | null = null
  const finished: TextItem[] = []
  const programs = new Map<number, StartedProgram>()
  const readers = new Map<number, CodeReader>()

  for await (const event of events) {
    switch (event.type) {
      case 'started':
        yield event
        break
      case 'reasoning': {
        if (!reasoning) {
          reasoning = { type: 'reasoning', index: nextIndex(), round, text: '' }
          yield started(reasoning)
        }
        reasoning.text += event.text
        yield { ...event, type: 'reasoning_delta', index: reasoning.index }
        break
      }
      case 'text': {
        if (reasoning && event.text !== '') {
          yield { type: 'item_finished', item: reasoning }
          reasoning = null
        }
        if (!text) {
          text = { type: 'text', index: nextIndex(), round, text: '', citations: [] }
          yield started(text)
        }
        text.text += event.text
        yield { ...event, type: 'text_delta', index: text.index }
        break
      }
      case 'call': {
        if (!names.includes(event.name)) break
        let program = programs.get(event.position)
        if (!program) {
          if (reasoning) yield { type: 'item_finished', item: reasoning }
          if (text) finished.push(yield* finishText(text, sources))
          reasoning = null
          text = null
          program = { index: nextIndex(), code: '' }
          programs.set(event.position, program)
          readers.set(event.position, new CodeReader())
          yield started({ type: 'program', index: program.index, round })
        }
        const code = readers.get(event.position)?.add(event.piece) ?? ''
        program.code += code
        if (code !== '') yield { type: 'code_delta', index: program.index, code }
        break
      }
      case 'turn':
        if (reasoning) yield { type: 'item_finished', item: reasoning }
        return { turn: event.turn, text, finished, programs }
    }
  }
  throw new Error('The model ended without a turn.')
}

/** The end of a text: where it cites pages, and what this server adds to it. Returns it as it then is. */
export function* finishText(
  text: TextItem,
  sources: readonly Source[],
  added = '',
): Generator<AnswerEvent, TextItem> {
  const { index } = text
  const cited = citations(text.text, sources)
  if (cited.length > 0) yield { type: 'cited', index, citations: cited }
  if (added !== '') yield { type: 'text_delta', index, text: added, logprobs: null, extra: {} }
  const item = { ...text, text: text.text + added, citations: cited }
  yield { type: 'item_finished', item }
  return item
}

/** A text that is this server's own. */
export function* ownText(
  text: string,
  { round, nextIndex }: Pick<RoundContext, 'round' | 'nextIndex'>,
): Generator<AnswerEvent> {
  const item: TextItem = { type: 'text', index: nextIndex(), round, text: '', citations: [] }
  yield started(item)
  yield* finishText(item, [], text)
}

export function started({ type, index, round }: StartedItem): AnswerEvent {
  return { type: 'item_started', item: { type, index, round } }
}

type StartedItem = Extract<AnswerEvent, { type: 'item_started' }>['item']
