import { expect, it } from 'vitest'
import {
  encodeFrame,
  FrameError,
  frameDecoder,
  maxJsonWeight,
  rawFrame,
  readJson,
  type Frame,
} from '../../../python-runtime/frames.ts'

const maxFrameBytes = 1000
const payload = Uint8Array.of(1, 2, 3)
const told = (frames: Iterable<Frame>) =>
  [...frames].map((frame) => [frame.json, [...frame.payload]])

const frames = [
  encodeFrame({ type: 'result', text: 'é🙂' }),
  encodeFrame({ type: 'file' }, payload),
  encodeFrame(null, new Uint8Array(300).fill(7)),
]
const contents = [
  [{ type: 'result', text: 'é🙂' }, []],
  [{ type: 'file' }, [1, 2, 3]],
  [null, Array(300).fill(7)],
]
const stream = new Uint8Array(Buffer.concat(frames))

function header(jsonBytes: number, payloadBytes: number): Uint8Array {
  return new Uint8Array(Uint32Array.of(jsonBytes, payloadBytes).buffer)
}

function piecesOf(bytes: Uint8Array, size: number): Uint8Array[] {
  const count = Math.ceil(bytes.length / size)
  return Array.from({ length: count }, (_, index) => bytes.slice(index * size, (index + 1) * size))
}

it('reads what was encoded, and how long it was', () => {
  const bytes = encodeFrame({ type: 'file' }, payload)

  const frame = rawFrame(bytes, maxFrameBytes)

  expect(frame).toMatchObject({ payload, size: bytes.length })
  expect(frame && readJson(frame.json)).toEqual({ type: 'file' })
})

it.each([1, 2, 7, 8, 9, 50, 1000])('reads frames from pieces of %i bytes', (size) => {
  const decoder = frameDecoder(maxFrameBytes)

  const decoded = piecesOf(stream, size).flatMap((piece) => [...decoder.push(piece)])

  expect(told(decoded)).toEqual(contents)
})

it('reads frames from two pieces, wherever they are parted', () => {
  const decode = (at: number) => {
    const decoder = frameDecoder(maxFrameBytes)
    return told([...decoder.push(stream.slice(0, at)), ...decoder.push(stream.slice(at))])
  }

  const decoded = Array.from(stream, (_, at) => decode(at))

  expect(decoded).toEqual(Array.from(stream, () => contents))
})

it('keeps frames apart from those that come later', () => {
  const decoder = frameDecoder(maxFrameBytes)
  const push = (bytes: Uint8Array) => [...decoder.push(bytes)]
  push(stream.slice(0, 5))
  const [first] = push(stream.slice(5))

  push(stream.slice(0, 60))
  push(stream.slice(60))

  expect(first && told([first])).toEqual(contents.slice(0, 1))
})

it('gives nothing for a part of a frame', () => {
  expect(rawFrame(header(2, 0), maxFrameBytes)).toBeUndefined()
  expect(rawFrame(Uint8Array.of(1), maxFrameBytes)).toBeUndefined()
  expect([...frameDecoder(maxFrameBytes).push(stream.slice(0, 20))]).toEqual([])
})

it.each([
  [maxFrameBytes, 0],
  [0, maxFrameBytes],
  [2 ** 32 - 1, 2 ** 32 - 1],
])('refuses a frame of %i and %i bytes as soon as it is announced', (json, rest) => {
  expect(() => rawFrame(header(json, rest), maxFrameBytes)).toThrow(FrameError)
  expect(() => [...frameDecoder(maxFrameBytes).push(header(json, rest))]).toThrow(FrameError)
})

it('takes a frame that is just as large as it may be', () => {
  const frame = encodeFrame(0, new Uint8Array(maxFrameBytes - 9))

  expect([...frameDecoder(maxFrameBytes).push(frame)]).toHaveLength(1)
})

it.each(['', '{', '{}{}', '\u0000'])('refuses JSON that is broken: %j', (text) => {
  const json = new TextEncoder().encode(text)
  const frame = new Uint8Array([...header(json.length, 0), ...json])

  expect(() => [...frameDecoder(maxFrameBytes).push(frame)]).toThrow(FrameError)
})

it('refuses JSON that would take long to parse, before it does', () => {
  const heavy = encodeFrame(Array(maxJsonWeight + 1).fill(0))
  const long = header(17 * 1024 * 1024, 0)

  expect(() => [...frameDecoder(heavy.length).push(heavy)]).toThrow('too many values')
  expect(() => rawFrame(long, 32 * 1024 * 1024)).toThrow('bytes of JSON')
})

it('reads a frame only when it is asked for', () => {
  const broken = new Uint8Array([...header(1, 0), 0x7b])
  const [first] = frameDecoder(maxFrameBytes).push(Buffer.concat([stream, broken]))

  expect(first && told([first])).toEqual(contents.slice(0, 1))
})

it('takes a large frame in small pieces without copying it again and again', () => {
  const bytes = encodeFrame({}, new Uint8Array(8 * 1024 * 1024))
  const decoder = frameDecoder(bytes.length)
  const started = performance.now()

  const decoded = piecesOf(bytes, 64).flatMap((piece) => [...decoder.push(piece)])

  expect(decoded).toHaveLength(1)
  expect(performance.now() - started).toBeLessThan(5_000)
})
