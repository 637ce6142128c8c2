import { expect, it } from 'vitest'
import { encodeFrame } from '../../../python-runtime/frames.ts'
import { channel } from '../../../python-runtime/guest/channel.ts'

function received() {
  const frames: [unknown, number[]][] = []
  const device = channel({ code: 'print("é")' }, (json, payload) => {
    frames.push([json, [...payload]])
  })
  return { device, frames }
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

it('passes on what is written, one frame or several', () => {
  const { device, frames } = received()

  device.write(encodeFrame({ type: 'result' }))
  device.write(
    Buffer.concat([encodeFrame({ type: 'file' }, Uint8Array.of(7)), encodeFrame('last')]),
  )

  expect(frames).toEqual([
    [{ type: 'result' }, []],
    [{ type: 'file' }, [7]],
    ['last', []],
  ])
})

it.each([
  ['a part of a frame', encodeFrame({ type: 'result' }).subarray(0, 12)],
  ['a part of a header', Uint8Array.of(1, 2)],
  ['broken JSON', Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0x7b)],
  ['a frame without end', new Uint8Array(8).fill(255)],
])('refuses %s and still hears what comes after it', (_, bytes) => {
  const { device, frames } = received()

  expect(() => device.write(bytes)).toThrow('EINVAL')
  device.write(encodeFrame('after'))

  expect(frames).toEqual([['after', []]])
})

it('lets through what its receiver throws', () => {
  const device = channel({}, () => {
    throw new Error('the client is gone')
  })

  expect(() => device.write(encodeFrame({}))).toThrow('the client is gone')
})
