import { signalAddress, terminatedAddress } from '../../guest/image.ts'
import type { LoadedProgram } from '../../guest/kernel/program.ts'
import { imageMark } from '../../guest/restore.ts'
import { constantExpression } from '../link/constants.ts'
import { at } from '../link/program.ts'
import { importedCount, type WasmModule } from '../wasm/module.ts'
import { readModule } from '../wasm/read-module.ts'
import { pageBytes, ValueType } from '../wasm/types.ts'
import { writeModule } from '../wasm/write-module.ts'

const exportPrefix = '__state_'

/** Exports every mutable global, so that `withState` can read it. */
export function exportState(wasm: Uint8Array): Uint8Array<ArrayBuffer> {
  const module = readModule(wasm)
  for (const [index, { type }] of module.globals.entries()) {
    if (!type.mutable) continue
    if (type.value !== ValueType.i32) throw new Error(`The mutable global ${index} is not an i32.`)
    module.exports.push({ name: `${exportPrefix}${index}`, kind: 'global', index })
  }
  return writeModule(module)
}

/** A program made by `exportState` as it is now, but for its memory, which only has its size. */
export function withState(
  wasm: Uint8Array,
  program: LoadedProgram,
  memoryBytes: number,
): WasmModule {
  const module = readModule(wasm)
  const isState = ({ name }: { name: string }) => name.startsWith(exportPrefix)
  for (const { name, index } of module.exports.filter(isState)) {
    at(module.globals, index).value = constantExpression(program.symbol(name))
  }
  module.exports = module.exports.filter((entry) => !isState(entry))
  module.data = []
  at(module.memories, 0).minimum = memoryBytes / pageBytes
  exportConstant(module, '__instance_signal', signalAddress)
  exportConstant(module, '__instance_terminated', terminatedAddress)
  return module
}

/** Marks a module as a part of one image; the guest refuses parts whose marks differ. */
export function mark(module: WasmModule, image: number): Uint8Array<ArrayBuffer> {
  exportConstant(module, imageMark, image)
  return writeModule(module)
}

function exportConstant(module: WasmModule, name: string, value: number): void {
  const index = importedCount(module, 'global') + module.globals.length
  const type = { value: ValueType.i32, mutable: false }
  module.globals.push({ type, value: constantExpression(value) })
  module.exports.push({ name, kind: 'global', index })
}
