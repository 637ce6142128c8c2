import { expect, it } from 'vitest'
import { programArguments } from '../../src/tools/program.ts'

const long = 1_000_000

const hostile: { kind: string; text: string }[] = [
  { kind: 'white space', text: ' '.repeat(long) },
  { kind: 'quotes', text: `{"code": "${'"'.repeat(long)}` },
  { kind: 'backslashes', text: `{"code": "${'\\'.repeat(long)}"}` },
  { kind: 'tokens', text: `{"code": "1"}${'<|x|>'.repeat(long / 5)}` },
  { kind: 'open tokens', text: `x = 1${'<|'.repeat(long / 2)}|>` },
  { kind: 'fences', text: '```\n'.repeat(long / 4) },
  { kind: 'one long line', text: `${'a, '.repeat(long / 3)}b` },
  { kind: 'brackets', text: '['.repeat(long) },
  {
    kind: 'JSON in JSON',
    text: JSON.stringify(JSON.stringify(JSON.stringify('"'.repeat(long / 8)))),
  },
  { kind: 'objects', text: '{"a":1}'.repeat(long / 7) },
  { kind: 'an object and words', text: `{"code": "1"} ${'}{'.repeat(long / 2)}` },
  { kind: 'braces', text: '{'.repeat(long) },
  { kind: 'fences of JSON', text: `\`\`\`\n{"code": ${'\n```'.repeat(long / 4)}` },
  { kind: 'lines that are not escaped', text: `{"code": "${'x\n'.repeat(long / 2)}"}` },
]

// Far more than it takes, and far less than time that grows with the square would.
const TIMEOUT_MS = 3_000

it.for(hostile)('$kind of a model are read in linear time', { timeout: TIMEOUT_MS }, ({ text }) => {
  const start = performance.now()

  programArguments(text)

  expect(performance.now() - start).toBeLessThan(TIMEOUT_MS)
})
