import { emptyModule, type Export, type Import } from '../../../python-runtime/build/wasm/module.ts'
import { Opcode } from '../../../python-runtime/build/wasm/opcodes.ts'
import { ValueType } from '../../../python-runtime/build/wasm/types.ts'
import { writeModule } from '../../../python-runtime/build/wasm/write-module.ts'
import {
  CARRIES,
  constant,
  defined,
  dylink,
  expression,
  filled,
  fixed,
  GIVES,
  MAPS,
  mutable,
  NOTHING,
  TWO,
  types,
  written,
} from './tiny-modules.ts'

/**
 * Side modules of a few instructions, shaped as emscripten shapes them.
 *
 * Functions that a test calls are named `PyInit_…`, since these get a table slot.
 */

const { i32 } = ValueType

/** Imports of every side module: its place (globals 0 and 1), then the others. */
function sideImports(...others: Import[]): Import[] {
  return [
    { module: 'env', name: 'memory', kind: 'memory', limits: { minimum: 0, maximum: undefined } },
    {
      module: 'env',
      name: '__indirect_function_table',
      kind: 'table',
      type: { element: ValueType.funcref, limits: { minimum: 0, maximum: undefined } },
    },
    fixed('__memory_base'),
    fixed('__table_base'),
    { module: 'env', name: '__cpp_exception', kind: 'tag', type: CARRIES },
    ...others,
  ]
}

const MEMORY_BASE = [Opcode.globalGet, 0]
/** The address of the word that is relocated. */
const RELOCATED = [...MEMORY_BASE, Opcode.i32Const, 8, Opcode.i32Add]
const SET_OWN_GLOBAL = [...MEMORY_BASE, Opcode.i32Const, 12, Opcode.i32Add, Opcode.globalSet, 8]
const TABLE_BASE = [Opcode.globalGet, 1]
const LOAD = [0x28, 2, 0]
const STORE = [0x36, 2, 0]

/** Takes addresses of functions and data in every way there is, and throws. */
export function addressing(): Uint8Array {
  const library = defined(1, [
    {
      name: 'own',
      type: MAPS,
      code: [Opcode.localGet, 0, Opcode.i32Const, 5, Opcode.i32Add],
    },
    { name: 'PyInit_double_pointer', type: GIVES, code: [Opcode.globalGet, 2] },
    { name: 'PyInit_own_pointer', type: GIVES, code: [Opcode.globalGet, 3] },
    { name: 'PyInit_own_pointer_by_base', type: GIVES, code: TABLE_BASE },
    { name: 'PyInit_added_pointer', type: GIVES, code: [Opcode.globalGet, 4] },
    { name: 'PyInit_undefined_pointer', type: GIVES, code: [Opcode.globalGet, 5] },
    { name: 'PyInit_answer', type: GIVES, code: [Opcode.globalGet, 6, ...LOAD] },
    { name: 'PyInit_own_data', type: GIVES, code: [Opcode.globalGet, 7, ...LOAD] },
    {
      name: 'PyInit_relocated',
      type: GIVES,
      code: [...RELOCATED, ...LOAD],
    },
    // Global 8 is the module's own, which its start function sets.
    { name: 'PyInit_constructed', type: GIVES, code: [Opcode.globalGet, 8, ...LOAD] },
    { name: 'PyInit_undefined', type: GIVES, code: [Opcode.call, 0] },
    { name: 'PyInit_throw', type: MAPS, code: [Opcode.localGet, 0, Opcode.throw, 0] },
    {
      name: 'start',
      hidden: true,
      type: NOTHING,
      code: [...SET_OWN_GLOBAL, ...MEMORY_BASE, Opcode.i32Const, 3, ...STORE],
    },
    {
      name: '__wasm_apply_data_relocs',
      type: NOTHING,
      code: [...RELOCATED, Opcode.globalGet, 2, ...STORE],
    },
    {
      name: '__wasm_call_ctors',
      type: NOTHING,
      // It reads what the relocation wrote, so that the order of the two is seen.
      code: [
        Opcode.globalGet,
        8,
        ...RELOCATED,
        ...LOAD,
        Opcode.i32Const,
        7,
        Opcode.i32Add,
        ...STORE,
      ],
    },
  ])

  return writeModule({
    ...emptyModule(),
    types,
    custom: [dylink({ memoryBytes: 16, tableSlots: 1 })],
    imports: sideImports(
      { module: 'env', name: 'nowhere', kind: 'function', type: GIVES },
      mutable('GOT.func', 'double'),
      mutable('GOT.func', 'own'),
      mutable('GOT.func', 'not_in_the_table'),
      mutable('GOT.func', 'nowhere_either'),
      mutable('GOT.mem', 'answer'),
      mutable('GOT.mem', 'own_data'),
    ),
    ...library,
    globals: [
      { type: { value: i32, mutable: true }, value: expression(constant(0)) },
      { type: { value: i32, mutable: false }, value: expression(constant(4)) },
    ],
    exports: [...library.exports, { name: 'own_data', kind: 'global', index: 9 }],
    start: 13,
    elements: [filled(TABLE_BASE, [1])],
    data: [written(MEMORY_BASE, [1, 0, 0, 0, 99, 0, 0, 0])],
  })
}

