import { describe, expect, it } from 'vitest'
import { answer } from '../../src/answer/answer.ts'
import type { AnswerEvent } from '../../src/answer/events.ts'
import type { AnswerRequest } from '../../src/answer/request.ts'
import { openaiModel } from '../../src/model/openai.ts'
import { answerRoom } from '../../src/tools/answer-room.ts'
import { interpreter, weather } from '../support/chat-request.ts'
import { collect } from '../support/collect.ts'
import { FakeSandbox, finishes, PIXEL, prints, shows } from '../support/fake-sandbox.ts'
import { memoryStores } from '../support/memory-store.ts'
import {
  calls,
  choiceChunk,
  runs,
  says,
  ScriptedUpstream,
  sends,
  turn,
} from '../support/scripted-upstream.ts'

const request: AnswerRequest = {
  model: 'm',
  messages: [{ place: 'messages[0]', message: { role: 'user', content: 'What is 2 + 2?' } }],
  tools: [{ ...interpreter, type: 'code_interpreter', timeout_ms: 1_000, file_ids: [] }],
  toolChoice: undefined,
  maxToolCalls: null,
  keepsFiles: false,
  isStructured: false,
  parameters: {},
}

async function eventsOf(
  upstream: ScriptedUpstream,
  { tools = request.tools, sandbox = new FakeSandbox(prints('4\n'), finishes()) } = {},
): Promise<AnswerEvent[]> {
  const limits = {
    maxTimeoutMs: 1_000,
    maxSandboxTimeoutMs: 2_000,
    maxMountBytes: 1_000,
    maxToolRounds: 3,
    maxRequestMs: 10_000,
  }
  const files = memoryStores()('owner')
  const urlOf = async ({ id }: { id: string }) => `http://localhost/${id}`
  const fetchPicture = async () => null
  const room = answerRoom(100_000)
  const caller = 'owner'
  const own = { fetchPicture, caller, room }
  const toolServices = { ...own, sandbox, packages: [], files, urlOf, limits, search: null }
  const model = openaiModel({ baseUrl: upstream.url, apiKey: 'k' })
  const services = { model, toolServices, limits }
  return collect(answer({ ...request, tools }, services, new AbortController().signal))
}

/** What an event says, in one line. */
function inShort(event: AnswerEvent): string {
  switch (event.type) {
    case 'item_started':
      return `${event.item.index} ${event.item.type} started`
    case 'item_finished':
      return `${event.item.index} ${event.item.type} finished`
    case 'text_delta':
    case 'reasoning_delta':
      return `${event.index} ${event.type} ${event.text.replaceAll(/file-\w+/g, 'file')}`
    case 'code_delta':
      return `${event.index} code ${event.code}`
    case 'output_delta':
      return `${event.index} ${event.stream} ${event.text}`
    case 'tool_started':
      return `${event.use.index} runs ${event.use.arguments}`
    case 'cited':
      return `${event.index} cited`
    case 'started':
      return `started ${event.identity.model}`
    case 'finished':
      return `finished ${event.reason} ${event.usage?.total}`
  }
}

describe('the events of an answer', () => {
  it('tell of each item from its beginning to its end', async () => {
    await using upstream = await ScriptedUpstream.start(
      turn({
        deltas: [
          { reasoning_content: 'Hm.' },
          { content: 'Let me see.' },
          { tool_calls: [{ index: 0, id: 'a', function: { name: 'python', arguments: '' } }] },
          { tool_calls: [{ index: 0, function: { arguments: '{"code": "2' } }] },
          { tool_calls: [{ index: 0, function: { arguments: String.raw` + 2\n"}` } }] },
        ],
        message: {},
        finishReason: 'tool_calls',
      }),
      says('Four.'),
    )

    const events = await eventsOf(upstream, {
      sandbox: new FakeSandbox(prints('4\n'), shows({ png: PIXEL }), finishes()),
    })

    expect(events.map(inShort)).toEqual([
      'started scripted-model-1',
      '0 reasoning started',
      '0 reasoning_delta Hm.',
      '0 reasoning finished',
      '1 text started',
      '1 text_delta Let me see.',
      '1 text finished',
      '2 program started',
      '2 code 2',
      '2 code  + 2\n',
      String.raw`2 runs {"code": "2 + 2\n"}`,
      '2 stdout 4\n',
      '2 program finished',
      'started scripted-model-1',
      '3 text started',
      '3 text_delta Four.',
      '3 text_delta \n\n![figure-1.png](http://localhost/file)',
      '3 text finished',
      'finished stop 30',
    ])
    expect(events.at(-1)).toMatchObject({
      usage: { input: 20, cached: 4, output: 10, reasoning: 0, total: 30 },
    })
  })

  it('tell the code at once where it could not be told while it was written', async () => {
    await using upstream = await ScriptedUpstream.start(
      calls({ id: 'a', name: 'code_interpreter', arguments: '```python\n2 + 2\n```' }),
      says('Four.'),
    )

    const events = (await eventsOf(upstream)).map(inShort)

    expect(events.filter((event) => event.startsWith('0'))).toEqual([
      '0 program started',
      '0 code 2 + 2\n',
      String.raw`0 runs {"code":"2 + 2\n"}`,
      '0 stdout 4\n',
      '0 program finished',
    ])
  })

  it("end with the calls of the client's tools", async () => {
    await using upstream = await ScriptedUpstream.start(
      calls({ id: 'a', name: 'get_weather', arguments: '{}' }),
    )

    const events = await eventsOf(upstream, {
      tools: [...request.tools, { ...weather, type: 'function' }],
    })

    expect(events.slice(1)).toMatchObject([
      { type: 'item_started', item: { index: 0, type: 'client_call' } },
      { type: 'item_finished', item: { index: 0, call: { id: 'a', name: 'get_weather' } } },
      { type: 'finished', reason: 'tool_calls' },
    ])
  })

  it('end every item that has begun, also one that was cut', async () => {
    await using upstream = await ScriptedUpstream.start(
      sends([
        choiceChunk(
          {
            tool_calls: [
              {
                index: 0,
                id: 'a',
                function: { name: 'code_interpreter', arguments: '{"code": "pri' },
              },
            ],
          },
          'length',
        ),
        '[DONE]',
      ]),
    )

    const events = await eventsOf(upstream)

    expect(events.slice(1)).toMatchObject([
      { type: 'item_started', item: { type: 'program' } },
      { type: 'code_delta', code: 'pri' },
      { type: 'item_finished', item: { type: 'program', outcome: null } },
      { type: 'finished', reason: 'length' },
    ])
  })

  it('have indexes that go up by one, whatever happens', async () => {
    await using upstream = await ScriptedUpstream.start(
      calls(
        { id: 'a', name: 'code_interpreter', arguments: '' },
        { id: 'b', name: 'browser', arguments: '{}' },
        { id: 'c', name: 'code_interpreter', arguments: '{"code": "1"}' },
      ),
      runs('2'),
      says('Done.'),
    )

    const events = await eventsOf(upstream)

    const started = events.flatMap((event) =>
      event.type === 'item_started' ? event.item.index : [],
    )
    const finished = events.flatMap((event) =>
      event.type === 'item_finished' ? event.item.index : [],
    )
    expect(started.toSorted((one, other) => one - other)).toEqual([0, 1, 2, 3])
    expect(new Set(finished)).toEqual(new Set(started))
    expect(finished).toHaveLength(started.length)
  })
})
