import { expect, it } from 'vitest'
import { emptyModule, type WasmModule } from '../../../../python-runtime/build/wasm/module.ts'
import {
  functionNamesSection,
  readFunctionNames,
} from '../../../../python-runtime/build/wasm/names.ts'
import { readModule } from '../../../../python-runtime/build/wasm/read-module.ts'
import { ValueType } from '../../../../python-runtime/build/wasm/types.ts'
import { writeModule } from '../../../../python-runtime/build/wasm/write-module.ts'

const zero = Uint8Array.of(0x41, 0x00, 0x0b)

/** One of everything that a module can hold. */
const everything: WasmModule = {
  types: [
    { parameters: [], results: [] },
    { parameters: [ValueType.i32, ValueType.f64], results: [ValueType.i64] },
    // A function of type 0, and null or anything that was thrown (-0x17).
    { parameters: [{ nullable: false, heap: 0 }], results: [{ nullable: true, heap: -0x17 }] },
  ],
  imports: [
    { module: 'env', name: 'call', kind: 'function', type: 1 },
    {
      module: 'env',
      name: 'global',
      kind: 'global',
      type: { value: ValueType.i32, mutable: true },
    },
    { module: 'env', name: 'tag', kind: 'tag', type: 0 },
    {
      module: 'env',
      name: 'table',
      kind: 'table',
      type: { element: ValueType.funcref, limits: { minimum: 1, maximum: 9 } },
    },
  ],
  functions: [0, 0],
  tables: [{ element: ValueType.funcref, limits: { minimum: 7, maximum: undefined } }],
  memories: [{ minimum: 1, maximum: undefined }],
  tags: [0],
  globals: [{ type: { value: ValueType.i32, mutable: false }, value: zero }],
  exports: [
    { name: 'memory', kind: 'memory', index: 0 },
    { name: 'run', kind: 'function', index: 1 },
  ],
  start: 2,
  elements: [
    {
      mode: { kind: 'active', table: 1, offset: zero },
      items: { kind: 'functions', functions: [1, 2] },
    },
    {
      mode: { kind: 'passive' },
      items: {
        kind: 'expressions',
        type: ValueType.funcref,
        expressions: [Uint8Array.of(0xd2, 0x01, 0x0b), Uint8Array.of(0xd0, 0x70, 0x0b)],
      },
    },
    { mode: { kind: 'declarative' }, items: { kind: 'functions', functions: [1] } },
  ],
  code: [Uint8Array.of(0x00, 0x0b), Uint8Array.of(0x01, 0x02, 0x7f, 0x01, 0x0b)],
  data: [
    { mode: { kind: 'active', memory: 0, offset: zero }, bytes: Uint8Array.of(1, 2, 3) },
    { mode: { kind: 'passive' }, bytes: Uint8Array.of(4) },
  ],
  custom: [functionNamesSection(new Map([[1, 'run']]))],
}

it('reads back what it wrote', () => {
  expect(readModule(writeModule(everything))).toEqual(everything)
})

it('writes what an engine accepts', () => {
  expect(WebAssembly.validate(writeModule(everything))).toBe(true)
})

it('writes an empty module as its preamble alone', () => {
  expect([...writeModule(emptyModule())]).toEqual([0x00, 0x61, 0x73, 0x6d, 0x01, 0, 0, 0])
})

it('reads the names of functions', () => {
  expect(readFunctionNames(everything)).toEqual(new Map([[1, 'run']]))
})

it('refuses what is not a wasm module', () => {
  expect(() => readModule(new TextEncoder().encode('\u007fELF....'))).toThrow('not a WebAssembly')
})
