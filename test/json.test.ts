import { describe, expect, it } from 'vitest'
import { JsonTooLarge, notDeeper, readJson } from '../src/json.ts'

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

describe('JSON from elsewhere', () => {
  it.each(['{"a":[1,"x",null]}', '"a, b: [c] {d} \\" e"', '  7 ', nested(400)])(
    'is read: %s',
    (text) => {
      expect(readJson(text)).toEqual(JSON.parse(text))
      expect(readJson(new TextEncoder().encode(text))).toEqual(JSON.parse(text))
    },
  )

  it('may have a long string of anything', () => {
    const text = JSON.stringify({ data: '{},[]:"\\'.repeat(200_000) })

    expect(readJson(text)).toEqual(JSON.parse(text))
  })

  it.each(['', '{', '{]', '[1,]', 'undefined'])('is an error when it is none: %s', (text) => {
    expect(() => readJson(text)).toThrow(SyntaxError)
  })

  it.each([
    { name: 'more values than anyone has to say', text: `[${'{},'.repeat(200_000)}1]` },
    { name: 'more of them than memory has', text: '{},'.repeat(9_000_000) },
    { name: 'deep nesting', text: nested(600) },
    { name: 'nesting that is deeper than a stack', text: nested(100_000) },
  ])('is not read with $name', ({ text }) => {
    expect(() => readJson(text)).toThrow(JsonTooLarge)
  })

  it('that nests too deep is not handed on by whoever has parsed it', () => {
    expect(() => notDeeper(JSON.parse(nested(600)))).toThrow(JsonTooLarge)
  })
})
