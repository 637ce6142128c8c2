import { expect, it } from 'vitest'
import { byteWriter } from '../../../../python-runtime/build/wasm/byte-writer.ts'
import { cursorOver, readS32, readU32 } from '../../../../python-runtime/build/wasm/cursor.ts'

it.each([0, 1, 127, 128, 16_383, 16_384, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff])(
  'reads back the unsigned number %i',
  (value) => {
    const writer = byteWriter(1)

    writer.u32(value)

    expect(readU32(cursorOver(writer.view()))).toBe(value)
  },
)

it.each([0, 63, 64, -1, -64, -65, 8191, 8192, 0x7fff_ffff, -0x8000_0000])(
  'reads back the signed number %i',
  (value) => {
    const writer = byteWriter(1)

    writer.s32(value)

    expect(readS32(cursorOver(writer.view()))).toBe(value)
  },
)

it('writes numbers as the specification of LEB128 does', () => {
  const writer = byteWriter()

  writer.u32(624_485)
  writer.s32(-123_456)

  expect([...writer.view()]).toEqual([0xe5, 0x8e, 0x26, 0xc0, 0xbb, 0x78])
})

it('refuses a number that is longer than 32 bits', () => {
  const cursor = cursorOver(Uint8Array.of(0x80, 0x80, 0x80, 0x80, 0x80, 0x01))

  expect(() => readU32(cursor)).toThrow('longer than 32 bits')
})

it('refuses to read past its end', () => {
  const cursor = cursorOver(Uint8Array.of(0x80, 0x01), 0, 1)

  expect(() => readU32(cursor)).toThrow('ends too early')
})
