import { byteWriter, type ByteWriter } from '../wasm/byte-writer.ts'
import { atEnd, cursorOver, readByte, readS32, type Cursor } from '../wasm/cursor.ts'
import { emptyInstruction, readInstruction, type Instruction } from '../wasm/instructions.ts'
import { importedCount } from '../wasm/module.ts'
import { Opcode, Space } from '../wasm/opcodes.ts'
import { skipLocals } from '../wasm/read-module.ts'
import { at, type Unit } from './program.ts'

/** A unit and the new index of each of its indices, by the space that they count in. */
export interface Relocation {
  unit: Unit
  /** Spaces that stand here without an entry stay as they are: there is one memory, and locals are a function's own. */
  newIndices: readonly (readonly number[] | undefined)[]
}

/** The new index of what is not kept, and so is not named by anything that is. */
export const NOT_KEPT = -1

/** A function's body with its indices renewed. */
export function relocateBody(
  relocation: Relocation,
  { index, body }: { index: number; body: Uint8Array },
): Uint8Array {
  const writer = byteWriter(body.length + 64)
  const cursor = cursorOver(body)

  skipLocals(cursor)
  writer.copy(body, 0, cursor.position)
  relocateCode(writer, relocation, { cursor, isStart: index === relocation.unit.module.start })

  return writer.view()
}

/** A constant expression with its indices renewed. */
export function relocateExpression(relocation: Relocation, expression: Uint8Array): Uint8Array {
  const writer = byteWriter(16)

  relocateCode(writer, relocation, { cursor: cursorOver(expression), isStart: false })

  return writer.view()
}

interface Code {
  cursor: Cursor
  isStart: boolean
}

function relocateCode(writer: ByteWriter, relocation: Relocation, code: Code): void {
  const { cursor } = code
  const instruction = emptyInstruction()
  let copied = cursor.position

  while (!atEnd(cursor)) {
    readInstruction(cursor, instruction)
    const constant = constantOf(relocation.unit, instruction)

    if (constant === undefined) {
      copied = relocateIndices(writer, relocation, { cursor, instruction, copied })
      continue
    }
    writer.copy(cursor.bytes, copied, instruction.start)
    if (instruction.opcode === Opcode.globalGet) {
      writer.byte(Opcode.i32Const)
      writer.s32(constant + readAddedConstant(cursor))
    } else {
      assertSetAtStart(relocation.unit, instruction, code.isStart)
      writer.byte(Opcode.drop)
    }
    copied = cursor.position
  }
  writer.copy(cursor.bytes, copied, cursor.position)
}

/** Writes what is not yet copied up to the instruction's last index, and says how far that was. */
function relocateIndices(
  writer: ByteWriter,
  { newIndices }: Relocation,
  { cursor, instruction, copied }: { cursor: Cursor; instruction: Instruction; copied: number },
): number {
  let done = copied

  for (let position = 0; position < instruction.indexCount; position += 1) {
    const space = instruction.spaces[position] ?? Space.local
    const indices = newIndices[space]

    if (indices !== undefined) {
      const index = at(indices, instruction.indices[position] ?? -1)

      if (index === NOT_KEPT) {
        throw new Error('Code that is kept names something that is not.')
      }
      writer.copy(cursor.bytes, done, instruction.indexStarts[position] ?? done)
      if (space === Space.signedType) {
        writer.s32(index)
      } else {
        writer.u32(index)
      }
      done = instruction.indexEnds[position] ?? done
    }
  }

  return done
}

/** The value of the global that an instruction gets or sets, if it is known. */
function constantOf(unit: Unit, { opcode, indices }: Instruction): number | undefined {
  if (opcode !== Opcode.globalGet && opcode !== Opcode.globalSet) {
    return undefined
  }
  const meaning = at(unit.globals, indices[0] ?? -1)

  return meaning.kind === 'constant' ? meaning.value : undefined
}

/**
 * Passes `i32.const n, i32.add` and gives n, if these come next: that is how code adds an offset to the base of
 * its module's data.
 */
function readAddedConstant(cursor: Cursor): number {
  const start = cursor.position

  if (cursor.bytes[start] === Opcode.i32Const) {
    readByte(cursor)
    const added = readS32(cursor)

    if (cursor.bytes[cursor.position] === Opcode.i32Add) {
      readByte(cursor)
      return added
    }
    cursor.position = start
  }

  return 0
}

/** A global that became a constant may be set by the start function, from which its value is known, and nowhere else. */
function assertSetAtStart(unit: Unit, { indices }: Instruction, isStart: boolean): void {
  const index = indices[0] ?? -1

  if (!isStart || index < importedCount(unit.module, 'global')) {
    throw new Error(`${unit.name} sets global ${index}, whose value was taken to be constant.`)
  }
}
