import { constantExpression } from '../link/constants.ts'
import { byteWriter, type ByteWriter } from '../wasm/byte-writer.ts'
import type { Instruction } from '../wasm/instructions.ts'
import { importedCount, type WasmModule } from '../wasm/module.ts'
import { Opcode, Space } from '../wasm/opcodes.ts'
import { ValueType, type FunctionType } from '../wasm/types.ts'
import { EMPTY_BLOCK, writeConstant, writeIndexed } from '../wasm/writing.ts'
import { bulkInstructions } from './bulk.ts'
import { callCost } from './costs.ts'
import { renumberFunctions } from './renumber.ts'

/** A function's body, and where in it stand branches that are hardly ever taken. */
export interface MeteredBody {
  body: Uint8Array
  unlikely: number[]
}

/** What the module got to be charged with. */
export interface Fuel {
  /** A function's new index: there is one more import. */
  moved: (index: number) => number
  /** Writes `fuel -= cost`. */
  writeSpend: (writer: ByteWriter, cost: number) => void
  /** Writes `fuel < 0`, whose value it leaves. */
  writeIsOut: (writer: ByteWriter) => void
  /** Writes `if (fuel < 0) outOfFuel()` and gives the place of its `if`. */
  writeRefill: (writer: ByteWriter) => number
  /** Writes `if ((fuel -= cost) < 0) outOfFuel()` and gives the place of its `if`. */
  writeCharge: (writer: ByteWriter, cost: number) => number
  /** Index of a function that charges as many units as it is given. */
  charge: number
  /** Index of a function that charges for a call. */
  chargeCall: number
  /** Index of a function that does what a bulk instruction does, and charges for it before. */
  bulk: (instruction: Instruction, bytes: Uint8Array) => number
  /** The bodies of these functions; they come after those of the module. */
  added: readonly MeteredBody[]
}

const { i32 } = ValueType

/** Gives a module its fuel, the import that is called when it runs out, and functions that charge. */
export function addFuel(module: WasmModule): Fuel {
  const global = importedCount(module, 'global') + module.globals.length
  const outOfFuel = importedCount(module, 'function')
  const moved = (index: number) => (index >= outOfFuel ? index + 1 : index)
  const added: MeteredBody[] = []
  const bulkFunctions = new Map<string, number>()

  renumberFunctions(module, moved)
  module.globals.push({ type: { value: i32, mutable: true }, value: constantExpression(0) })
  module.exports.push({ name: '__fuel', kind: 'global', index: global })
  module.imports.push({
    module: 'env',
    name: '__out_of_fuel',
    kind: 'function',
    type: typeIndex(module, { parameters: [], results: [] }),
  })

  function define(type: FunctionType, write: (writer: ByteWriter) => number[]): number {
    const writer = byteWriter(32)
    writer.u32(0)
    const unlikely = write(writer)
    writer.byte(Opcode.end)
    added.push({ body: writer.view(), unlikely })
    return outOfFuel + module.functions.push(typeIndex(module, type))
  }

  function writeSubtraction(writer: ByteWriter, writeCost: () => void): void {
    writeIndexed(writer, Opcode.globalGet, global)
    writeCost()
    writer.byte(Opcode.i32Sub)
    writeIndexed(writer, Opcode.globalSet, global)
  }

  function writeIsOut(writer: ByteWriter): void {
    writeIndexed(writer, Opcode.globalGet, global)
    writeConstant(writer, 0)
    writer.byte(Opcode.i32LtS)
  }

  function writeRefill(writer: ByteWriter): number {
    writeIsOut(writer)
    const branch = writer.length
    writer.bytes([Opcode.if, EMPTY_BLOCK])
    writeIndexed(writer, Opcode.call, outOfFuel)
    writer.byte(Opcode.end)
    return branch
  }

  function writeSpend(writer: ByteWriter, cost: number): void {
    writeSubtraction(writer, () => writeConstant(writer, cost))
  }

  function writeCharge(writer: ByteWriter, cost: number): number {
    writeSpend(writer, cost)
    return writeRefill(writer)
  }

  const charge = define({ parameters: [i32], results: [] }, (writer) => {
    writeSubtraction(writer, () => writeIndexed(writer, Opcode.localGet, 0))
    return [writeRefill(writer)]
  })
  const chargeCall = define({ parameters: [], results: [] }, (writer) => [
    writeCharge(writer, callCost),
  ])

  function bulk(instruction: Instruction, bytes: Uint8Array): number {
    const key = String(bytes)
    const known = bulkFunctions.get(key)
    if (known !== undefined) return known

    const index = defineBulk(instruction, bytes)
    bulkFunctions.set(key, index)
    return index
  }

  function defineBulk(instruction: Instruction, bytes: Uint8Array): number {
    const kind = bulkInstructions.get(instruction.opcode)
    if (kind === undefined) throw new Error('This instruction does not work on a range.')
    const type = kind.type(elementOf(module, instruction))

    return define(type, (writer) => {
      writeIndexed(writer, Opcode.localGet, type.parameters.length - 1)
      writeConstant(writer, kind.shift)
      writer.byte(Opcode.i32ShrU)
      writeIndexed(writer, Opcode.call, charge)
      type.parameters.forEach((_, index) => writeIndexed(writer, Opcode.localGet, index))
      writer.bytes(bytes)
      return []
    })
  }

  return {
    moved,
    writeSpend,
    writeIsOut,
    writeRefill,
    writeCharge,
    charge,
    chargeCall,
    bulk,
    added,
  }
}

/** The index of a type, which is added if there is none like it. */
function typeIndex(module: WasmModule, wanted: FunctionType): number {
  const shape = JSON.stringify(wanted)
  const found = module.types.findIndex((type) => JSON.stringify(type) === shape)
  return found >= 0 ? found : module.types.push(wanted) - 1
}

/** What the table of an instruction holds; of functions when it has no table. */
function elementOf(module: WasmModule, { indexCount, spaces, indices }: Instruction): ValueType {
  const place = spaces.slice(0, indexCount).indexOf(Space.table)
  if (place < 0) return ValueType.funcref
  const imported = module.imports.filter((entry) => entry.kind === 'table').map(({ type }) => type)
  return [...imported, ...module.tables][indices[place] ?? 0]?.element ?? ValueType.funcref
}
