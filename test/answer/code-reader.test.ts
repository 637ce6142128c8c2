import { describe, expect, it } from 'vitest'
import { CodeReader } from '../../src/answer/code-reader.ts'

function readInPieces(text: string, size: number): string {
  const reader = new CodeReader()
  let code = ''
  for (let at = 0; at < text.length; at += size) code += reader.add(text.slice(at, at + size))
  return code
}

describe('the code in arguments that are still written', () => {
  const programs = [
    'print(1)',
    'x = "a\\n"\nprint(x, \'\\t\', "\\\\")',
    'print("é → 🐍 \u0001")',
    '',
    '\n\t# first\nprint(1)',
    '"""A program."""',
    `${' '.repeat(500)}x`,
  ]

  it.for(programs)('is read in pieces of every size: %j', (code) => {
    const args = JSON.stringify({ code, why: 'because "it"' })
    for (let size = 1; size <= args.length; size++) expect(readInPieces(args, size)).toBe(code)
  })

  it('may have escapes for all of its characters', () => {
    expect(readInPieces(String.raw`{"code":"\u0070\ud83d\udc0d\/"}`, 3)).toBe('p🐍/')
  })

  const unsure = [
    '{"language": "python", "code": "1"}',
    '{"code": "```python\\nprint(1)\\n```"}',
    '{"code": "\\n  ```python\\nprint(1)\\n```"}',
    '{"code": "<|python_tag|>print(1)"}',
    '{"code": "{\\"code\\": \\"1\\"}"}',
    '{"code": ["1"]}',
    'print(1)',
  ]

  it.for(unsure)('is not told before it is whole where it may be another: %j', (args) => {
    for (const size of [1, 3, args.length]) expect(readInPieces(args, size)).toBe('')
  })

  it('ends where it is no longer JSON', () => {
    expect(readInPieces(String.raw`{"code": "a\uZZZZb"}`, 1)).toBe('a')
  })
})
