import { describe, expect, it } from 'vitest'
import { name, named, programsOf, streamOf, two } from '../../support/dialects.ts'
import { atOnce, choiceChunk, sends } from '../../support/scripted-upstream.ts'

describe('the deltas of calls', () => {
  const rows = [
    {
      kind: 'of several calls with one index and no ids',
      answer: streamOf(
        { index: 0, ...named(name, '{"code": "1"}') },
        { index: 0, ...named(name, two) },
      ),
      programs: ['1', '2'],
    },
    {
      kind: 'of several calls in one delta with one index and no ids',
      answer: sends([
        choiceChunk(
          {
            tool_calls: [
              { index: 0, ...named(name, '{"code": "1"}') },
              { index: 0, ...named(name, two) },
            ],
          },
          'stop',
        ),
        '[DONE]',
      ]),
      programs: ['1', '2'],
    },
    {
      kind: 'with another id in each',
      answer: streamOf(
        { index: 0, id: 'a', ...named(name, '') },
        { index: 0, id: 'b', function: { arguments: '{"code"' } },
        { index: 0, id: 'c', ...named(name, ': "2"') },
        { index: 0, id: 'd', function: { arguments: '}' } },
      ),
      programs: ['2'],
    },
    {
      kind: 'with another id in each, and no index',
      answer: streamOf(
        { id: 'a', ...named(name, '{"code"') },
        { id: 'b', function: { arguments: ': "2"}' } },
      ),
      programs: ['2'],
    },
    {
      kind: 'with a name in pieces',
      answer: streamOf(
        { index: 0, id: 'a', ...named('code_', '') },
        { index: 0, function: { name: 'interpreter' } },
        { index: 0, function: { arguments: two } },
      ),
      programs: ['2'],
    },
    {
      kind: 'with a name that grows',
      answer: streamOf(
        { index: 0, id: 'a', ...named('code_', '') },
        { index: 0, id: 'a', ...named(name, '') },
        { index: 0, function: { arguments: two } },
      ),
      programs: ['2'],
    },
    {
      kind: 'whose last piece comes twice',
      answer: streamOf(
        { index: 0, id: 'a', ...named(name, '{"code":') },
        { index: 0, function: { arguments: ' "2"}' } },
        { index: 0, function: { arguments: ' "2"}' } },
      ),
      programs: ['2'],
    },
    {
      kind: 'whose last one says all of the call again',
      answer: streamOf(
        { index: 0, id: 'a', ...named(name, '{"code": ') },
        { index: 0, function: { arguments: '"2"}' } },
        { index: 0, id: 'a', ...named(name, two) },
        { index: 0, id: 'a', ...named(name, '') },
      ),
      programs: ['2'],
    },
    {
      kind: 'with arguments of which braces are a part',
      answer: streamOf(
        { index: 0, ...named(name, String.raw`{"code": "print(\"}\")`) },
        { index: 0, ...named(name, '"}') },
      ),
      programs: ['print("}")'],
    },
    {
      kind: 'of two calls of a program that is no JSON',
      answer: streamOf(
        { index: 0, id: 'a', ...named(name, 'print(1)') },
        { index: 0, id: 'b', ...named(name, 'print(2)') },
      ),
      programs: ['print(1)', 'print(2)'],
    },
    {
      kind: 'in a stream that never says why it has stopped',
      answer: sends([
        choiceChunk({ tool_calls: [{ index: 0, id: 'a', ...named(name, two) }] }, null),
        '[DONE]',
      ]),
      programs: ['2'],
    },
    {
      kind: 'of the old form',
      answer: sends([
        choiceChunk({ function_call: { name, arguments: '' } }, null),
        choiceChunk({ function_call: { arguments: two } }, null),
        choiceChunk({}, 'function_call'),
        '[DONE]',
      ]),
      programs: ['2'],
    },
  ]

  it.for(rows)('$kind', async ({ answer, programs }) => {
    const ran = await programsOf(answer)

    expect(ran.programs).toEqual(programs)
    expect(ran.choice).toMatchObject({ finish_reason: 'stop', message: { content: 'Done.' } })
  })

  const whole = [
    {
      kind: 'with one index and no ids',
      message: {
        tool_calls: [
          { index: 0, ...named(name, '{"code": "1"}') },
          { index: 0, ...named(name, two) },
        ],
      },
      programs: ['1', '2'],
    },
    {
      kind: 'of the same program twice',
      message: {
        tool_calls: [
          { index: 0, ...named(name, two) },
          { index: 0, ...named(name, two) },
        ],
      },
      programs: ['2', '2'],
    },
    {
      kind: 'with one id for all',
      message: {
        tool_calls: [
          { id: 'a', ...named(name, '{"code": "1"}') },
          { id: 'a', ...named(name, two) },
        ],
      },
      programs: ['1', '2'],
    },
    {
      kind: 'of the old form',
      message: { function_call: { name, arguments: two } },
      programs: ['2'],
    },
  ]

  it.for(whole)('or an answer at once that has calls $kind', async ({ message, programs }) => {
    const ran = await programsOf(atOnce({ message, finishReason: null }))

    expect(ran.programs).toEqual(programs)
  })

  it('a signature that comes behind a call belongs to it', async () => {
    const extra_content = { google: { thought_signature: 'abc' } }
    const ran = await programsOf(
      streamOf({ index: 0, id: 'a', ...named(name, two) }, { index: 0, extra_content }),
    )

    expect(ran.history[1]).toMatchObject({ tool_calls: [{ id: 'a', extra_content }] })
  })
})

it('long answers are read in time that grows with their length', async () => {
  const pieces = 20_000
  const { programs } = await programsOf(
    sends([
      ...Array.from({ length: pieces }, (_, at) =>
        choiceChunk(
          {
            tool_calls: [
              { index: 0, id: 'a', ...named(at === 0 ? name : '', at === 0 ? '{"code":"' : 'x') },
            ],
          },
          null,
        ),
      ),
      choiceChunk({ tool_calls: [{ index: 0, function: { arguments: '"}' } }] }, 'tool_calls'),
    ]),
  )

  expect(programs[0]).toHaveLength(pieces - 1)
})
