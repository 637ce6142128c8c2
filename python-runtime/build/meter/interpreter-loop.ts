import type { ByteWriter } from '../wasm/byte-writer.ts'
import { Opcode } from '../wasm/opcodes.ts'
import { writeIndexed } from '../wasm/writing.ts'
import type { Fuel } from './fuel.ts'

/**
 * A long loop is charged at each turn, and asks for more fuel from outside:
 *
 *     loop                      loop
 *       body      becomes         if (fuel < 0) outOfFuel()
 *     end                         loop
 *                                   if ((fuel -= cost) < 0) continue the outer loop
 *                                   body
 *                                 end
 *                               end
 *
 * A call where the inner loop begins would be in the engine's way for all of its body: of CPython's evaluation
 * loop it took a tenth of the speed. Writes all that comes before the body, and gives the places of the two
 * branches; `head` is the loop's own beginning.
 */
export function writeInterpreterLoop(
  writer: ByteWriter,
  head: Uint8Array,
  { cost, fuel }: { cost: number; fuel: Fuel },
): [isOut: number, runsOut: number] {
  writer.bytes(head)
  const isOut = fuel.writeRefill(writer)

  writer.bytes(head)
  fuel.writeSpend(writer, cost)
  fuel.writeIsOut(writer)
  const runsOut = writer.length
  writeIndexed(writer, Opcode.brIf, 1)

  return [isOut, runsOut]
}
