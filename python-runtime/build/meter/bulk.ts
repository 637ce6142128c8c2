import { Opcode } from '../wasm/opcodes.ts'
import { ValueType, type FunctionType } from '../wasm/types.ts'
import { bytesPerUnitShift, itemsPerUnitShift } from './costs.ts'

/** An instruction whose work grows with its last operand. */
interface Bulk {
  /** What it takes and gives, when its table holds such elements. */
  type: (element: ValueType) => FunctionType
  /** How many of what its last operand counts make one unit, as a power of two. */
  shift: number
}

const { i32 } = ValueType

const range = { parameters: [i32, i32, i32], results: [] }
const bytes: Bulk = { type: () => range, shift: bytesPerUnitShift }
const items: Bulk = { type: () => range, shift: itemsPerUnitShift }

export const bulkInstructions: ReadonlyMap<number, Bulk> = new Map([
  [Opcode.memoryInit, bytes],
  [Opcode.memoryCopy, bytes],
  [Opcode.memoryFill, bytes],
  [Opcode.memoryGrow, { ...items, type: () => ({ parameters: [i32], results: [i32] }) }],
  [Opcode.tableInit, items],
  [Opcode.tableCopy, items],
  [Opcode.tableGrow, { ...items, type: (item) => ({ parameters: [item, i32], results: [i32] }) }],
  [Opcode.tableFill, { ...items, type: (item) => ({ parameters: [i32, item, i32], results: [] }) }],
])
