import { describe, expect, it } from 'vitest'
import type { Model, ModelEvent, Prompt } from '../../src/model/model.ts'
import { collect } from '../support/collect.ts'

/** What the service behind a model does next. */
export type Script = 'talks' | 'calls' | 'lists' | 'knows no model'

/** A model, and what goes with it once it is no longer needed. */
export interface ModelInUse extends AsyncDisposable {
  model: Model
}

export interface ModelFixture {
  /** A model named `id`, behind which is a service that does this. */
  create: (script: Script) => Promise<ModelInUse>
  id: string
}

const declaration = {
  type: 'function',
  function: {
    name: 'code_interpreter',
    description: 'Runs Python.',
    parameters: { type: 'object', properties: { code: { type: 'string' } } },
  },
}
const { signal } = new AbortController()

/** What every model promises, whatever its service speaks. */
export function modelContract(name: string, { create, id }: ModelFixture): void {
  const prompt: Prompt = {
    model: id,
    messages: [{ role: 'user', content: 'Plot a sine wave.' }],
    tools: [],
    parameters: {},
  }
  const withTools = { ...prompt, tools: [declaration] }

  describe(`model: ${name}`, () => {
    it('says who answers first, and last what it comes to', async () => {
      await using used = await create('talks')

      const events = await collect(used.model.stream(prompt, signal))

      const types = events.map(({ type }) => type)
      expect(types.at(0)).toBe('started')
      expect(types.at(-1)).toBe('turn')
      expect(types.slice(1, -1).every((type) => type === 'text')).toBe(true)
      expect(events[0]).toMatchObject({ identity: { model: expect.any(String) } })
    })

    it('says all of its message in pieces', async () => {
      await using used = await create('talks')

      const events = await collect(used.model.stream(prompt, signal))

      const said = events.map((event) => (event.type === 'text' ? event.text : '')).join('')
      expect(said).not.toBe('')
      expect(turnOf(events)).toMatchObject({
        message: { role: 'assistant', content: said },
        toolCalls: [],
        finishReason: 'stop',
      })
    })

    it('calls tools with arguments that it has said in pieces', async () => {
      await using used = await create('calls')

      const events = await collect(used.model.stream(withTools, signal))

      const turn = turnOf(events)
      const [call] = turn?.toolCalls ?? []
      expect(turn?.toolCalls).toHaveLength(1)
      expect(call).toMatchObject({ name: 'code_interpreter', isCustom: false })
      expect(call?.id).toMatch(/^\S+$/)
      expect(JSON.parse(call?.arguments ?? '')).toEqual({ code: expect.any(String) })
      const pieces = events.flatMap((event) => (event.type === 'call' ? [event] : []))
      expect(pieces.map(({ piece }) => piece).join('')).toBe(call?.arguments)
      expect(pieces.every(({ position }) => position === 0)).toBe(true)
      expect(turn?.message['tool_calls']).toMatchObject([{ id: call?.id, type: 'function' }])
    })

    it("ends with the signal's reason", async () => {
      await using used = await create('talks')
      const reason = new Error('enough')
      const aborted = AbortSignal.abort(reason)

      await expect(collect(used.model.stream(prompt, aborted))).rejects.toBe(reason)
    })

    it('relays a request as one answer', async () => {
      await using used = await create('talks')

      const relayed = await used.model.relay({ model: id, messages: prompt.messages }, signal)

      expect(relayed).toMatchObject({
        kind: 'completion',
        completion: { choices: [{ message: { role: 'assistant', content: expect.any(String) } }] },
      })
    })

    it('relays a request as chunks', async () => {
      await using used = await create('talks')
      const request = { model: id, messages: prompt.messages, stream: true }

      const relayed = await used.model.relay(request, signal)

      const chunks = relayed.kind === 'chunks' ? await collect(relayed.chunks) : []
      expect(chunks).toContainEqual(
        expect.objectContaining({
          choices: [expect.objectContaining({ finish_reason: 'stop' })],
        }),
      )
    })

    it('lists what it can be asked for', async () => {
      await using used = await create('lists')

      expect(await used.model.list(signal)).toContainEqual(expect.objectContaining({ id }))
    })

    it('says that there is no model where there is none', async () => {
      await using used = await create('knows no model')

      const found = used.model.find(`${id}-that-is-not-there`, signal)

      await expect(found).rejects.toMatchObject({ name: 'ApiError', status: 404 })
    })
  })
}

function turnOf(events: readonly ModelEvent[]) {
  const last = events.at(-1)
  return last?.type === 'turn' ? last.turn : undefined
}
