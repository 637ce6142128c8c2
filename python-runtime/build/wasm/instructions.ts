import { atEnd, readByte, readS32, readU32, skipBytes, skipNumber, type Cursor } from './cursor.ts'
import {
  Opcode,
  Operand,
  plainImmediates,
  prefixed,
  prefixedImmediates,
  Space,
  type Immediate,
} from './opcodes.ts'
import { readValueType, startsReference } from './types.ts'

/**
 * One decoded instruction: where it stands and which indices it holds.
 *
 * `readInstruction` fills the same object again and again, since there are tens of millions of them.
 */
export interface Instruction {
  /** One of `Opcode`; of an opcode of two parts, `prefixed` of them. */
  opcode: number
  /** The first byte of the opcode. */
  start: number
  /** The byte after the last immediate. */
  end: number
  /** How many entries of the four lists below are of this instruction. */
  indexCount: number
  /** What each index counts in, in the order of the binary. */
  readonly spaces: Space[]
  readonly indices: number[]
  /** Where each index stands in the binary. */
  readonly indexStarts: number[]
  readonly indexEnds: number[]
}

export function emptyInstruction(): Instruction {
  return {
    opcode: Opcode.nop,
    start: 0,
    end: 0,
    indexCount: 0,
    spaces: [],
    indices: [],
    indexStarts: [],
    indexEnds: [],
  }
}

/** Reads the instruction at the cursor into `instruction` and moves the cursor behind it. */
export function readInstruction(cursor: Cursor, instruction: Instruction): void {
  const start = cursor.position
  const first = readByte(cursor)
  const table = prefixedImmediates[first]
  const second = table === undefined ? 0 : readU32(cursor)
  const immediates = table === undefined ? plainImmediates[first] : table[second]

  if (immediates === undefined) {
    throw new Error(`There is no instruction 0x${first.toString(16)} ${second} at byte ${start}.`)
  }
  instruction.opcode = table === undefined ? first : prefixed(first, second)
  instruction.start = start
  instruction.indexCount = 0

  for (let position = 0; position < immediates.length; position += 1) {
    readImmediate(cursor, instruction, immediates[position] ?? Operand.number)
  }
  instruction.end = cursor.position
}

/** Passes an expression, which ends with the `end` that closes no block. */
export function skipExpression(cursor: Cursor): void {
  const instruction = emptyInstruction()
  let depth = 1

  while (depth > 0) {
    readInstruction(cursor, instruction)
    depth += nesting(instruction.opcode)
  }
}

/** How an opcode changes the number of open blocks: 1, 0 or −1. */
export function nesting(opcode: number): number {
  switch (opcode) {
    case Opcode.block:
    case Opcode.loop:
    case Opcode.if:
    case Opcode.try:
    case Opcode.tryTable:
      return 1
    case Opcode.end:
    case Opcode.delegate:
      return -1
    default:
      return 0
  }
}

/** Calls `visit` with every instruction from the cursor to its end. */
export function eachInstruction(cursor: Cursor, visit: (instruction: Instruction) => void): void {
  const instruction = emptyInstruction()

  while (!atEnd(cursor)) {
    readInstruction(cursor, instruction)
    visit(instruction)
  }
}

function readImmediate(cursor: Cursor, instruction: Instruction, immediate: Immediate): void {
  if (isSpace(immediate)) {
    return readIndex(cursor, instruction, immediate)
  }
  switch (immediate) {
    case Operand.number:
      return skipNumber(cursor)
    case Operand.memoryArgument:
      return readMemoryArgument(cursor, instruction)
    case Operand.blockType:
    case Operand.heapType:
      return readSignedType(cursor, instruction)
    case Operand.labels:
      return readLabels(cursor, instruction)
    case Operand.catches:
      return readCatches(cursor, instruction)
    case Operand.valueTypes:
      return skipValueTypes(cursor)
    case Operand.oneByte:
      return skipBytes(cursor, 1)
    case Operand.fourBytes:
      return skipBytes(cursor, 4)
    case Operand.eightBytes:
      return skipBytes(cursor, 8)
    case Operand.sixteenBytes:
      return skipBytes(cursor, 16)
  }
}

function isSpace(immediate: Immediate): immediate is Space {
  return immediate < Operand.blockType
}

function readIndex(cursor: Cursor, instruction: Instruction, space: Space): void {
  const start = cursor.position

  keepIndex(instruction, space, readU32(cursor), start, cursor.position)
}

function keepIndex(
  instruction: Instruction,
  space: Space,
  index: number,
  start: number,
  end: number,
): void {
  const position = instruction.indexCount

  instruction.spaces[position] = space
  instruction.indices[position] = index
  instruction.indexStarts[position] = start
  instruction.indexEnds[position] = end
  instruction.indexCount = position + 1
}

/**
 * A block type or a heap type: one byte that names it, or a type index, which is never negative. A block that gives
 * a reference has a byte for that before the heap type.
 */
function readSignedType(cursor: Cursor, instruction: Instruction): void {
  if (startsReference(cursor.bytes[cursor.position])) skipBytes(cursor, 1)
  const start = cursor.position

  if (isNegativeByte(cursor.bytes[start])) {
    skipBytes(cursor, 1)
    return
  }
  keepIndex(instruction, Space.signedType, readS32(cursor), start, cursor.position)
}

/** Whether a byte alone is a negative LEB128 number, as all the names of types are. */
function isNegativeByte(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x40
}

/** An alignment, whose bit 6 says that a memory index follows, and an offset. */
function readMemoryArgument(cursor: Cursor, instruction: Instruction): void {
  if ((readU32(cursor) & 0x40) !== 0) {
    readIndex(cursor, instruction, Space.memory)
  }
  skipNumber(cursor)
}

function readLabels(cursor: Cursor, instruction: Instruction): void {
  for (let left = readU32(cursor); left > 0; left -= 1) {
    readIndex(cursor, instruction, Space.label)
  }
}

/** The clauses of a `try_table`: catch and catch_ref (0, 1) have a tag, catch_all and catch_all_ref do not. */
function readCatches(cursor: Cursor, instruction: Instruction): void {
  for (let left = readU32(cursor); left > 0; left -= 1) {
    if (readByte(cursor) <= 1) {
      readIndex(cursor, instruction, Space.tag)
    }
    readIndex(cursor, instruction, Space.label)
  }
}

function skipValueTypes(cursor: Cursor): void {
  for (let left = readU32(cursor); left > 0; left -= 1) {
    readValueType(cursor)
  }
}