const CALL_POINTER_IN_TRY = [
  Opcode.try,
  i32,
  Opcode.localGet,
  0,
  Opcode.i32Const,
  5,
  Opcode.call,
  0,
]

/** Shares addresses with the first library, and catches what it throws. */
export function catching(): Uint8Array {
  return writeModule({
    ...emptyModule(),
    types,
    custom: [dylink({ memoryBytes: 4, tableSlots: 1 })],
    imports: sideImports(
      { module: 'env', name: 'call_pointer', kind: 'function', type: TWO },
      mutable('GOT.func', 'not_in_the_table'),
    ),
    ...defined(1, [
      { name: 'PyInit_added_pointer', type: GIVES, code: [Opcode.globalGet, 2] },
      { name: 'PyInit_first_byte', type: GIVES, code: [...MEMORY_BASE, ...LOAD] },
      {
        name: 'PyInit_catch',
        type: MAPS,
        code: [
          ...CALL_POINTER_IN_TRY,
          Opcode.catch,
          0,
          Opcode.i32Const,
          50,
          Opcode.i32Add,
          Opcode.end,
        ],
      },
    ]),
    elements: [filled(TABLE_BASE, [3])],
    data: [written(MEMORY_BASE, [77, 0, 0, 0])],
  })
}

/** Imports one thing; its one function is `PyInit_x`. */
export function importing(
  entry: Import,
  { code = [], type = NOTHING, exports = [], needed = [], weak = [] }: ImportingOptions = {},
): Uint8Array {
  const library = defined(entry.kind === 'function' ? 1 : 0, [{ name: 'PyInit_x', type, code }])

  return writeModule({
    ...emptyModule(),
    ...library,
    types,
    custom: [dylink({ memoryBytes: 0, tableSlots: 0, needed, weak })],
    imports: sideImports(entry),
    exports: [...library.exports, ...exports],
  })
}

interface ImportingOptions {
  code?: number[]
  type?: number
  /** Besides `PyInit_x`. */
  exports?: Export[]
  needed?: string[]
  weak?: string[]
}

/** Has nothing but room for data. */
export function wide(memoryBytes: number): Uint8Array {
  return writeModule({
    ...emptyModule(),
    custom: [dylink({ memoryBytes, tableSlots: 0 })],
  })
}

/** Copies its data and its functions itself, when it is asked to. */
export function passive(): Uint8Array {
  return writeModule({
    ...emptyModule(),
    types,
    custom: [dylink({ memoryBytes: 4, tableSlots: 1 })],
    imports: sideImports(),
    ...defined(0, [
      { name: 'five', hidden: true, type: GIVES, code: [Opcode.i32Const, 5] },
      {
        name: 'PyInit_data',
        type: GIVES,
        code: [
          ...MEMORY_BASE,
          ...[0, 4].flatMap(constant),
          ...MEMORY_INIT,
          ...MEMORY_BASE,
          ...LOAD,
        ],
      },
      {
        name: 'PyInit_function',
        type: GIVES,
        code: [...TABLE_BASE, ...[0, 1].flatMap(constant), ...TABLE_INIT, ...TABLE_BASE, ...CALL],
      },
    ]),
    elements: [{ mode: { kind: 'passive' }, items: { kind: 'functions', functions: [0] } }],
    data: [{ mode: { kind: 'passive' }, bytes: Uint8Array.of(6, 0, 0, 0) }],
  })
}

/** Of the module's segment 0, into memory 0 and table 0. */
const MEMORY_INIT = [0xfc, 8, 0, 0]
const TABLE_INIT = [0xfc, 12, 0, 0]
const CALL = [Opcode.callIndirect, GIVES, 0]
