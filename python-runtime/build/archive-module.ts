import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { byteWriter } from './wasm/byte-writer.ts'
import { importedCount, type WasmModule } from './wasm/module.ts'
import { Opcode } from './wasm/opcodes.ts'
import { readModule } from './wasm/read-module.ts'
import { ValueType } from './wasm/types.ts'
import { writeModule } from './wasm/write-module.ts'
import { writeIndexed } from './wasm/writing.ts'

const { i32 } = ValueType

/** Room for the decoder's stack and static data; its heap grows behind them. */
const leastPages = 2

/**
 * A module that holds packed bytes and can unpack them: Zstandard's decoder with one more function, `load`, which
 * copies a part of these bytes into the decoder's memory. They are a passive data segment, which all sandboxes share.
 */
export async function archiveModule(packed: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const module = await decoder()
  const segment = module.data.push({ mode: { kind: 'passive' }, bytes: packed }) - 1
  const type = module.types.push({ parameters: [i32, i32, i32], results: [] }) - 1
  const index = importedCount(module, 'function') + module.functions.push(type) - 1
  module.code.push(loadFrom(segment))
  module.exports.push({ name: 'load', kind: 'function', index })
  return writeModule(module)
}

/** `load(to, offset, length)` */
function loadFrom(segment: number): Uint8Array {
  const writer = byteWriter(32)
  writer.u32(0)
  for (const parameter of [0, 1, 2]) writeIndexed(writer, Opcode.localGet, parameter)
  writer.bytes([Opcode.memoryInit >>> 12, Opcode.memoryInit & 0xfff])
  writer.u32(segment)
  writer.bytes([0, Opcode.end])
  return writer.view()
}

/** The package has the decoder as text in its source. It asks for more memory than most blocks need. */
async function decoder(): Promise<WasmModule> {
  const source = await readFile(fileURLToPath(import.meta.resolve('zstddec')), 'utf8')
  const base64 = /^const wasm = "([^"]+)"/m.exec(source)?.[1]
  if (base64 === undefined) throw new Error('The package zstddec has no decoder where it had one.')
  const module = readModule(Buffer.from(base64, 'base64'))
  for (const memory of module.memories) memory.minimum = leastPages
  return module
}
