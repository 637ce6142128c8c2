import {
  byteWriter,
  writeSized,
  writeVector,
} from '../../../python-runtime/build/wasm/byte-writer.ts'
import type {
  CustomSection,
  DataSegment,
  ElementSegment,
  Import,
  WasmModule,
} from '../../../python-runtime/build/wasm/module.ts'
import { Opcode } from '../../../python-runtime/build/wasm/opcodes.ts'
import { ValueType, type FunctionType } from '../../../python-runtime/build/wasm/types.ts'

/** What the modules of `tiny-core.ts` and `tiny-libraries.ts` are made of. */

const { i32 } = ValueType

/** Every tiny module has these types; their indices follow. */
export const types: FunctionType[] = [
  { parameters: [], results: [] },
  { parameters: [], results: [i32] },
  { parameters: [i32], results: [i32] },
  { parameters: [i32, i32, i32, i32], results: [i32] },
  { parameters: [i32], results: [] },
  { parameters: [i32, i32], results: [i32] },
]
export const NOTHING = 0
export const GIVES = 1
export const MAPS = 2
export const FOUR = 3
export const CARRIES = 4
export const TWO = 5

export function mutable(module: string, name: string): Import {
  return { module, name, kind: 'global', type: { value: i32, mutable: true } }
}

interface Dylink {
  memoryBytes: number
  tableSlots: number
  needed?: string[]
  weak?: string[]
}

/** The section that makes a side module, as DynamicLinking.md of the tool conventions describes it. */
export function dylink({ memoryBytes, tableSlots, needed = [], weak = [] }: Dylink): CustomSection {
  const writer = byteWriter()

  writer.byte(1)
  writeSized(writer, (inner) => {
    inner.u32(memoryBytes)
    inner.u32(2)
    inner.u32(tableSlots)
    inner.u32(0)
  })
  writer.byte(2)
  writeSized(writer, (inner) => writeVector(inner, needed, inner.name))
  writer.byte(4)
  writeSized(writer, (inner) =>
    writeVector(inner, weak, (name) => {
      inner.name('GOT.mem')
      inner.name(name)
      inner.u32(1)
    }),
  )

  return { name: 'dylink.0', bytes: writer.view() }
}

export function fixed(name: string): Import {
  return { module: 'env', name, kind: 'global', type: { value: i32, mutable: false } }
}

interface TinyFunction {
  name: string
  type: number
  code: readonly number[]
  /** The name is only for the reader. */
  hidden?: boolean
}

/** Functions from a first index on, and their exports. */
export function defined(
  first: number,
  list: TinyFunction[],
): Pick<WasmModule, 'functions' | 'code' | 'exports'> {
  return {
    functions: list.map(({ type }) => type),
    code: list.map(({ code }) => Uint8Array.of(0, ...code, Opcode.end)),
    exports: list
      .map(({ name, hidden }, position) => ({ name, hidden, index: first + position }))
      .filter(({ hidden }) => hidden !== true)
      .map(({ name, index }) => ({ name, kind: 'function', index })),
  }
}

export function constant(value: number): number[] {
  const writer = byteWriter()

  writer.byte(Opcode.i32Const)
  writer.s32(value)

  return [...writer.view()]
}

export function expression(code: readonly number[]): Uint8Array {
  return Uint8Array.of(...code, Opcode.end)
}

export function filled(offset: readonly number[], indices: number[]): ElementSegment {
  return {
    mode: { kind: 'active', table: 0, offset: expression(offset) },
    items: { kind: 'functions', functions: indices },
  }
}

export function written(offset: readonly number[], bytes: number[]): DataSegment {
  return {
    mode: { kind: 'active', memory: 0, offset: expression(offset) },
    bytes: Uint8Array.from(bytes),
  }
}
