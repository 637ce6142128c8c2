import { reachable } from './link/dead-code.ts'
import { noDynamicLinking } from './link/dylink.ts'
import { findHeap, type Heap } from './link/heap.ts'
import { addInitializer, INITIALIZER } from './link/initializer.ts'
import { layOut, type Layout } from './link/layout.ts'
import { merge } from './link/merge.ts'
import { mergedNames } from './link/names.ts'
import { numberKept } from './link/numbering.ts'
import { at, emptyProgram, importId, typeId, type Program, type Unit } from './link/program.ts'
import { FUNCTION_TABLE, slotTable, type SlotTable } from './link/slots.ts'
import { resolveGlobals, resolveImports, type MissingSymbol, type Scopes } from './link/symbols.ts'
import { TRAMPOLINE, trampolineModule } from './link/trampoline.ts'
import { addUnit } from './link/units.ts'
import type { Export, WasmModule } from './wasm/module.ts'
import { readModule } from './wasm/read-module.ts'
import { pageBytes, type FunctionType, type Limits } from './wasm/types.ts'
import { writeModule } from './wasm/write-module.ts'

/** A wasm binary and the name under which errors and records speak of it. */
interface Binary {
  name: string
  bytes: Uint8Array
}

export interface LinkOptions {
  /** An emscripten main module. */
  core: Binary
  /** Emscripten side modules; they are initialized in this order. */
  libraries: readonly Binary[]
  /** The core's exports that the program keeps. Everything that they do not reach is left out. */
  roots: readonly string[]
  /** Functions that the core exports and that the program imports instead, as `env.<name>`. */
  replaced?: readonly string[]
  /** Functions that the program is given beside those that it asks for, as `env.<name>`; it exports them too. */
  given?: readonly { name: string; type: FunctionType }[]
  /** Writes a "name" section, for stack traces that can be read. */
  keepNames?: boolean
}

export interface Linked {
  wasm: Uint8Array<ArrayBuffer>
  libraries: LinkedLibrary[]
  /** The table slot of CPython's trampoline, which belongs into its runtime's state before it starts. */
  trampolineSlot: number
  /** Where the static data of the libraries lies. The heap begins behind it, so nothing has to be reserved. */
  staticData: { address: number; bytes: number }
  /** The functions that the program must be given. */
  imports: ({ module: string; name: string } & FunctionType)[]
  /** Functions that libraries call and no module defines. If code reaches them, they are among `imports`. */
  undefinedFunctions: UndefinedSymbol[]
  /** Functions whose address libraries take and no module defines: it is 0. */
  undefinedAddresses: UndefinedSymbol[]
  sizes: { name: string; codeBytes: number; keptCodeBytes: number; dataBytes: number }[]
}

interface LinkedLibrary {
  name: string
  memoryBase: number
  /** The table slots of the functions that Python's import looks up by name. */
  exports: Record<string, number>
}

interface UndefinedSymbol {
  name: string
  neededBy: string[]
}

/** The functions that an extension module starts with (PEP 489, PEP 793). */
const MODULE_START = /^(PyInit_|PyModExport_)/

/**
 * Links an emscripten main module and side modules into one module that needs no dynamic loader.
 *
 * The program exports `roots` and `__link_init`, which its owner calls once, when the core has been started:
 * constructors of libraries may use the interpreter, as they do where a loader runs them on import.
 *
 * @throws when data is defined nowhere, types disagree, or a module links in a way that is not known here.
 */
export function link(options: LinkOptions): Linked {
  const core = readModule(options.core.bytes)
  const heap = findHeap(core)
  const layout = layOut(
    options.libraries.map(({ name, bytes }) => ({ name, module: readModule(bytes) })),
    heap,
    at(core.tables, FUNCTION_TABLE).limits.minimum,
  )
  const { program, slots, units, missing } = resolve(options, core, layout)
  const libraries = units.libraries.map((unit) => linkedLibrary(unit, slots))
  const trampolineSlot = slots.slotOf(exportedId(units.trampoline, TRAMPOLINE))
  const initializer = addInitializer(program, units.libraries)
  const exports = [
    ...options.roots.map((name) => exportById(units.core, name)),
    exportById(initializer, INITIALIZER),
    ...(options.given ?? []).map((given) => exportGiven(program, given)),
  ]
  const kept = reachable(program, exports, slots.added)
  const numbering = numberKept(program, kept)
  const { module, codeBytes } = merge(program, numbering, {
    memory: grownMemory(core, layout),
    tableSlots: layout.freeSlot + slots.added.length,
    addedToTable: slots.added,
    exports,
    data: [programBreak(heap, layout)],
  })

  if (options.keepNames) {
    module.custom.push(mergedNames(program, numbering))
  }

  return {
    wasm: writeModule(module),
    libraries,
    trampolineSlot,
    staticData: layout.staticData,
    imports: importsOf(module),
    undefinedFunctions: byName(missing.functions, units.core),
    undefinedAddresses: byName(missing.addresses, units.core),
    sizes: program.units.map((unit) => ({
      name: unit.name,
      codeBytes: totalBytes(unit.module.code),
      keptCodeBytes: codeBytes.get(unit) ?? 0,
      dataBytes: totalBytes(unit.module.data.map(({ bytes }) => bytes)),
    })),
  }
}

