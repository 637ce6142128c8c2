import { constantExpression } from './link/constants.ts'
import { meterBody, type Meter } from './meter/body.ts'
import { importedCount, type WasmModule } from './wasm/module.ts'
import { readModule } from './wasm/read-module.ts'
import { ValueType } from './wasm/types.ts'
import { writeModule } from './wasm/write-module.ts'

/**
 * Makes a program stop and ask, again and again, whether it may go on.
 *
 * An exported global, `__fuel`, is counted down at every loop's start by the length of the loop's body, and by the
 * size of what a bulk instruction moves: one unit is about one instruction. When it is below zero the imported
 * function `env.__out_of_fuel` is called, which fills it up, or throws. What it throws is no exception that C or
 * Python know; a C++ handler that cleans up asks again at its own loops, and gets the same answer.
 *
 * Code without loops ends by itself, but for recursion: its depth is bounded by the stack, and a function whose
 * calls could branch is counted too.
 */
export function meter(wasm: Uint8Array): Uint8Array<ArrayBuffer> {
  const module = readModule(wasm)
  const meterOf = addFuel(module)
  module.code = module.code.map((body, index) => {
    const type = module.types[module.functions[index] ?? 0]
    return meterBody(meterOf, body, type?.parameters.length ?? 0)
  })
  return writeModule(module)
}

/** Adds the fuel and the import; the module's own functions move up by one. */
function addFuel(module: WasmModule): Meter {
  const fuel = importedCount(module, 'global') + module.globals.length
  module.globals.push({
    type: { value: ValueType.i32, mutable: true },
    value: constantExpression(0),
  })
  module.exports.push({ name: '__fuel', kind: 'global', index: fuel })

  const outOfFuel = importedCount(module, 'function')
  const type = module.types.push({ parameters: [], results: [] }) - 1
  module.imports.push({ module: 'env', name: '__out_of_fuel', kind: 'function', type })
  const moved = (index: number) => (index >= outOfFuel ? index + 1 : index)

  for (const entry of module.exports) {
    if (entry.kind === 'function') entry.index = moved(entry.index)
  }
  if (module.start !== undefined) module.start = moved(module.start)
  for (const { items } of module.elements) {
    if (items.kind === 'expressions') throw new Error('Elements as expressions are not known here.')
    items.functions = items.functions.map(moved)
  }
  return { fuel, outOfFuel, moved }
}
