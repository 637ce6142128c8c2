import type { CustomSection } from '../wasm/module.ts'
import { functionNamesSection, readFunctionNames } from '../wasm/names.ts'
import type { Numbering } from './numbering.ts'
import { at, type Program, type Unit } from './program.ts'

/**
 * Names for every function, so that stack traces can be read: the name that the module itself gives, else the one
 * that it exports the function by, else its number in the module.
 */
export function mergedNames(program: Program, numbering: Numbering): CustomSection {
  const ownNames = new Map(program.units.map((unit) => [unit, namesOf(unit)]))
  const names = numbering.functions.map((id, index): [number, string] => {
    const entry = at(program.functions, id)

    if (entry.kind === 'import') {
      return [index, entry.name]
    }
    const name = ownNames.get(entry.unit)?.get(entry.index) ?? String(entry.index)

    return [index, `${entry.unit.name}:${name}`]
  })

  return functionNamesSection(new Map(names))
}

function namesOf(unit: Unit): Map<number, string> {
  const names = readFunctionNames(unit.module)

  for (const { name, kind, index } of unit.module.exports) {
    if (kind === 'function' && !names.has(index)) {
      names.set(index, name)
    }
  }

  return names
}
