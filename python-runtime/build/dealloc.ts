import { byteWriter } from './wasm/byte-writer.ts'
import { exportedIndex, importedCount } from './wasm/module.ts'
import { Opcode } from './wasm/opcodes.ts'
import { readModule } from './wasm/read-module.ts'
import { writeModule } from './wasm/write-module.ts'
import { writeConstant, writeIndexed } from './wasm/writing.ts'

/** What one nested deallocation takes of the C stack at least. */
const frameBytes = 256

/**
 * Lets CPython see how deep it is when it frees a chain of objects, such as a linked list of many thousands.
 *
 * `_Py_Dealloc` calls itself until little is left of the C stack, and puts the rest of the chain off. But its own
 * variables need no memory in WebAssembly: the engine's stack, which the program cannot see, would end first. So
 * each call takes some of the C stack, which it does not use.
 */
export function countDeallocations(wasm: Uint8Array): Uint8Array<ArrayBuffer> {
  const module = readModule(wasm)
  const firstBody = importedCount(module, 'function')
  const dealloc = exportedIndex(module, 'function', '_Py_Dealloc') - firstBody
  const stackPointer = exportedIndex(module, 'global', '__stack_pointer')
  const type = module.functions[dealloc]
  const body = module.code[dealloc]
  if (type === undefined || body === undefined) throw new Error('_Py_Dealloc has no body.')

  const moved = firstBody + module.code.length
  module.functions.push(type)
  module.code.push(body)
  module.code[dealloc] = counted(moved, stackPointer)
  return writeModule(module)
}

/** `stack -= frameBytes; moved(object); stack += frameBytes` */
function counted(moved: number, stackPointer: number): Uint8Array {
  const writer = byteWriter(32)
  const moveStack = (opcode: number) => {
    writeIndexed(writer, Opcode.globalGet, stackPointer)
    writeConstant(writer, frameBytes)
    writer.byte(opcode)
    writeIndexed(writer, Opcode.globalSet, stackPointer)
  }
  writer.u32(0)
  moveStack(Opcode.i32Sub)
  writeIndexed(writer, Opcode.localGet, 0)
  writeIndexed(writer, Opcode.call, moved)
  moveStack(Opcode.i32Add)
  writer.byte(Opcode.end)
  return writer.view()
}
