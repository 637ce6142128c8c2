import type { Export, WasmModule } from '../wasm/module.ts'
import type { FunctionType, GlobalType, TableType } from '../wasm/types.ts'
import type { DynamicLinking } from './dylink.ts'

/**
 * All modules as one, before it is known what of it is used.
 *
 * Each list is an index space of the whole; an index into it is called an id, so as not to be confused with the
 * indices of a single module.
 */
export interface Program {
  types: FunctionType[]
  functions: ProgramFunction[]
  globals: ProgramGlobal[]
  tables: TableType[]
  /** The type id of each tag. */
  tags: number[]
  units: Unit[]
  /** Ids of types and of imported functions by what makes two of them the same. */
  typeIds: Map<string, number>
  importIds: Map<string, number>
}

/** A function that somebody must provide at run time, or one that has a body in a unit. */
type ProgramFunction =
  | { kind: 'import'; module: string; name: string; type: number }
  | { kind: 'defined'; unit: Unit; index: number; type: number; body: Uint8Array }

interface ProgramGlobal {
  unit: Unit
  type: GlobalType
  /** A constant expression in the unit's indices. */
  value: Uint8Array
}

/** One input module, its place in memory and table, and what each of its indices means in the whole. */
export interface Unit {
  name: string
  module: WasmModule
  linking: DynamicLinking
  exports: Map<string, Export>
  memoryBase: number
  tableBase: number
  typeIds: number[]
  functionIds: number[]
  globals: GlobalMeaning[]
  tableIds: number[]
  tagIds: number[]
  /** Where the unit's element and data segments begin among all. */
  firstElement: number
  firstData: number
}

/** A global of a unit is one of the whole, or, where its value is known now, that value. */
export type GlobalMeaning = { kind: 'global'; id: number } | { kind: 'constant'; value: number }

export function emptyProgram(): Program {
  return {
    types: [],
    functions: [],
    globals: [],
    tables: [],
    tags: [],
    units: [],
    typeIds: new Map(),
    importIds: new Map(),
  }
}

/** The id of a type: equal types have one. */
export function typeId(program: Program, type: FunctionType): number {
  const key = JSON.stringify(type)
  const id = program.typeIds.get(key) ?? program.types.push(type) - 1

  program.typeIds.set(key, id)

  return id
}

/** The id of a function to be provided at run time: one for each name and type. */
export function importId(program: Program, module: string, name: string, type: number): number {
  const key = `${module}\0${name}\0${type}`
  const id =
    program.importIds.get(key) ?? program.functions.push({ kind: 'import', module, name, type }) - 1

  program.importIds.set(key, id)

  return id
}

/** What stands at an index that must exist. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items[index]

  if (item === undefined) {
    throw new Error(`There is nothing at index ${index} of ${items.length}.`)
  }

  return item
}
