import type { ByteWriter } from '../wasm/byte-writer.ts'
import { Opcode } from '../wasm/opcodes.ts'
import { EMPTY_BLOCK, writeConstant, writeIndexed } from '../wasm/writing.ts'
import { batch } from './costs.ts'
import type { Fuel } from './fuel.ts'

export interface Counting {
  /** The local that counts. */
  counter: number
  /** What one turn costs. */
  cost: number
  fuel: Fuel
}

/**
 * A loop that makes no calls counts in a local, and starts again from outside when that is full:
 *
 *     loop                      loop
 *       body      becomes         if (counter > batch) { charge(counter); counter = 0 }
 *     end                         loop
 *                                   if ((counter += cost) > batch) continue the outer loop
 *                                   body
 *                                 end
 *                               end
 *
 * Nothing is called in the inner loop, so the engine can compile it as tightly as it does without a meter. Writes
 * all that comes before the body, and gives the places of the two branches; `head` is the loop's own beginning.
 */
export function writeCountingLoop(
  writer: ByteWriter,
  head: Uint8Array,
  { counter, cost, fuel }: Counting,
): [full: number, becomesFull: number] {
  writer.bytes(head)
  writeIndexed(writer, Opcode.localGet, counter)
  writeConstant(writer, batch)
  writer.byte(Opcode.i32GtU)
  const full = writer.length
  writer.bytes([Opcode.if, EMPTY_BLOCK])
  writeIndexed(writer, Opcode.localGet, counter)
  writeIndexed(writer, Opcode.call, fuel.charge)
  writeConstant(writer, 0)
  writeIndexed(writer, Opcode.localSet, counter)
  writer.byte(Opcode.end)

  writer.bytes(head)
  writeIndexed(writer, Opcode.localGet, counter)
  writeConstant(writer, cost)
  writer.byte(Opcode.i32Add)
  writeIndexed(writer, Opcode.localTee, counter)
  writeConstant(writer, batch)
  writer.byte(Opcode.i32GtU)
  const becomesFull = writer.length
  writeIndexed(writer, Opcode.brIf, 1)

  return [full, becomesFull]
}
