import { describe, expect, it, vi } from 'vitest'
import { citations } from '../../src/answer/citations.ts'

const tides = { title: 'Tides', url: 'https://sea.example/tides' }

/** What the citations cut out of the answer, as a program that counts characters would. */
function cited(answer: string, sources = [tides]): string[] {
  const characters = Array.from(answer)
  return citations(answer, sources).map(({ start, end }) => characters.slice(start, end).join(''))
}

describe('citations', () => {
  const answers = [
    {
      answer: 'As [they say](https://sea.example/tides), it is noon.',
      spans: ['[they say](https://sea.example/tides)'],
    },
    {
      answer: '[a [b] c](<https://sea.example/tides> "Tides").',
      spans: ['[a [b] c](<https://sea.example/tides> "Tides")'],
    },
    { answer: 'See https://sea.example/tides.', spans: ['https://sea.example/tides'] },
    { answer: 'See (https://sea.example/tides/), please', spans: ['https://sea.example/tides/'] },
    { answer: 'See https://sea.example/tides-of-war', spans: [] },
    { answer: 'See https://sea.example/tides/today', spans: [] },
    { answer: 'See https://sea.example/tides?day=2', spans: [] },
    { answer: 'Nothing.', spans: [] },
    {
      answer: '🌊🌊 [1](https://sea.example/tides) and https://sea.example/tides',
      spans: ['[1](https://sea.example/tides)', 'https://sea.example/tides'],
    },
  ]

  it.for(answers)('in $answer', ({ answer, spans }) => {
    expect(cited(answer)).toEqual(spans)
  })

  it('know addresses with brackets', () => {
    const url = 'https://wiki.example/Sea_(water)'

    expect(cited(`[Sea](${url})`, [{ title: 'Sea', url }])).toEqual([`[Sea](${url})`])
  })

  it('come in the order of the answer, with title and address', () => {
    const moon = { title: 'Moon', url: 'https://moon.example/' }

    const found = citations('https://moon.example and https://sea.example/tides', [tides, moon])

    expect(found.map(({ title, url }) => ({ title, url }))).toEqual([moon, tides])
  })

  it('are made once for a page that was found twice', () => {
    expect(cited('https://sea.example/tides', [tides, tides])).toHaveLength(1)
  })

  it('are none within another address', () => {
    expect(cited('https://other.example/?to=https://sea.example/tides')).toEqual([])
  })

  it('are the longest of addresses that begin alike', () => {
    const sources = [tides, { title: 'Day 2', url: 'https://sea.example/tides/2' }]

    expect(cited('https://sea.example/tides/2 https://sea.example/tides', sources)).toEqual([
      'https://sea.example/tides/2',
      'https://sea.example/tides',
    ])
  })

  const long = `https://sea.example/${'a'.repeat(2000)}`
  const texts = [
    { name: 'one page again and again', text: '[x](https://sea.example/tides) '.repeat(2000) },
    { name: 'brackets', text: '['.repeat(30_000) + '](https://sea.example/tides) '.repeat(1000) },
    { name: 'full stops', text: `https://sea.example/tides${'.'.repeat(60_000)}x` },
    { name: 'what is nearly an address', text: `${long.slice(0, -1)}b `.repeat(30) },
    { name: 'beginnings of addresses', text: ' https://'.repeat(7000) },
  ]

  it.for(texts)('take as many steps as an answer has letters: $name', ({ text }) => {
    const read = vi.spyOn(String.prototype, 'slice')
    const followed = vi.spyOn(Map.prototype, 'get')
    citations(text, [tides, { title: 'Long', url: long }])
    const parts = read.mock.results.map(({ value }) => String(value).length)
    const steps = parts.reduce((sum, length) => sum + length, followed.mock.calls.length)
    vi.restoreAllMocks()

    expect(steps).toBeLessThan(40 * text.length)
  })
})
