import { expect, it } from 'vitest'
import { output } from '../../../python-runtime/guest/output.ts'
import type { GuestEvent } from '../../../python-runtime/protocol.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

function recorded(maxBytes: number) {
  const events: GuestEvent[] = []
  const printed = output(maxBytes, (event) => events.push(event))
  const all = (stream: string) =>
    events.map((event) => (event.type === stream && 'text' in event ? event.text : '')).join('')
  return { printed, events, all }
}

it('passes on what was printed when it is flushed', () => {
  const { printed, events } = recorded(1000)

  printed.write('stdout', bytes('one '))
  printed.write('stdout', bytes('two'))
  expect(events).toEqual([])
  printed.flush()
  printed.flush()

  expect(events).toEqual([{ type: 'stdout', text: 'one two' }])
})

it('keeps the order of the streams', () => {
  const { printed, events } = recorded(1000)

  printed.write('stderr', bytes('1'))
  printed.write('stdout', bytes('2'))
  printed.write('stdout', bytes('3'))
  printed.write('stderr', bytes('4'))
  printed.finish()

  expect(events).toEqual([
    { type: 'stderr', text: '1' },
    { type: 'stdout', text: '23' },
    { type: 'stderr', text: '4' },
  ])
})

it('keeps what it took, though the caller uses its bytes again', () => {
  const { printed, all } = recorded(4)
  const reused = bytes('ab')

  printed.write('stdout', reused)
  printed.write('stdout', reused)
  reused.fill(0)
  printed.finish()

  expect(all('stdout')).toBe('abab')
})

it('puts characters together that are written in parts', () => {
  const { printed, all } = recorded(1000)
  const text = bytes('a🙂é')

  text.forEach((byte) => {
    printed.write('stdout', Uint8Array.of(byte))
    printed.flush()
  })
  printed.write('stderr', text.subarray(0, 3))
  printed.finish()

  expect(all('stdout')).toBe('a🙂é')
  expect(all('stderr')).toBe('a�')
})

it('shows what is not UTF-8 as such, and takes nothing away', () => {
  const { printed, all } = recorded(1000)

  printed.write('stdout', Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0xff, 0x62))
  printed.finish()

  expect(all('stdout')).toBe('\u{feff}a�b')
})

it.each([1, 3, 7, 10, 26])('keeps the head and the tail, written %i bytes at a time', (size) => {
  const { printed, all } = recorded(10)
  const pieces = 'abcdefghijklmnopqrstuvwxyz'.match(new RegExp(`.{1,${size}}`, 'g')) ?? []

  pieces.forEach((piece) => printed.write('stdout', bytes(piece)))
  printed.finish()

  expect(all('stdout')).toBe('abcde\n[… 16 bytes of output left out …]\nvwxyz')
})

it.each([
  ['abcdefghi', 'abcdefghi'],
  ['abcdefghij', 'abcdefghij'],
  ['abcdefghijk', 'abcde\n[… 1 bytes of output left out …]\nghijk'],
])('leaves out nothing of %s that need not be', (text, expected) => {
  const { printed, all } = recorded(10)

  printed.write('stdout', bytes(text))
  printed.finish()

  expect(all('stdout')).toBe(expected)
})

it('cuts between characters', () => {
  const { printed, all } = recorded(16)

  printed.write('stdout', bytes('€'.repeat(20)))
  printed.finish()

  expect(all('stdout')).toBe('€€\n[… 46 bytes of output left out …]\n€€')
})

it('bounds each stream by itself', () => {
  const { printed, all } = recorded(10)

  printed.write('stdout', bytes('x'.repeat(100)))
  printed.write('stderr', bytes('short'))
  printed.finish()

  expect(all('stderr')).toBe('short')
  expect(all('stdout').length).toBeLessThan(60)
})

it('lets a program print for ever', () => {
  const { printed, all } = recorded(1000)
  const line = bytes('a line of text\n')

  Array(200_000)
    .fill(line)
    .forEach((piece) => printed.write('stdout', piece))
  printed.finish()

  expect(all('stdout')).toMatch(/^(a line of text\n)+a line/)
  expect(all('stdout')).toMatch(/a line of text\n$/)
  expect(all('stdout').length).toBeLessThan(1100)
  expect(all('stdout')).toContain('2999000 bytes')
})

it('makes a bounded number of events of streams that take turns', () => {
  const { printed, events, all } = recorded(200_000)

  Array.from({ length: 50_000 }).forEach(() => {
    printed.write('stdout', bytes('o'))
    printed.write('stderr', bytes('e'))
  })
  printed.finish()

  expect(events.length).toBeLessThan(10_010)
  expect([all('stdout').length, all('stderr').length]).toEqual([50_000, 50_000])
})

it('makes events of a bounded length, which part no character', () => {
  const { printed, events, all } = recorded(8_000_000)
  const text = `.${'🙂'.repeat(400_000)}`

  printed.write('stdout', bytes(text))
  printed.finish()

  const texts = events.map((event) => ('text' in event ? event.text : ''))
  expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(256 * 1024)
  expect(texts.every((part) => part.isWellFormed())).toBe(true)
  expect(all('stdout')).toBe(text)
})

it('ends once', () => {
  const { printed, events } = recorded(1000)

  printed.write('stdout', bytes('last words'))
  printed.finish()
  printed.write('stdout', bytes('too late'))
  printed.flush()
  printed.finish()

  expect(events).toEqual([{ type: 'stdout', text: 'last words' }])
})

it('has room for nothing if it is told so', () => {
  const { printed, all } = recorded(0)

  printed.write('stdout', bytes('gone'))
  printed.finish()

  expect(all('stdout')).toBe('\n[… 4 bytes of output left out …]\n')
})
