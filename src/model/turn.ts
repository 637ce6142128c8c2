import type { Chunk } from './chunk.ts'
import { addDelta, type Fields } from './fields.ts'
import type { ModelEvent } from './model.ts'
import { toolCallParts, type ToolCallParts } from './tool-calls.ts'

/** Reads chunks as what the model says, and last as the turn that they make up. */
export async function* readTurn(chunks: AsyncIterable<Chunk>): AsyncGenerator<ModelEvent> {
  const calls = toolCallParts()
  let said: Fields = {}
  let usage: Fields | null = null
  let finishReason = 'stop'
  let isStarted = false

  for await (const chunk of chunks) {
    if (!isStarted) {
      isStarted = true
      yield { type: 'started', identity: identityOf(chunk) }
    }
    usage = chunk.usage ?? usage

    const choice = chunk.choices?.[0]
    if (!choice) continue
    finishReason = choice.finish_reason ?? finishReason

    const { tool_calls, role: _, ...delta } = choice.delta ?? {}
    for (const call of tool_calls ?? []) calls.add(call)
    said = addDelta(said, delta)
    if (saysSomething(delta) || choice.logprobs) {
      yield { type: 'delta', delta, logprobs: choice.logprobs ?? null }
    }
  }

  yield { type: 'turn', turn: { ...toTurn(said, calls), finishReason, usage } }
}

function toTurn(said: Fields, calls: ToolCallParts) {
  const toolCalls = calls.whole()
  const content = typeof said['content'] === 'string' ? said['content'] : null
  const message = {
    ...said,
    role: 'assistant',
    content,
    ...(toolCalls.length > 0 && { tool_calls: toolCalls.map((call) => call.wire) }),
  }
  return { message, toolCalls }
}

function identityOf(chunk: Chunk): Fields {
  const { model, system_fingerprint, service_tier } = chunk
  return addDelta({}, { model, system_fingerprint, service_tier })
}

function saysSomething(delta: Fields): boolean {
  return Object.values(delta).some((value) => value !== null && value !== undefined && value !== '')
}
