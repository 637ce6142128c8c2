import { cursorOver } from '../wasm/cursor.ts'
import { eachInstruction, type Instruction } from '../wasm/instructions.ts'
import type { Export, ExternalKind } from '../wasm/module.ts'
import { Space } from '../wasm/opcodes.ts'
import { skipLocals } from '../wasm/read-module.ts'
import { at, type GlobalMeaning, type Program, type Unit } from './program.ts'

/** The ids of what the program can reach, in ascending order. */
export interface Reachable {
  functions: number[]
  types: number[]
  globals: number[]
  tags: number[]
}

/** Finds what can be reached from exports (by id), from more functions, and from what stands in element segments. */
export function reachable(
  program: Program,
  exports: readonly Export[],
  more: readonly number[],
): Reachable {
  const functions = new Set([...idsOf(exports, 'function'), ...more])
  const globals = new Set(idsOf(exports, 'global'))
  const tags = new Set(idsOf(exports, 'tag'))
  const types = new Set<number>()

  for (const unit of program.units) {
    for (const { items } of unit.module.elements) {
      if (items.kind === 'functions') {
        items.functions.forEach((index) => functions.add(at(unit.functionIds, index)))
      } else {
        items.expressions.forEach((expression) => mark(unit, expression))
      }
    }
  }
  // A set gives what is added to it while it is walked too.
  for (const id of functions) {
    const entry = at(program.functions, id)

    types.add(entry.type)
    if (entry.kind === 'defined') {
      mark(entry.unit, entry.body, true)
    }
  }
  for (const id of globals) {
    const { unit, value } = at(program.globals, id)

    mark(unit, value)
  }
  for (const id of tags) {
    types.add(at(program.tags, id))
  }

  function mark(unit: Unit, code: Uint8Array, hasLocals = false): void {
    const cursor = cursorOver(code)

    if (hasLocals) {
      skipLocals(cursor)
    }
    eachInstruction(cursor, (instruction) => {
      for (let index = 0; index < instruction.indexCount; index += 1) {
        markIndex(unit, instruction, index)
      }
    })
  }

  function markIndex(unit: Unit, { spaces, indices }: Instruction, position: number): void {
    const space = spaces[position]
    const index = indices[position] ?? -1

    if (space === Space.function) {
      functions.add(at(unit.functionIds, index))
    } else if (space === Space.type || space === Space.signedType) {
      types.add(at(unit.typeIds, index))
    } else if (space === Space.tag) {
      tags.add(at(unit.tagIds, index))
    } else if (space === Space.global) {
      markGlobal(at(unit.globals, index))
    }
  }

  function markGlobal(meaning: GlobalMeaning): void {
    if (meaning.kind === 'global') {
      globals.add(meaning.id)
    }
  }

  return {
    functions: ascending(functions),
    types: ascending(types),
    globals: ascending(globals),
    tags: ascending(tags),
  }
}

function idsOf(exports: readonly Export[], wanted: ExternalKind): number[] {
  return exports.filter(({ kind }) => kind === wanted).map(({ index }) => index)
}

function ascending(ids: ReadonlySet<number>): number[] {
  return [...ids].toSorted((left, right) => left - right)
}
