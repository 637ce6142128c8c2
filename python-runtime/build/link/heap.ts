import { cursorOver } from '../wasm/cursor.ts'
import { eachInstruction } from '../wasm/instructions.ts'
import { exportedIndex, importedCount, type ExternalKind, type WasmModule } from '../wasm/module.ts'
import { Opcode } from '../wasm/opcodes.ts'
import { skipLocals } from '../wasm/read-module.ts'
import { evaluate } from './constants.ts'
import { at } from './program.ts'

/** Where a program's heap begins, and where its C library keeps the end of it (the "program break" of sbrk). */
export interface Heap {
  start: number
  breakAddress: number
}

/**
 * Finds the heap of the core.
 *
 * As emscripten's loader does for libraries that are loaded before the program starts, the linker puts static
 * data where the heap would begin and moves the break behind it.
 */
export function findHeap(core: WasmModule): Heap {
  const base = at(core.globals, definedIndex(core, 'global', '__heap_base'))
  const breakPointer = at(core.code, definedIndex(core, 'function', 'emscripten_get_sbrk_ptr'))

  return { start: evaluate(base.value, () => undefined), breakAddress: lastConstant(breakPointer) }
}

/** What a function gives whose last instruction is a constant. */
function lastConstant(body: Uint8Array): number {
  const cursor = cursorOver(body)
  let [last, start] = [0, 0]

  skipLocals(cursor)
  eachInstruction(cursor, (instruction) => {
    if (instruction.end < body.length) {
      last = instruction.opcode
      start = instruction.start
    }
  })
  if (last !== Opcode.i32Const) {
    throw new Error('The address of the program break is not a constant.')
  }

  return evaluate(body.subarray(start), () => undefined)
}

function definedIndex(module: WasmModule, kind: ExternalKind, name: string): number {
  return exportedIndex(module, kind, name) - importedCount(module, kind)
}
