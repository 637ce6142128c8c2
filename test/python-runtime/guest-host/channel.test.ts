import { expect, it } from 'vitest'
import { encodeFrame } from '../../../python-runtime/frames.ts'
import { channel } from '../../../python-runtime/guest/channel.ts'

const mebibyte = 1024 ** 2
const limits = {
  maxFrameBytes: 2 * mebibyte,
  maxResults: 1000,
  maxResultBytes: 8 * mebibyte,
}
const result = (text: string) => encodeFrame({ type: 'result', result: { text } })

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

function received(some: Partial<typeof limits> = {}) {
  const told: unknown[] = []
  const shown: Uint8Array[] = []
  const host = { isBehind: false }
  let fuel = 0
  const device = channel(
    { code: 'print("é")' },
    { ...limits, ...some },
    {
      told: (event) => void told.push(event),
      shown: (frame) => void shown.push(frame),
      mustWait: () => host.isBehind,
    },
    (units) => void (fuel += units),
  )
  return {
    device,
    told,
    shown,
    host,
    get fuel() {
      return fuel
    },
  }
}

function readAll(device: ReturnType<typeof channel>, size: number): string {
  const parts: Uint8Array[] = []
  for (;;) {
    const into = new Uint8Array(size)
    const count = device.read(into)
    if (count === 0) return Buffer.concat(parts).toString()
    parts.push(into.subarray(0, count))
  }
}

it.each([1, 3, 1000])('gives its request once, %i bytes at a time', (size) => {
  const { device } = received()

  expect(JSON.parse(readAll(device, size))).toEqual({ code: 'print("é")' })
  expect(readAll(device, size)).toBe('')
})

it('passes on what is shown as it is, one frame or several', () => {
  const { device, shown } = received()
  const frames = [result('one'), encodeFrame({ type: 'file' }, Uint8Array.of(7)), result('last')]
  const [first = new Uint8Array(0), ...others] = frames

  expect(device.write(first)).toBe(first.length)
  device.write(joined(...others))

  expect(shown).toEqual(frames)
})

it('keeps what it took, though the caller uses its bytes again', () => {
  const { device, shown } = received()
  const reused = result('shown')

  device.write(reused)
  reused.fill(0)

  expect(shown).toEqual([result('shown')])
})

it('tells the kernel what is for the kernel, and nobody the rest', () => {
  const { device, told, shown } = received()

  device.write(encodeFrame({ type: 'finished', error: null }))
  device.write(encodeFrame({ type: 'final_traceback', traceback: 'here' }))
  for (const other of [{ type: 'stdout', text: 'forged' }, 'text', null, [], {}]) {
    device.write(encodeFrame(other))
  }

  expect(told).toEqual([
    { type: 'finished', error: null },
    { type: 'final_traceback', traceback: 'here' },
  ])
  expect(shown).toEqual([])
})

it.each([
  ['a part of a frame', result('').subarray(0, 12)],
  ['a part of a header', Uint8Array.of(1, 2)],
  ['broken JSON', Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0x7b)],
  ['a frame without end', new Uint8Array(8).fill(255)],
  ['more values than are parsed in one go', encodeFrame(Array(100_001).fill(0))],
  ['an end of many values', encodeFrame({ type: 'finished', error: Array(200).fill(0) })],
  ['an end of many words', encodeFrame({ type: 'finished', error: 'x'.repeat(mebibyte) })],
])('refuses %s and still hears what comes after it', (_, bytes) => {
  const { device, told, shown } = received()

  expect(() => device.write(bytes)).toThrow('EINVAL')
  device.write(result('after'))

  expect(told).toEqual([])
  expect(shown).toEqual([result('after')])
})

it('says how much it took when what comes then is no frame', () => {
  const { device, shown } = received()

  const bytes = joined(result('good'), Uint8Array.of(1, 2))

  expect(device.write(bytes)).toBe(result('good').length)
  expect(shown).toEqual([result('good')])
})

it('takes only so many frames in one write, and is paid for each', () => {
  const events = received()
  const one = encodeFrame({})
  const bytes = new Uint8Array(one.length * 100_000)
  for (let at = 0; at < bytes.length; at += one.length) bytes.set(one, at)

  const taken = events.device.write(bytes) / one.length

  expect(taken).toBeLessThan(1000)
  expect(events.fuel).toBeGreaterThanOrEqual(taken * 50_000)
})

it('is paid for JSON by its bytes and its values, before they are parsed', () => {
  const letters = received()
  const values = received()

  letters.device.write(result('x'.repeat(mebibyte)))
  const broken = new TextEncoder().encode('[{},{},{},'.repeat(5000))
  const header = new Uint8Array(Uint32Array.of(broken.length, 0).buffer)
  expect(() => values.device.write(joined(header, broken))).toThrow('EINVAL')

  expect(letters.fuel).toBeGreaterThanOrEqual(8 * mebibyte)
  expect(values.fuel).toBeGreaterThanOrEqual(7 * 5000 * 1000)
})

it('has no space for more results than the host takes', () => {
  const { device, shown } = received({ maxResults: 2 })
  device.write(result('1'))
  device.write(encodeFrame({ type: 'file', name: '2' }))

  expect(() => device.write(result('3'))).toThrow('ENOSPC')
  device.write(encodeFrame({ type: 'finished', error: null }))

  expect(shown).toHaveLength(2)
})

it('has no space for more bytes than the host takes, but for fewer again', () => {
  const { device, shown } = received({ maxResultBytes: 1000 })
  device.write(encodeFrame({ type: 'file', name: 'a' }, new Uint8Array(600)))

  expect(() => device.write(encodeFrame({ type: 'file', name: 'b' }, new Uint8Array(600)))).toThrow(
    'ENOSPC',
  )
  device.write(result('small'))

  expect(shown).toHaveLength(2)
})

it('is interrupted while the host is behind, and has not taken what is to be written again', () => {
  const { device, host, shown, told } = received()
  device.write(result('1'))

  host.isBehind = true
  expect(() => device.write(result('2'))).toThrow('EINTR')
  expect(device.write(encodeFrame({ type: 'finished', error: null }))).toBeGreaterThan(0)
  host.isBehind = false
  device.write(result('2'))

  expect(shown).toEqual([result('1'), result('2')])
  expect(told).toHaveLength(1)
})

it('lets through what its listener throws', () => {
  const device = channel(
    {},
    limits,
    {
      told: () => {
        throw new Error('the client is gone')
      },
      shown: () => {},
      mustWait: () => false,
    },
    () => {},
  )

  expect(() => device.write(encodeFrame({ type: 'finished' }))).toThrow('the client is gone')
})
