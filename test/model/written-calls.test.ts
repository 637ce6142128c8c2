import { expect, it } from 'vitest'
import { WrittenCalls } from '../../src/model/written-calls/written-calls.ts'

const long = 500_000

const hostile: { kind: string; text: string }[] = [
  { kind: 'beginnings of marks', text: '<'.repeat(long) },
  { kind: 'marks', text: '<tool_call>'.repeat(long / 11) },
  { kind: 'fences', text: '```\n'.repeat(long / 4) },
  { kind: 'channels', text: '<|channel|>'.repeat(long / 11) },
  { kind: 'parameters', text: `<tool_call><function=f>${'<parameter='.repeat(long / 11)}` },
  { kind: 'calls of Mistral', text: '[TOOL_CALLS][ARGS]'.repeat(long / 18) },
  { kind: 'functions', text: '<function=a><parameter=b>'.repeat(long / 25) },
  { kind: 'invocations', text: '<function_calls><invoke name="'.repeat(long / 30) },
  { kind: "GLM's tags", text: `<tool_call>f${'<arg_key></arg_key><arg_value>'.repeat(long / 30)}` },
  {
    kind: 'tokens of Kimi',
    text: `<|tool_calls_section_begin|>${'<|tool_call_begin|>'.repeat(long / 19)}`,
  },
  { kind: 'line breaks', text: '\n'.repeat(long) },
]

const TIMEOUT_MS = 5_000

it.for(hostile)('$kind are read in linear time', { timeout: TIMEOUT_MS }, ({ text }) => {
  const writing = new WrittenCalls(['code_interpreter'])
  const start = performance.now()

  let shown = ''
  for (const character of text) shown += writing.add(character)
  const written = writing.end()

  expect(shown + written.text).toBe(text)
  expect(performance.now() - start).toBeLessThan(TIMEOUT_MS)
})
