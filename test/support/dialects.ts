import { ask, chat } from './chat-request.ts'
import { FakeSandbox, finishes, prints } from './fake-sandbox.ts'
import {
  atOnce,
  choiceChunk,
  says,
  ScriptedUpstream,
  sends,
  turn,
  type ToldCall,
} from './scripted-upstream.ts'

// The shapes in which model services write what they mean, each as a stream and as an answer at once.

export const name = 'code_interpreter'
/** Arguments of the program `2`. */
export const two = '{"code": "2"}'

/** What is run for these first answers, before the model says that it is done. */
export async function programsOf(...answers: Parameters<typeof ScriptedUpstream.start>) {
  await using upstream = await ScriptedUpstream.start(...answers, says('Done.'))
  const sandbox = new FakeSandbox(prints('4\n'), finishes())
  const { status, choice } = await chat(upstream, ask, { sandbox })
  return {
    status,
    choice,
    programs: sandbox.executions.map(({ code }) => code),
    /** The messages that the model was told last. */
    history: upstream.messages(-1),
  }
}

/** The part of a call that says what is called. */
export function named(called: string, args: unknown) {
  return { function: { name: called, arguments: args } }
}

/** A stream of deltas of calls, one in a chunk. */
export function streamOf(...deltas: object[]) {
  return sends([
    ...deltas.map((call) => choiceChunk({ tool_calls: [call] }, null)),
    choiceChunk({}, 'tool_calls'),
    '[DONE]',
  ])
}

/** An answer that is one call. */
export function callOf(call: object) {
  const wire = { id: 'call_1', type: 'function', ...call }
  return [
    turn({
      deltas: [{ tool_calls: [{ index: 0, ...wire }] }],
      message: {},
      finishReason: 'tool_calls',
    }),
    atOnce({ message: { content: null, tool_calls: [wire] }, finishReason: 'tool_calls' }),
  ] as const
}

/** An answer that is a text, which a stream has in very small pieces. */
export function textOf(text: string) {
  const pieces = text.match(/[^]{1,3}/g) ?? []
  const deltas = pieces.map((content) => ({ content }))
  return [
    turn({ deltas, message: {}, finishReason: 'stop' }),
    atOnce({ message: { content: text }, finishReason: 'stop' }),
  ] as const
}

export function callsIn(message: { tool_calls?: ToldCall[] } | undefined): ToldCall[] {
  return message?.tool_calls ?? []
}
