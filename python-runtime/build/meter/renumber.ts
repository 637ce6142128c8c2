import { byteWriter } from '../wasm/byte-writer.ts'
import { cursorOver } from '../wasm/cursor.ts'
import { eachInstruction } from '../wasm/instructions.ts'
import type { WasmModule } from '../wasm/module.ts'
import { Space } from '../wasm/opcodes.ts'

/** Gives functions new indices wherever a module names them, but for its code. */
export function renumberFunctions(module: WasmModule, moved: (index: number) => number): void {
  for (const entry of module.exports) {
    if (entry.kind === 'function') entry.index = moved(entry.index)
  }
  if (module.start !== undefined) module.start = moved(module.start)
  for (const global of module.globals) global.value = renumberExpression(global.value, moved)
  for (const { items } of module.elements) {
    if (items.kind === 'functions') {
      items.functions = items.functions.map(moved)
    } else {
      items.expressions = items.expressions.map((item) => renumberExpression(item, moved))
    }
  }
}

function renumberExpression(expression: Uint8Array, moved: (index: number) => number): Uint8Array {
  const writer = byteWriter(expression.length + 4)
  let copied = 0

  eachInstruction(
    cursorOver(expression),
    ({ indexCount, spaces, indices, indexStarts, indexEnds }) => {
      for (let index = 0; index < indexCount; index++) {
        if (spaces[index] !== Space.function) continue
        writer.copy(expression, copied, indexStarts[index] ?? 0)
        writer.u32(moved(indices[index] ?? 0))
        copied = indexEnds[index] ?? 0
      }
    },
  )
  writer.copy(expression, copied, expression.length)

  return writer.view()
}
