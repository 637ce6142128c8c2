import { expect, it } from 'vitest'
import { meter } from '../../../../python-runtime/build/meter.ts'
import {
  cursorOver,
  readByte,
  readU32,
  readVector,
} from '../../../../python-runtime/build/wasm/cursor.ts'
import { importedCount } from '../../../../python-runtime/build/wasm/module.ts'
import { Opcode } from '../../../../python-runtime/build/wasm/opcodes.ts'
import { readModule } from '../../../../python-runtime/build/wasm/read-module.ts'
import { assemble } from '../run-metered.ts'

it('says of each of its branches that it is unlikely', async () => {
  const source = `(module
    (func $f)
    (func (export "run") (param i32)
      (loop (br_if 0 (local.get 0)))
      (loop (call $f) (br_if 0 (local.get 0)))))`

  const module = readModule(meter(await assemble(source)))

  const [section, ...others] = module.custom
  expect(section?.name).toBe('metadata.code.branch_hint')
  expect(others).toEqual([])
  const hints = readVector(cursorOver(section?.bytes ?? new Uint8Array()), (cursor) => ({
    body: module.code[readU32(cursor) - importedCount(module, 'function')],
    hints: readVector(cursor, (at) => [readU32(at), readByte(at), readByte(at)]),
  }))
  const opcodes = hints.map(({ body, hints: each }) => each.map(([offset]) => body?.[offset ?? 0]))
  expect(opcodes).toEqual([[Opcode.if, Opcode.brIf, Opcode.if], [Opcode.if], [Opcode.if]])
  expect(hints.flatMap(({ hints: each }) => each.map(([, ...hint]) => hint))).toEqual(
    Array.from({ length: 5 }, () => [1, 0]),
  )
})
