import { describe, expect, it } from 'vitest'
import { RESPONSE_EXAMPLES } from '../../src/protocols/responses/examples.ts'
import { FakeSandbox, finishes, PIXEL, prints, shows } from '../support/fake-sandbox.ts'
import { ask, weather } from '../support/responses.ts'
import { choiceChunk, ScriptedUpstream, sends } from '../support/scripted-upstream.ts'
import { clientOf, post, testApp } from '../support/test-app.ts'

/** Numbers from 0 to 1 that are the same each time. */
function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

type Chance = () => number
const pick = <Value>(values: readonly [Value, ...Value[]], chance: Chance): Value =>
  values[Math.floor(chance() * values.length)] ?? values[0]

const nonsense = [
  null,
  true,
  -1,
  1e300,
  '',
  'nonsense',
  '\u0000\uD800',
  'x'.repeat(10_000),
  [],
  [null],
  [[[]]],
  {},
  { type: 'message' },
  { type: 'item_reference', id: 'msg_1' },
  { type: 'function_call_output', call_id: 'c', output: [{ type: 'input_image' }] },
] as const

const whole = {
  ...RESPONSE_EXAMPLES.askWithFunction,
  input: [
    { role: 'user', content: [{ type: 'input_text', text: 'Plot a sine wave.' }] },
    { type: 'reasoning', id: 'rs_1', summary: [], encrypted_content: 'e30=' },
    { type: 'code_interpreter_call', id: 'ci_1', code: '1', container_id: 'c', outputs: null },
    { type: 'function_call', call_id: 'c1', name: 'get_weather', arguments: '{}' },
    { type: 'function_call_output', call_id: 'c1', output: 'sunny' },
    { type: 'web_search_call', id: 'ws_1', action: { type: 'search', query: 'q' } },
  ],
  tools: [...ask.tools, weather],
  tool_choice: { type: 'allowed_tools', mode: 'auto', tools: [{ type: 'code_interpreter' }] },
  include: ['code_interpreter_call.outputs'],
  text: { format: { type: 'text' }, verbosity: 'low' },
  reasoning: { effort: 'low' },
  metadata: { a: 'b' },
}

/** The same value with nonsense in the place of something in it. */
function spoiled(value: unknown, chance: Chance): unknown {
  const isLeaf = typeof value !== 'object' || value === null
  if (isLeaf || chance() < 0.1) return pick(nonsense, chance)
  if (Array.isArray(value)) {
    const place = Math.floor(chance() * value.length)
    return value.map((each, index) => (index === place ? spoiled(each, chance) : each))
  }
  const [first = '', ...names] = Object.keys(value)
  const name = pick([first, ...names], chance)
  return { ...value, [name]: spoiled(Reflect.get(value, name), chance) }
}

describe('nonsense in a request for a response', () => {
  it.for(Array.from({ length: 20 }, (_, seed) => seed + 1))(
    'is no fault of the server: %i',
    async (seed) => {
      const chance = chanceOf(seed)
      const app = testApp()
      const faults: string[] = []
      for (let round = 0; round < 20; round++) {
        const request = spoiled(chance() < 0.3 ? spoiled(whole, chance) : whole, chance)

        const response = await post(app, '/v1/responses', request)

        const text = await response.text()
        const told = `${JSON.stringify(request).slice(0, 2_000)} → ${text.slice(0, 500)}`
        if (![200, 400, 404, 413].includes(response.status)) faults.push(told)
      }
      expect(faults).toEqual([])
    },
  )
})

/** Something that a model may say, in chunks. */
function sayings(chance: Chance): object[] {
  const call = (name: string, args: string, index = 0) => [
    {
      tool_calls: [{ index, id: `call_${index}`, function: { name, arguments: args.slice(0, 9) } }],
    },
    { tool_calls: [{ index, function: { arguments: args.slice(9) } }] },
  ]
  const pieces = [
    [{ content: 'Some words. ' }],
    [{ content: '' }],
    [{ content: '😀[a](https://x.y/z)' }],
    [{ reasoning_content: 'Hm.' }],
    [{ refusal: 'No.' }],
    [{ content: 'a', refusal: 'b' }],
    [{ unknown_field: { a: 1 } }],
    call('code_interpreter', '{"code":"print(4)"}'),
    call('code_interpreter', '{"code":"print(5)"}', 1),
    call('get_weather', '{"city":"Rome"}', 2),
    call('no_such_tool', '{}', 3),
    call('code_interpreter', 'print(4)', 4),
  ] as const
  const count = Math.floor(chance() * 6)
  return Array.from({ length: count }, () => pick([pieces[0], ...pieces], chance)).flat()
}

describe('whatever a model says', () => {
  it.for(Array.from({ length: 25 }, (_, seed) => seed + 1))(
    'adds up in the client to the response: %i',
    async (seed) => {
      const chance = chanceOf(seed)
      const endings = ['stop', 'tool_calls', 'length', 'content_filter'] as const
      const turns = Array.from({ length: 12 }, () =>
        sends([
          ...sayings(chance).map((delta) => choiceChunk(delta, null)),
          choiceChunk({}, pick(endings, chance)),
          '[DONE]',
        ]),
      )
      await using upstream = await ScriptedUpstream.start(...turns)
      const sandbox = new FakeSandbox(prints('4\n'), shows({ png: PIXEL }), finishes())
      const client = clientOf(testApp({ env: { OPENAI_BASE_URL: upstream.url }, sandbox }))

      const stream = client.responses.stream({
        ...ask,
        tools: [...ask.tools, weather],
        include: ['code_interpreter_call.outputs'],
      })
      const ends: unknown[] = []
      let count = 0
      for await (const event of stream) {
        expect(event.sequence_number).toBe(count++)
        if ('response' in event) ends.push(event.response.output)
      }
      const final = await stream.finalResponse()

      expect(final.output).toMatchObject(Object(ends.at(-1)))
      expect(final.output.length).toBeGreaterThan(0)
      expect(['completed', 'incomplete']).toContain(final.status)
    },
  )
})
