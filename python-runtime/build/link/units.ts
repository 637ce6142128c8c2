import { cursorOver } from '../wasm/cursor.ts'
import { importedCount, type ExternalKind, type WasmModule } from '../wasm/module.ts'
import { eachLocal, skipLocals } from '../wasm/read-module.ts'
import type { ValueType } from '../wasm/types.ts'
import { follow } from './constants.ts'
import type { PlacedModule } from './layout.ts'
import { at, importId, typeId, type GlobalMeaning, type Program, type Unit } from './program.ts'

/** Stands where an import is not resolved yet. */
const UNRESOLVED = -1

/**
 * Adds a module to the program: what it defines gets ids, what it imports is left to `resolveImports`.
 *
 * The functions that it exports by a name in `replaced` are imports of that name from then on.
 */
export function addUnit(
  program: Program,
  placed: PlacedModule,
  replaced: ReadonlySet<string> = new Set(),
): Unit {
  const { module } = placed
  refuseReferences(placed)
  const previous = program.units.at(-1)
  const unit: Unit = {
    ...placed,
    exports: new Map(module.exports.map((entry) => [entry.name, entry])),
    typeIds: module.types.map((type) => typeId(program, type)),
    functionIds: unresolved(module, 'function'),
    globals: module.imports
      .filter(({ kind }) => kind === 'global')
      .map(({ name }) => ownPlace(placed, name) ?? { kind: 'global', id: UNRESOLVED }),
    tableIds: unresolved(module, 'table'),
    tagIds: unresolved(module, 'tag'),
    firstElement: previous ? previous.firstElement + previous.module.elements.length : 0,
    firstData: previous ? previous.firstData + previous.module.data.length : 0,
  }

  program.units.push(unit)
  for (const type of module.tables) {
    unit.tableIds.push(program.tables.push(type) - 1)
  }
  for (const type of module.tags) {
    unit.tagIds.push(program.tags.push(at(unit.typeIds, type)) - 1)
  }
  defineFunctions(program, unit, replaced)
  defineGlobals(program, unit)

  return unit
}

/** Types get new numbers in the program, and are not looked for in references to them: compilers write none. */
function refuseReferences({ name, module }: PlacedModule): void {
  const refuse = (type: ValueType) => {
    if (typeof type === 'object') throw new Error(`${name} has a reference to a type.`)
  }
  for (const { parameters, results } of module.types) [...parameters, ...results].forEach(refuse)
  for (const { element } of module.tables) refuse(element)
  for (const { type } of module.globals) refuse(type.value)
  for (const body of module.code) eachLocal(cursorOver(body), refuse)
}

/** The globals by which a side module learns its place, from DynamicLinking.md of the tool conventions. */
function ownPlace(placed: PlacedModule, name: string): GlobalMeaning | undefined {
  switch (name) {
    case '__memory_base':
      return { kind: 'constant', value: placed.memoryBase }
    case '__table_base':
      return { kind: 'constant', value: placed.tableBase }
    default:
      return undefined
  }
}

function unresolved(module: WasmModule, kind: ExternalKind): number[] {
  return Array<number>(importedCount(module, kind)).fill(UNRESOLVED)
}

function defineFunctions(program: Program, unit: Unit, replaced: ReadonlySet<string>): void {
  const replacements = new Map<number, string>()

  for (const name of replaced) {
    const found = unit.exports.get(name)

    if (found?.kind !== 'function') {
      throw new Error(`${unit.name} has no function ${name} that could be replaced.`)
    }
    replacements.set(found.index, name)
  }
  for (const [position, localType] of unit.module.functions.entries()) {
    const index = unit.functionIds.length
    const type = at(unit.typeIds, localType)
    const body = at(unit.module.code, position)
    const replacement = replacements.get(index)

    unit.functionIds.push(
      replacement === undefined
        ? program.functions.push({ kind: 'defined', unit, index, type, body }) - 1
        : importId(program, 'env', replacement, type),
    )
  }
}

function defineGlobals(program: Program, unit: Unit): void {
  for (const { type, value } of unit.module.globals) {
    unit.globals.push({ kind: 'global', id: program.globals.push({ unit, type, value }) - 1 })
  }
}

/**
 * Makes constants of the globals that a side module's start function sets to an address.
 *
 * The linker that made the module keeps there the addresses of its own data and functions ("GOT.mem.internal"):
 * nothing else sets them, which `relocate` checks.
 */
export function foldStart(unit: Unit): void {
  const { start } = unit.module
  const constants = new Map<number, number | undefined>()

  if (start === undefined) {
    return
  }
  const body = at(unit.module.code, start - importedCount(unit.module, 'function'))
  const cursor = cursorOver(body)

  skipLocals(cursor)
  follow(
    cursor,
    (index) => knownValue(unit, index),
    (index, value) => constants.set(index, constants.has(index) ? undefined : value),
  )
  for (const [index, value] of constants) {
    if (value !== undefined) {
      unit.globals[index] = { kind: 'constant', value }
    }
  }
}

export function knownValue(unit: Unit, index: number): number | undefined {
  const meaning: GlobalMeaning = at(unit.globals, index)

  return meaning.kind === 'constant' ? meaning.value : undefined
}