interface Resolved {
  program: Program
  slots: SlotTable
  units: { core: Unit; trampoline: Unit; libraries: Unit[] }
  missing: { functions: MissingSymbol[]; addresses: MissingSymbol[] }
}

/** Brings all modules together and finds what every name means. The order of these steps is that of what needs what. */
function resolve(options: LinkOptions, core: WasmModule, layout: Layout): Resolved {
  const program = emptyProgram()
  const nowhere = { linking: noDynamicLinking(), memoryBase: 0, tableBase: 0 }
  const units = {
    core: addUnit(
      program,
      { name: options.core.name, module: core, ...nowhere },
      new Set(options.replaced),
    ),
    trampoline: addUnit(program, { name: 'trampoline', module: trampolineModule(), ...nowhere }),
    libraries: layout.libraries.map((library) => addUnit(program, library)),
  }
  const scopes = scopesOf(units)
  const functions = resolveImports(program, scopes)
  const slots = slotTable(program, layout.freeSlot)
  const addresses = resolveGlobals(program, scopes, slots)

  return { program, slots, units, missing: { functions, addresses } }
}

/** As emscripten's loader looks: in the core, then in the library itself, then in those that it says it needs. */
function scopesOf({ core, trampoline, libraries }: Resolved['units']): Scopes {
  return new Map([
    [core, [trampoline]],
    [trampoline, [core]],
    ...libraries.map((library): [Unit, Unit[]] => [
      library,
      [core, library, ...library.linking.needed.map((file) => neededLibrary(libraries, file))],
    ]),
  ])
}

function neededLibrary(libraries: readonly Unit[], file: string): Unit {
  const found = libraries.find(({ name }) => name === file || name.endsWith(`/${file}`))

  if (found === undefined) {
    throw new Error(`The library ${file} is needed, but it is not among those to link.`)
  }

  return found
}

function exportGiven(
  program: Program,
  { name, type }: { name: string; type: FunctionType },
): Export {
  return { name, kind: 'function', index: importId(program, 'env', name, typeId(program, type)) }
}

function linkedLibrary(unit: Unit, slots: SlotTable): LinkedLibrary {
  const starts = unit.module.exports.filter(
    ({ kind, name }) => kind === 'function' && MODULE_START.test(name),
  )

  return {
    name: unit.name,
    memoryBase: unit.memoryBase,
    exports: Object.fromEntries(
      starts.map(({ name }) => [name, slots.slotOf(exportedId(unit, name))]),
    ),
  }
}

function exportedId(unit: Unit, name: string): number {
  return exportById(unit, name).index
}

function exportById(unit: Unit, name: string): Export {
  const entry = unit.exports.get(name)

  switch (entry?.kind) {
    case 'function':
      return { ...entry, index: at(unit.functionIds, entry.index) }
    case 'table':
      return { ...entry, index: at(unit.tableIds, entry.index) }
    case 'tag':
      return { ...entry, index: at(unit.tagIds, entry.index) }
    case 'memory':
      return entry
    case 'global':
      return { ...entry, index: globalId(unit, entry.index) }
    case undefined:
      throw new Error(`${unit.name} does not export ${name}.`)
  }
}

function globalId(unit: Unit, index: number): number {
  const meaning = at(unit.globals, index)

  if (meaning.kind === 'constant') {
    throw new Error(`${unit.name} exports a global that it imports.`)
  }

  return meaning.id
}

/** The core's memory with room for the libraries' data, so that its heap is as large as before. */
function grownMemory(core: WasmModule, { staticData }: Layout): Limits {
  const limits = at(core.memories, 0)

  return { ...limits, minimum: limits.minimum + Math.ceil(staticData.bytes / pageBytes) }
}

/** The program break, moved behind the libraries' data. */
function programBreak(heap: Heap, { staticData }: Layout): { address: number; bytes: Uint8Array } {
  const bytes = new Uint8Array(4)

  new DataView(bytes.buffer).setUint32(0, staticData.address + staticData.bytes, true)

  return { address: heap.breakAddress, bytes }
}

function importsOf(module: WasmModule): Linked['imports'] {
  return module.imports
    .filter((entry) => entry.kind === 'function')
    .map(({ module: from, name, type }) => ({ module: from, name, ...at(module.types, type) }))
}

/** What is missing, without the core's own: the loader is expected to have that. */
function byName(missing: readonly MissingSymbol[], core: Unit): UndefinedSymbol[] {
  const groups = Map.groupBy(
    missing.filter(({ unit }) => unit !== core),
    ({ name }) => name,
  )

  return [...groups].map(([name, symbols]) => ({
    name,
    neededBy: symbols.map(({ unit }) => unit.name),
  }))
}

function totalBytes(parts: readonly Uint8Array[]): number {
  return parts.reduce((total, part) => total + part.length, 0)
}
