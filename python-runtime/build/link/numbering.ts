import { Space } from '../wasm/opcodes.ts'
import type { Reachable } from './dead-code.ts'
import { at, type Program, type Unit } from './program.ts'
import { NOT_KEPT, type Relocation } from './relocate.ts'

/** The ids of what is kept, in the order of the new module; an id's place is its new index. */
export interface Numbering {
  functions: readonly number[]
  types: readonly number[]
  globals: readonly number[]
  tags: readonly number[]
  newFunction: (id: number) => number
  newType: (id: number) => number
  newGlobal: (id: number) => number
  newTag: (id: number) => number
}

/** Numbers what is kept: in the order of ids, but imported functions first, as wasm wants it. */
export function numberKept(program: Program, kept: Reachable): Numbering {
  const isImport = (id: number): boolean => at(program.functions, id).kind === 'import'
  const functions = [
    ...kept.functions.filter(isImport),
    ...kept.functions.filter((id) => !isImport(id)),
  ]

  return {
    ...kept,
    functions,
    newFunction: placeIn(functions, program.functions.length),
    newType: placeIn(kept.types, program.types.length),
    newGlobal: placeIn(kept.globals, program.globals.length),
    newTag: placeIn(kept.tags, program.tags.length),
  }
}

/** The new indices of a unit, for `relocateBody`. */
export function relocationOf(unit: Unit, numbering: Numbering): Relocation {
  const newIndices: number[][] = []
  const types = unit.typeIds.map(numbering.newType)

  newIndices[Space.function] = unit.functionIds.map(numbering.newFunction)
  newIndices[Space.type] = types
  newIndices[Space.signedType] = types
  newIndices[Space.table] = unit.tableIds
  newIndices[Space.global] = unit.globals.map((meaning) =>
    meaning.kind === 'global' ? numbering.newGlobal(meaning.id) : NOT_KEPT,
  )
  newIndices[Space.tag] = unit.tagIds.map(numbering.newTag)
  newIndices[Space.element] = unit.module.elements.map((_, index) => unit.firstElement + index)
  newIndices[Space.data] = unit.module.data.map((_, index) => unit.firstData + index)

  return { unit, newIndices }
}

function placeIn(ids: readonly number[], count: number): (id: number) => number {
  const places = Array<number>(count).fill(NOT_KEPT)

  ids.forEach((id, place) => (places[id] = place))

  return (id) => places[id] ?? NOT_KEPT
}
