import { meterBody } from './meter/body.ts'
import { branchHints, type BranchHints } from './meter/branch-hints.ts'
import { addFuel } from './meter/fuel.ts'
import { importedCount } from './wasm/module.ts'
import { readModule } from './wasm/read-module.ts'
import { writeModule } from './wasm/write-module.ts'

/**
 * Makes a program stop and ask, again and again, whether it may go on.
 *
 * An exported global, `__fuel`, is counted down as the program works; one unit is about one instruction
 * (`meter/costs.ts`). Where it falls below zero the imported function `env.__out_of_fuel` is called, which fills it
 * up, or throws. No code runs for long without it:
 *
 * - A loop is charged by the length of its body at each turn, or, where it makes no calls, at the latest after
 *   `batch` units (`meter/body.ts`).
 * - A function is charged before the second call that it makes outside of loops (`meter/calls.ts`). What is not
 *   charged is then a chain of calls, which is no longer than the stack is deep, and never a tree.
 * - An instruction that works on a whole range of memory is charged by its size (`meter/bulk.ts`).
 *
 * What `__out_of_fuel` throws is no exception that C or Python know. A C++ handler that cleans up asks again, and,
 * as long as the fuel is not filled up, gets the same answer.
 */
export function meter(wasm: Uint8Array): Uint8Array<ArrayBuffer> {
  const module = readModule(wasm)
  const fuel = addFuel(module)
  const firstBody = importedCount(module, 'function')
  const hints: BranchHints[] = []
  const code = module.code.map((body, index) => {
    const type = module.types[module.functions[index] ?? 0]
    const metered = meterBody(body, type?.parameters.length ?? 0, fuel)
    hints.push({ function: firstBody + index, unlikely: metered.unlikely })
    return metered.body
  })

  for (const { body, unlikely } of fuel.added) {
    hints.push({ function: firstBody + code.length, unlikely })
    code.push(body)
  }
  module.code = code
  module.custom = [...module.custom.filter(({ name }) => !isStale(name)), branchHints(hints)]
  return writeModule(module)
}

/** Whether a custom section speaks of functions by their numbers, or of places in their code. */
function isStale(section: string): boolean {
  return section === 'name' || section.startsWith('metadata.code.')
}
