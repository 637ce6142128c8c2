import { expect, it } from 'vitest'
import { cursorOver } from '../../../../python-runtime/build/wasm/cursor.ts'
import {
  eachInstruction,
  skipExpression,
} from '../../../../python-runtime/build/wasm/instructions.ts'
import { Opcode, Space } from '../../../../python-runtime/build/wasm/opcodes.ts'

it('says of every instruction where it stands', () => {
  // block (result i32), i32.const 300, br 0, end, drop
  const code = Uint8Array.of(0x02, 0x7f, 0x41, 0xac, 0x02, 0x0c, 0x00, 0x0b, 0x1a)

  expect(decode(code).map(({ opcode, start, end }) => [opcode, start, end])).toEqual([
    [Opcode.block, 0, 2],
    [Opcode.i32Const, 2, 5],
    [Opcode.br, 5, 7],
    [Opcode.end, 7, 8],
    [Opcode.drop, 8, 9],
  ])
})

it.each([
  { name: 'call', code: [0x10, 0x80, 0x01], indices: [[Space.function, 128, 1, 3]] },
  {
    name: 'call_indirect',
    code: [0x11, 0x05, 0x00],
    indices: [
      [Space.type, 5, 1, 2],
      [Space.table, 0, 2, 3],
    ],
  },
  { name: 'global.get', code: [0x23, 0x07], indices: [[Space.global, 7, 1, 2]] },
  { name: 'a block of a type', code: [0x02, 0xc1, 0x00], indices: [[Space.signedType, 65, 1, 3]] },
  {
    name: 'a block that gives a reference to a type',
    code: [0x02, 0x64, 0xc1, 0x00],
    indices: [[Space.signedType, 65, 2, 4]],
  },
  { name: 'a block that gives what was thrown', code: [0x02, 0x64, 0x69], indices: [] },
  { name: 'call_ref', code: [0x14, 0x05], indices: [[Space.type, 5, 1, 2]] },
  { name: 'catch', code: [0x07, 0x01], indices: [[Space.tag, 1, 1, 2]] },
  { name: 'delegate', code: [0x18, 0x02], indices: [[Space.label, 2, 1, 2]] },
  { name: 'ref.test', code: [0xfb, 0x14, 0x03], indices: [[Space.signedType, 3, 2, 3]] },
  {
    name: 'memory.init',
    code: [0xfc, 0x08, 0x09, 0x00],
    indices: [
      [Space.data, 9, 2, 3],
      [Space.memory, 0, 3, 4],
    ],
  },
  {
    name: 'br_table',
    code: [0x0e, 0x01, 0x03, 0x04],
    indices: [
      [Space.label, 3, 2, 3],
      [Space.label, 4, 3, 4],
    ],
  },
  { name: 'a load from another memory', code: [0x28, 0x42, 0x01, 0x10], indices: [[4, 1, 2, 3]] },
  { name: 'f64.const', code: [0x44, 0, 0, 0, 0, 0, 0, 0, 0], indices: [] },
  { name: 'v128.const', code: [0xfd, 0x0c, ...Array<number>(16).fill(0x10)], indices: [] },
])('gives the indices of $name', ({ code, indices }) => {
  expect(decode(Uint8Array.from(code)).map((instruction) => instruction.indices)).toEqual([indices])
})

it('ends an expression at the end that closes no block', () => {
  // block, end, try, delegate 0, end; then another byte
  const cursor = cursorOver(Uint8Array.of(0x02, 0x40, 0x0b, 0x06, 0x40, 0x18, 0x00, 0x0b, 0x00))

  skipExpression(cursor)

  expect(cursor.position).toBe(8)
})

it('refuses an opcode that it does not know', () => {
  expect(() => decode(Uint8Array.of(0xff))).toThrow('no instruction 0xff')
})

function decode(code: Uint8Array) {
  const instructions: { opcode: number; start: number; end: number; indices: number[][] }[] = []

  eachInstruction(cursorOver(code), (instruction) => {
    const { opcode, start, end, indexCount } = instruction
    const indices = instruction.spaces
      .slice(0, indexCount)
      .map((space, at) => [
        space,
        instruction.indices[at] ?? -1,
        instruction.indexStarts[at] ?? -1,
        instruction.indexEnds[at] ?? -1,
      ])

    instructions.push({ opcode, start, end, indices })
  })

  return instructions
}
