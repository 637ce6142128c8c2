import { byteWriter } from '../wasm/byte-writer.ts'
import { emptyModule } from '../wasm/module.ts'
import { Opcode } from '../wasm/opcodes.ts'
import { noDynamicLinking } from './dylink.ts'
import { at, type Program, type Unit } from './program.ts'
import { addUnit } from './units.ts'

/** The function that the program's owner calls once, when the core has been started. */
export const INITIALIZER = '__link_init'

/**
 * Adds the function that does for every library, in order, what a loader does: run its start function, write
 * addresses into its data, and run its constructors.
 */
export function addInitializer(program: Program, libraries: readonly Unit[]): Unit {
  const calls = libraries.flatMap(initialFunctions)
  const writer = byteWriter()

  writer.u32(0)
  for (const id of calls) {
    writer.byte(Opcode.call)
    writer.u32(id)
  }
  writer.byte(Opcode.end)

  const index = program.functions.length
  const unit = addUnit(program, {
    name: INITIALIZER,
    module: {
      ...emptyModule(),
      types: [{ parameters: [], results: [] }],
      functions: [0],
      code: [writer.view()],
    },
    linking: noDynamicLinking(),
    memoryBase: 0,
    tableBase: 0,
  })

  // This body calls by ids, so that each id means itself.
  unit.functionIds = Array.from(program.functions, (_, id) => id)
  unit.exports.set(INITIALIZER, { name: INITIALIZER, kind: 'function', index })

  return unit
}

function initialFunctions({ module, exports, functionIds }: Unit): number[] {
  return [
    module.start,
    exports.get('__wasm_apply_data_relocs')?.index,
    exports.get('__wasm_call_ctors')?.index,
  ]
    .filter((index) => index !== undefined)
    .map((index) => at(functionIds, index))
}
