import { importedCount, type Export, type Import } from '../wasm/module.ts'
import { evaluate } from './constants.ts'
import { at, importId, type GlobalMeaning, type Program, type Unit } from './program.ts'
import type { SlotTable } from './slots.ts'
import { foldStart, knownValue } from './units.ts'

/** A name that a unit needs and none defines. */
export interface MissingSymbol {
  name: string
  unit: Unit
}

/** The module of global imports that hold addresses of data and of functions: the global offset table. */
const DATA_ADDRESSES = 'GOT.mem'
const FUNCTION_ADDRESSES = 'GOT.func'

/** Where a unit looks for a symbol, in this order. */
export type Scopes = ReadonlyMap<Unit, readonly Unit[]>

/** Gives a meaning to every import of functions, tables and tags. */
export function resolveImports(program: Program, scopes: Scopes): MissingSymbol[] {
  const missing: MissingSymbol[] = []

  for (const unit of program.units) {
    forEachImport(unit, 'function', (entry, index) => {
      const type = at(unit.typeIds, entry.kind === 'function' ? entry.type : 0)
      const found = lookUp(scopes, unit, entry)

      if (found === undefined) {
        unit.functionIds[index] = importId(program, entry.module, entry.name, type)
        missing.push({ name: entry.name, unit })
        return
      }
      const id = at(found.unit.functionIds, found.index)

      if (program.functions[id]?.type !== type) {
        throw new Error(`${unit.name} expects another type of ${entry.name}.`)
      }
      unit.functionIds[index] = id
    })
    forEachImport(unit, 'table', (entry, index) => {
      const { unit: owner, index: ownerIndex } = mustLookUp(scopes, unit, entry)

      unit.tableIds[index] = at(owner.tableIds, ownerIndex)
    })
    forEachImport(unit, 'tag', (entry, index) => {
      const { unit: owner, index: ownerIndex } = mustLookUp(scopes, unit, entry)

      unit.tagIds[index] = at(owner.tagIds, ownerIndex)
    })
  }

  return missing
}

/** Gives a meaning to every import of a global; addresses of functions are their slots in the table. */
export function resolveGlobals(
  program: Program,
  scopes: Scopes,
  slots: SlotTable,
): MissingSymbol[] {
  const missing: MissingSymbol[] = []

  function meaning(unit: Unit, entry: Import): GlobalMeaning {
    switch (entry.module) {
      case FUNCTION_ADDRESSES: {
        const found = lookUp(scopes, unit, { ...entry, kind: 'function' })

        if (found === undefined) {
          missing.push({ name: entry.name, unit })
          return { kind: 'constant', value: 0 }
        }
        return { kind: 'constant', value: slots.slotOf(at(found.unit.functionIds, found.index)) }
      }
      case DATA_ADDRESSES:
        return { kind: 'constant', value: dataAddress(scopes, unit, entry) }
      default: {
        const found = mustLookUp(scopes, unit, entry)

        return at(found.unit.globals, found.index)
      }
    }
  }

  for (const unit of program.units) {
    forEachImport(unit, 'global', (entry, index) => {
      if (knownValue(unit, index) === undefined) {
        unit.globals[index] = meaning(unit, entry)
      }
    })
    foldStart(unit)
  }

  return missing
}

interface Definition {
  unit: Unit
  index: number
}

/** Finds what an import names. A module that exports what it imports does not define it. */
function lookUp(
  scopes: Scopes,
  unit: Unit,
  { name, kind }: Pick<Export, 'name' | 'kind'>,
): Definition | undefined {
  for (const owner of scopes.get(unit) ?? []) {
    const found = owner.exports.get(name)

    if (found?.kind === kind && found.index >= importedCount(owner.module, kind)) {
      return { unit: owner, index: found.index }
    }
  }

  return undefined
}

function mustLookUp(scopes: Scopes, unit: Unit, entry: Import): Definition {
  const found = lookUp(scopes, unit, entry)

  if (found === undefined) {
    throw new Error(
      `${unit.name} needs the ${entry.kind} ${entry.module}.${entry.name}, which is nowhere.`,
    )
  }

  return found
}

/** A symbol of data is a constant global that holds the address relative to its module's place. */
function dataAddress(scopes: Scopes, unit: Unit, entry: Import): number {
  if (unit.linking.weak.has(entry.name) && lookUp(scopes, unit, entry) === undefined) {
    return 0
  }
  const { unit: owner, index } = mustLookUp(scopes, unit, entry)
  const { type, value } = at(owner.module.globals, index - importedCount(owner.module, 'global'))

  if (type.mutable) {
    throw new Error(`${entry.name} of ${owner.name} is not a symbol of data.`)
  }

  return owner.memoryBase + evaluate(value, (global) => knownValue(owner, global))
}

function forEachImport(
  unit: Unit,
  kind: Import['kind'],
  visit: (entry: Import, index: number) => void,
): void {
  unit.module.imports.filter((entry) => entry.kind === kind).forEach(visit)
}
