import { expect, it } from 'vitest'
import { jsonWeight } from '../../../python-runtime/json-weight.ts'

const weigh = (text: string, most = 1_000_000) => jsonWeight(new TextEncoder().encode(text), most)

it.each([
  ['1', 1],
  ['[1,2,3]', 4],
  ['{"a":1,"b":[]}', 6],
  ['[{},{}]', 5],
  ['"[1,2,{:"', 1],
  [String.raw`["\"[,",1]`, 3],
  [String.raw`["\\",[]]`, 4],
  [String.raw`["\\\"[,[,",1]`, 3],
  ['"no end, [', 1],
  ['{"日本":"[é,"}', 3],
])('counts the values and keys of %s, and nothing in strings', (text, weight) => {
  expect(weigh(text)).toBe(weight)
})

it('stops counting past what is asked for', () => {
  expect(weigh('['.repeat(1000), 10)).toBe(11)
})

it('looks at each byte a few times at most', () => {
  let looks = 0
  const bytes = new Proxy(
    new TextEncoder().encode(`"${String.raw`\\`.repeat(5000)}\\"`.repeat(3)),
    {
      get(target, name) {
        if (typeof name === 'string' && /^\d+$/.test(name)) looks++
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    },
  )

  jsonWeight(bytes, 1000)

  expect(looks).toBeLessThan(2 * bytes.length)
})
