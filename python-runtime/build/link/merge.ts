import {
  emptyModule,
  type DataSegment,
  type ElementSegment,
  type Export,
  type WasmModule,
} from '../wasm/module.ts'
import type { Limits } from '../wasm/types.ts'
import { constantExpression, evaluate } from './constants.ts'
import { relocationOf, type Numbering } from './numbering.ts'
import { at, type Program, type Unit } from './program.ts'
import { relocateBody, relocateExpression, type Relocation } from './relocate.ts'
import { FUNCTION_TABLE, elementOffset } from './slots.ts'
import { knownValue } from './units.ts'

/** What the whole has besides what the units bring along. */
export interface Whole {
  memory: Limits
  /** How many slots the table for calls through pointers has at the start. */
  tableSlots: number
  /** The functions, as ids, that fill the last of these slots. */
  addedToTable: readonly number[]
  /** Exports by id. */
  exports: readonly Export[]
  /** Written into memory after the data of the units. */
  data: readonly { address: number; bytes: Uint8Array }[]
}

export interface Merged {
  module: WasmModule
  /** How many bytes of code each unit has in the module. */
  codeBytes: ReadonlyMap<Unit, number>
}

/** Makes one module of what is kept. */
export function merge(program: Program, numbering: Numbering, whole: Whole): Merged {
  const module = emptyModule()
  const codeBytes = new Map(program.units.map((unit) => [unit, 0]))
  const relocations = new Map(program.units.map((unit) => [unit, relocationOf(unit, numbering)]))

  module.types = numbering.types.map((id) => at(program.types, id))
  module.tables = program.tables.map((type, id) =>
    id === FUNCTION_TABLE
      ? { ...type, limits: { minimum: whole.tableSlots, maximum: undefined } }
      : type,
  )
  module.memories = [whole.memory]
  module.tags = numbering.tags.map((id) => numbering.newType(at(program.tags, id)))
  module.globals = numbering.globals.map((id) => {
    const { unit, type, value } = at(program.globals, id)

    return { type, value: relocateExpression(of(relocations, unit), value) }
  })
  for (const id of numbering.functions) {
    const entry = at(program.functions, id)
    const type = numbering.newType(entry.type)

    if (entry.kind === 'import') {
      module.imports.push({ module: entry.module, name: entry.name, kind: 'function', type })
      continue
    }
    const body = relocateBody(of(relocations, entry.unit), entry)

    module.functions.push(type)
    module.code.push(body)
    codeBytes.set(entry.unit, of(codeBytes, entry.unit) + body.length)
  }
  module.exports = whole.exports.map((entry) => ({ ...entry, index: newIndex(numbering, entry) }))
  module.elements = [
    ...program.units.flatMap((unit) => elements(of(relocations, unit), numbering)),
    addedElements(numbering, whole),
  ]
  module.data = [...program.units.flatMap(data), ...whole.data.map(fixedData)]

  return { module, codeBytes }
}

function of<V>(map: ReadonlyMap<Unit, V>, unit: Unit): V {
  const found = map.get(unit)

  if (found === undefined) {
    throw new Error(`${unit.name} is not a part of the program.`)
  }

  return found
}

function newIndex(numbering: Numbering, { kind, index }: Export): number {
  switch (kind) {
    case 'function':
      return numbering.newFunction(index)
    case 'global':
      return numbering.newGlobal(index)
    case 'tag':
      return numbering.newTag(index)
    case 'memory':
    case 'table':
      return index
  }
}

function elements(relocation: Relocation, numbering: Numbering): ElementSegment[] {
  const { unit } = relocation

  return unit.module.elements.map(({ mode, items }) => ({
    mode:
      mode.kind === 'active'
        ? {
            kind: 'active',
            table: at(unit.tableIds, mode.table),
            offset: constantExpression(elementOffset(unit, mode.offset)),
          }
        : mode,
    items:
      items.kind === 'functions'
        ? {
            kind: 'functions',
            functions: items.functions.map((index) =>
              numbering.newFunction(at(unit.functionIds, index)),
            ),
          }
        : {
            ...items,
            expressions: items.expressions.map((expression) =>
              relocateExpression(relocation, expression),
            ),
          },
  }))
}

function addedElements(numbering: Numbering, whole: Whole): ElementSegment {
  return {
    mode: {
      kind: 'active',
      table: FUNCTION_TABLE,
      offset: constantExpression(whole.tableSlots - whole.addedToTable.length),
    },
    items: { kind: 'functions', functions: whole.addedToTable.map(numbering.newFunction) },
  }
}

function data(unit: Unit): DataSegment[] {
  return unit.module.data.map(({ mode, bytes }) =>
    mode.kind === 'active'
      ? fixedData({
          address: evaluate(mode.offset, (index) => knownValue(unit, index)),
          bytes,
        })
      : { mode, bytes },
  )
}

function fixedData({ address, bytes }: { address: number; bytes: Uint8Array }): DataSegment {
  return { mode: { kind: 'active', memory: 0, offset: constantExpression(address) }, bytes }
}
