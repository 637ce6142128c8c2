import { byteWriter, type ByteWriter } from '../wasm/byte-writer.ts'
import { atEnd, cursorOver, readS32, readU32, type Cursor } from '../wasm/cursor.ts'
import {
  emptyInstruction,
  nesting,
  readInstruction,
  type Instruction,
} from '../wasm/instructions.ts'
import { Opcode, Space } from '../wasm/opcodes.ts'
import { readValueType, ValueType } from '../wasm/types.ts'
import { writeIndexed } from '../wasm/writing.ts'
import { bulkInstructions } from './bulk.ts'
import { callFlow } from './calls.ts'
import { batch, interpreterLength, maxTurnCost, smallRange } from './costs.ts'
import { writeCountingLoop } from './counting-loop.ts'
import type { Fuel, MeteredBody } from './fuel.ts'
import { writeInterpreterLoop } from './interpreter-loop.ts'
import { findLoops } from './loops.ts'

/** The body of a function with charges in its loops, before its calls and in its bulk instructions. */
export function meterBody(body: Uint8Array, parameters: number, fuel: Fuel): MeteredBody {
  const loops = findLoops(body)
  const loopsLeft = loops.values()
  const writer = byteWriter(body.length + 64)
  const cursor = cursorOver(body)
  const needsCounter = loops.some(({ calls }) => !calls)
  const counter = parameters + copyLocals(cursor, writer, needsCounter ? [ValueType.i32] : [])
  const calls = callFlow()
  const unlikely: number[] = []
  /** How many blocks were put around each block that is open. */
  const wrappers: number[] = []
  const instruction = emptyInstruction()
  /** The value of the last instruction, if that is a constant. */
  let constant = Infinity
  let copied = cursor.position

  function copyUntil(position: number): void {
    writer.copy(body, copied, position)
    copied = position
  }

  function renumber({ indexCount, spaces, indices, indexStarts, indexEnds }: Instruction): void {
    for (let place = 0; place < indexCount; place++) {
      const index = indices[place] ?? 0
      const renumbered = newIndex(spaces[place], index)
      if (renumbered === index) continue
      copyUntil(indexStarts[place] ?? 0)
      writer.u32(renumbered)
      copied = indexEnds[place] ?? 0
    }
  }

  function newIndex(space: Space | undefined, index: number): number {
    if (space === Space.function) return fuel.moved(index)
    if (space !== Space.label || index === 0) return index
    return wrappers.slice(-index).reduce((sum, count) => sum + count, index)
  }

  /** Gives how many blocks it put around the loop. */
  function beginLoop(): number {
    const loop = loopsLeft.next().value
    if (loop === undefined) throw new Error('There are more loops than were found.')
    // A loop that takes or gives several values has the index of their type, and is too rare to be rewritten.
    const isTyped = instruction.indexCount > 0
    const isInterpreter = loop.calls && loop.length > interpreterLength
    if (isTyped || (loop.calls && !isInterpreter)) {
      copyUntil(instruction.end)
      unlikely.push(fuel.writeCharge(writer, Math.min(loop.length, maxTurnCost)))
      calls.charge()
      return 0
    }
    const { start, end } = instruction
    const head = body.subarray(start, end)
    copyUntil(start)
    copied = end
    if (isInterpreter) {
      unlikely.push(...writeInterpreterLoop(writer, head, { cost: maxTurnCost, fuel }))
      calls.charge()
    } else {
      const cost = Math.min(loop.length, batch)
      unlikely.push(...writeCountingLoop(writer, head, { counter, cost, fuel }))
    }
    return 1
  }

  while (!atEnd(cursor)) {
    readInstruction(cursor, instruction)
    const { opcode, start, end } = instruction
    const change = nesting(opcode)
    const wrapped = change < 0 ? wrappers.pop() : 0

    if (calls.pass(instruction)) {
      copyUntil(start)
      writeIndexed(writer, Opcode.call, fuel.chargeCall)
    }
    if (opcode === Opcode.loop) {
      wrappers.push(beginLoop())
    } else if (bulkInstructions.has(opcode) && constant >= smallRange) {
      copyUntil(start)
      writeIndexed(writer, Opcode.call, fuel.bulk(instruction, body.subarray(start, end)))
      copied = end
    } else {
      renumber(instruction)
      if (change > 0) wrappers.push(0)
    }
    if (wrapped === 1) {
      copyUntil(end)
      writer.byte(Opcode.end)
    }
    constant = opcode === Opcode.i32Const ? readS32(cursorOver(body, start + 1)) >>> 0 : Infinity
  }
  copyUntil(body.length)

  return { body: writer.view(), unlikely }
}

/** Copies the declarations of locals, and gives how many there are; `more` are declared after them. */
function copyLocals(
  cursor: Cursor,
  writer: ByteWriter,
  more: readonly (typeof ValueType.i32)[],
): number {
  const groups = readU32(cursor)
  const start = cursor.position
  let count = 0

  for (let left = groups; left > 0; left--) {
    count += readU32(cursor)
    readValueType(cursor)
  }
  writer.u32(groups + more.length)
  writer.copy(cursor.bytes, start, cursor.position)
  for (const type of more) writer.bytes([1, type])

  return count
}
