import type { ByteWriter } from './byte-writer.ts'
import { Opcode } from './opcodes.ts'

/** The type of a block that takes and gives nothing. */
export const EMPTY_BLOCK = 0x40

/** An instruction that has one index. */
export function writeIndexed(writer: ByteWriter, opcode: number, index: number): void {
  writer.byte(opcode)
  writer.u32(index)
}

export function writeConstant(writer: ByteWriter, value: number): void {
  writer.byte(Opcode.i32Const)
  writer.s32(value)
}
