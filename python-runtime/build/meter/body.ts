import { byteWriter, type ByteWriter } from '../wasm/byte-writer.ts'
import { atEnd, cursorOver, readU32, type Cursor } from '../wasm/cursor.ts'
import {
  eachInstruction,
  emptyInstruction,
  nesting,
  readInstruction,
} from '../wasm/instructions.ts'
import { Opcode, Space } from '../wasm/opcodes.ts'
import { skipLocals } from '../wasm/read-module.ts'
import { ValueType } from '../wasm/types.ts'

export interface Meter {
  /** Index of the global that is counted down. */
  fuel: number
  /** Index of the function that is called when it is used up. */
  outOfFuel: number
  /** A function's new index. */
  moved: (index: number) => number
}

/** A long body is mostly jumped over: one iteration, or call, costs at most this. */
const maxCost = 20

/**
 * A function without loops that calls so often can make a recursion of exponential length within a bounded stack:
 * such a function is charged when it is entered. One call, and the stack bounds the length.
 */
const branchingCalls = 2

/** A bulk instruction moves about so many bytes in the time of one plain instruction, as a power of two. */
const bulkBytesShift = 4

const opcode = {
  localGet: 0x20,
  localTee: 0x22,
  globalGet: 0x23,
  globalSet: 0x24,
  i32Const: 0x41,
  i32LessSigned: 0x48,
  i32Subtract: 0x6b,
  i32ShiftUnsigned: 0x76,
  emptyBlock: 0x40,
} as const

/** The body of a function with a check in each of its loops and before each of its bulk instructions. */
export function meterBody(meter: Meter, body: Uint8Array, parameters: number): Uint8Array {
  const { costs, calls, instructions } = survey(body)
  const cursor = cursorOver(body)
  const { groups, count } = readLocals(cursor)
  const writer = byteWriter(body.length + 64)

  // Two locals more: the fuel, so that it is read once, and the size of what is moved.
  const fuel = parameters + count
  writer.u32(groups + 1)
  writer.copy(body, lengthOfU32(groups), cursor.position)
  writer.u32(2)
  writer.byte(ValueType.i32)

  const instruction = emptyInstruction()
  let copied = cursor.position
  let loops = 0
  if (costs.length === 0 && calls >= branchingCalls) {
    charge(writer, meter, fuel, () => {
      writer.byte(opcode.i32Const)
      writer.s32(Math.min(instructions, maxCost))
    })
  }
  while (!atEnd(cursor)) {
    readInstruction(cursor, instruction)
    for (let index = 0; index < instruction.indexCount; index++) {
      if (instruction.spaces[index] !== Space.function) continue
      writer.copy(body, copied, instruction.indexStarts[index] ?? 0)
      writer.u32(meter.moved(instruction.indices[index] ?? 0))
      copied = instruction.indexEnds[index] ?? 0
    }
    if (instruction.opcode === Opcode.loop) {
      writer.copy(body, copied, instruction.end)
      copied = instruction.end
      charge(writer, meter, fuel, () => {
        writer.byte(opcode.i32Const)
        writer.s32(costs[loops] ?? 1)
      })
      loops++
    }
    if (isBulk(instruction.opcode)) {
      writer.copy(body, copied, instruction.start)
      copied = instruction.start
      chargeForSize(writer, meter, fuel)
    }
  }
  writer.copy(body, copied, body.length)
  return writer.view()
}

/** `if ((fuel -= cost) < 0) outOfFuel()` */
function charge(writer: ByteWriter, meter: Meter, local: number, cost: () => void): void {
  writer.byte(opcode.globalGet)
  writer.u32(meter.fuel)
  cost()
  writer.byte(opcode.i32Subtract)
  writer.byte(opcode.localTee)
  writer.u32(local)
  writer.byte(opcode.globalSet)
  writer.u32(meter.fuel)
  writer.byte(opcode.localGet)
  writer.u32(local)
  writer.bytes([opcode.i32Const, 0, opcode.i32LessSigned, Opcode.if, opcode.emptyBlock])
  writer.byte(Opcode.call)
  writer.u32(meter.outOfFuel)
  writer.byte(Opcode.end)
}

/** The size lies on the stack, last of the instruction's operands, and has to lie there again. */
function chargeForSize(writer: ByteWriter, meter: Meter, local: number): void {
  const size = local + 1
  writer.byte(opcode.localTee)
  writer.u32(size)
  charge(writer, meter, local, () => {
    writer.byte(opcode.localGet)
    writer.u32(size)
    writer.bytes([opcode.i32Const, bulkBytesShift, opcode.i32ShiftUnsigned])
  })
}

function isBulk(code: number): boolean {
  return code === Opcode.memoryCopy || code === Opcode.memoryFill || code === Opcode.memoryInit
}

/** The instructions of each loop's body, without those of loops inside it; and of the function the calls and all. */
function survey(body: Uint8Array): { costs: number[]; calls: number; instructions: number } {
  const costs: number[] = []
  let calls = 0
  let instructions = 0
  /** For each open block the loop that its instructions belong to. */
  const open: number[] = []
  let current = -1
  const cursor = cursorOver(body)
  skipLocals(cursor)
  eachInstruction(cursor, ({ opcode: code }) => {
    instructions++
    if (code === Opcode.call || code === Opcode.callIndirect) calls++
    if (current >= 0) costs[current] = Math.min((costs[current] ?? 0) + 1, maxCost)
    const change = nesting(code)
    if (change > 0) {
      open.push(current)
      if (code === Opcode.loop) current = costs.push(1) - 1
    } else if (change < 0) {
      current = open.pop() ?? -1
    }
  })
  return { costs, calls, instructions }
}

function readLocals(cursor: Cursor): { groups: number; count: number } {
  const groups = readU32(cursor)
  let count = 0
  for (let left = groups; left > 0; left--) {
    count += readU32(cursor)
    cursor.position++
  }
  return { groups, count }
}

function lengthOfU32(value: number): number {
  return value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x20_0000 ? 3 : 4
}
