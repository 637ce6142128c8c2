import { evaluate } from './constants.ts'
import { at, type Program, type Unit } from './program.ts'
import { knownValue } from './units.ts'

/** The table of functions whose address is taken. A function has one slot, so that its pointers are equal. */
export interface SlotTable {
  /** The slot of a function, which gets one if it has none. */
  slotOf: (functionId: number) => number
  /** The functions that got one so, from the first free slot on. */
  readonly added: readonly number[]
}

/** The id of the one table for calls through pointers: the core's first. */
export const FUNCTION_TABLE = 0

export function slotTable(program: Program, freeSlot: number): SlotTable {
  const slots = new Map<number, number>()
  const added: number[] = []

  for (const unit of program.units) {
    for (const { slot, functionId } of fixedSlots(unit)) {
      if (!slots.has(functionId)) {
        slots.set(functionId, slot)
      }
    }
  }

  return {
    added,
    slotOf(functionId) {
      const slot = slots.get(functionId) ?? freeSlot + added.push(functionId) - 1

      slots.set(functionId, slot)

      return slot
    },
  }
}

function* fixedSlots(unit: Unit): Generator<{ slot: number; functionId: number }> {
  for (const { mode, items } of unit.module.elements) {
    if (mode.kind !== 'active' || at(unit.tableIds, mode.table) !== FUNCTION_TABLE) {
      continue
    }
    if (items.kind !== 'functions') {
      throw new Error(
        `${unit.name} fills the table with expressions, whose functions are not seen.`,
      )
    }
    const first = elementOffset(unit, mode.offset)

    for (const [position, index] of items.functions.entries()) {
      yield { slot: first + position, functionId: at(unit.functionIds, index) }
    }
  }
}

/** Where an element segment begins. The table base is the only global that its offset may name. */
export function elementOffset(unit: Unit, offset: Uint8Array): number {
  return evaluate(offset, (index) => knownValue(unit, index))
}
