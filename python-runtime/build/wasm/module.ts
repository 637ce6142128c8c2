import type { FunctionType, GlobalType, Limits, TableType, ValueType } from './types.ts'

/**
 * A wasm module taken apart.
 *
 * Every list holds what its section holds, in its order; indices count imports first, as in the binary.
 * Code, constant expressions and data stay bytes: `readInstruction` reads into the first two.
 */
export interface WasmModule {
  types: FunctionType[]
  imports: Import[]
  /** The type index of each function that has a body here. */
  functions: number[]
  tables: TableType[]
  memories: Limits[]
  /** The type index of each tag that is defined here. */
  tags: number[]
  globals: Global[]
  exports: Export[]
  start: number | undefined
  elements: ElementSegment[]
  /** The bodies of `functions`: declarations of locals, instructions and their `end`. */
  code: Uint8Array[]
  data: DataSegment[]
  custom: CustomSection[]
}

export type Import = { module: string; name: string } & (
  | { kind: 'function'; type: number }
  | { kind: 'table'; type: TableType }
  | { kind: 'memory'; limits: Limits }
  | { kind: 'global'; type: GlobalType }
  | { kind: 'tag'; type: number }
)

export type ExternalKind = Import['kind']

/** The byte of each kind is its place here. */
export const externalKinds = ['function', 'table', 'memory', 'global', 'tag'] as const

export interface Export {
  name: string
  kind: ExternalKind
  index: number
}

interface Global {
  type: GlobalType
  /** A constant expression, its `end` included. */
  value: Uint8Array
}

export interface ElementSegment {
  mode: { kind: 'active'; table: number; offset: Uint8Array } | { kind: 'passive' | 'declarative' }
  items:
    | { kind: 'functions'; functions: number[] }
    /** Each one a constant expression, its `end` included. */
    | { kind: 'expressions'; type: ValueType; expressions: Uint8Array[] }
}

export interface DataSegment {
  mode: { kind: 'active'; memory: number; offset: Uint8Array } | { kind: 'passive' }
  bytes: Uint8Array
}

export interface CustomSection {
  name: string
  bytes: Uint8Array
}

export const SectionId = {
  custom: 0,
  type: 1,
  import: 2,
  function: 3,
  table: 4,
  memory: 5,
  global: 6,
  export: 7,
  start: 8,
  element: 9,
  code: 10,
  data: 11,
  dataCount: 12,
  tag: 13,
} as const

/** "\0asm" and version 1. */
export const PREAMBLE = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00] as const

export function emptyModule(): WasmModule {
  return {
    types: [],
    imports: [],
    functions: [],
    tables: [],
    memories: [],
    tags: [],
    globals: [],
    exports: [],
    start: undefined,
    elements: [],
    code: [],
    data: [],
    custom: [],
  }
}

/** The index of what the module exports by a name. @throws when it exports no such thing. */
export function exportedIndex(module: WasmModule, kind: ExternalKind, name: string): number {
  const found = module.exports.find((entry) => entry.kind === kind && entry.name === name)
  if (found === undefined) throw new Error(`The module does not export the ${kind} ${name}.`)
  return found.index
}

/** How many indices of a kind the imports take before the module's own begin. */
export function importedCount(module: WasmModule, kind: ExternalKind): number {
  return module.imports.filter((entry) => entry.kind === kind).length
}
