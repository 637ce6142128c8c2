import { byteWriter } from '../wasm/byte-writer.ts'
import { atEnd, cursorOver, readS32, type Cursor } from '../wasm/cursor.ts'
import { emptyInstruction, readInstruction } from '../wasm/instructions.ts'
import { Opcode } from '../wasm/opcodes.ts'

/** The value of a global, if it is known. */
export type KnownGlobal = (index: number) => number | undefined

/** The value of a constant expression of type i32. */
export function evaluate(expression: Uint8Array, known: KnownGlobal): number {
  const value = follow(cursorOver(expression), known, () => {})

  if (value === undefined) {
    throw new Error('The value of a constant expression is not known when linking.')
  }

  return value
}

/**
 * Follows code that computes with 32-bit integers as far as it runs straight on, and tells `onSet` of every
 * global that it sets. Gives what is on top of the stack at the end.
 */
export function follow(
  cursor: Cursor,
  known: KnownGlobal,
  onSet: (global: number, value: number | undefined) => void,
): number | undefined {
  const instruction = emptyInstruction()
  let stack: (number | undefined)[] = []

  while (!atEnd(cursor)) {
    readInstruction(cursor, instruction)
    switch (instruction.opcode) {
      case Opcode.i32Const:
        stack.push(readS32(cursorOver(cursor.bytes, instruction.start + 1)))
        break
      case Opcode.globalGet:
        stack.push(known(instruction.indices[0] ?? 0))
        break
      case Opcode.globalSet:
        onSet(instruction.indices[0] ?? 0, stack.pop())
        break
      case Opcode.i32Add:
        stack.push(combine(stack.pop(), stack.pop(), (right, left) => left + right))
        break
      case Opcode.i32Sub:
        stack.push(combine(stack.pop(), stack.pop(), (right, left) => left - right))
        break
      case Opcode.end:
      case Opcode.block:
      case Opcode.loop:
      case Opcode.if:
      case Opcode.try:
      case Opcode.return:
        return stack.pop()
      default:
        // What another instruction leaves is not known, and nor is what it took.
        stack = []
    }
  }

  return undefined
}

/** The constant expression of an i32. */
export function constantExpression(value: number): Uint8Array {
  const writer = byteWriter(8)

  writer.byte(Opcode.i32Const)
  writer.s32(value)
  writer.byte(Opcode.end)

  return writer.view()
}

function combine(
  right: number | undefined,
  left: number | undefined,
  operation: (right: number, left: number) => number,
): number | undefined {
  return right === undefined || left === undefined ? undefined : operation(right, left) | 0
}
