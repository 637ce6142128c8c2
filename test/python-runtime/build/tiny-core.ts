import { emptyModule } from '../../../python-runtime/build/wasm/module.ts'
import { Opcode } from '../../../python-runtime/build/wasm/opcodes.ts'
import { ValueType } from '../../../python-runtime/build/wasm/types.ts'
import { writeModule } from '../../../python-runtime/build/wasm/write-module.ts'
import {
  CARRIES,
  constant,
  defined,
  expression,
  filled,
  FOUR,
  GIVES,
  MAPS,
  mutable,
  NOTHING,
  TWO,
  types,
  written,
} from './tiny-modules.ts'

const { i32 } = ValueType

export const CORE_HEAP = 1024
export const BREAK_ADDRESS = 64
const ANSWER_ADDRESS = 16

/** A main module of a few instructions, shaped as emscripten shapes one. */
export function tinyCore(breakPointer = constant(BREAK_ADDRESS)): Uint8Array {
  const core = defined(2, [
    { name: 'emscripten_get_sbrk_ptr', type: GIVES, code: breakPointer },
    { name: '__wasm_call_ctors', type: NOTHING, code: [] },
    { name: 'clock', type: GIVES, code: constant(1) },
    { name: 'call_clock', type: GIVES, code: [Opcode.call, 4] },
    {
      name: 'double',
      type: MAPS,
      code: [Opcode.localGet, 0, Opcode.i32Const, 2, Opcode.i32Mul],
    },
    {
      name: 'call_trampoline',
      type: FOUR,
      code: [...[0, 1, 2, 3].flatMap((local) => [Opcode.localGet, local]), Opcode.call, 0],
    },
    { name: 'gl_address', type: GIVES, code: [Opcode.globalGet, 0] },
    { name: 'not_reached', type: NOTHING, code: [Opcode.call, 1] },
    {
      name: 'call_pointer',
      type: TWO,
      code: [Opcode.localGet, 1, Opcode.localGet, 0, Opcode.callIndirect, MAPS, 0],
    },
    { name: 'not_in_the_table', type: MAPS, code: [Opcode.localGet, 0] },
  ])

  return writeModule({
    ...emptyModule(),
    types,
    imports: [
      { module: 'env', name: '_PyEM_TrampolineCall_JS', kind: 'function', type: FOUR },
      { module: 'env', name: 'unused', kind: 'function', type: NOTHING },
      mutable('GOT.func', 'emscripten_glClear'),
    ],
    ...core,
    tables: [{ element: ValueType.funcref, limits: { minimum: 3, maximum: undefined } }],
    memories: [{ minimum: 1, maximum: undefined }],
    tags: [CARRIES],
    globals: [
      { type: { value: i32, mutable: true }, value: expression(constant(CORE_HEAP)) },
      { type: { value: i32, mutable: false }, value: expression(constant(CORE_HEAP)) },
      { type: { value: i32, mutable: false }, value: expression(constant(ANSWER_ADDRESS)) },
    ],
    exports: [
      { name: 'memory', kind: 'memory', index: 0 },
      { name: '__indirect_function_table', kind: 'table', index: 0 },
      { name: '__cpp_exception', kind: 'tag', index: 0 },
      { name: '__stack_pointer', kind: 'global', index: 1 },
      { name: '__heap_base', kind: 'global', index: 2 },
      { name: 'answer', kind: 'global', index: 3 },
      ...core.exports,
    ],
    elements: [filled(constant(1), [4, 6])],
    data: [
      written(constant(ANSWER_ADDRESS), [42, 0, 0, 0]),
      written(constant(BREAK_ADDRESS), [0, 4, 0, 0]),
    ],
  })
}
