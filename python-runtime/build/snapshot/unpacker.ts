import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import wabt from 'wabt'
import type { WasmModule } from '../wasm/module.ts'
import { readModule } from '../wasm/read-module.ts'

/** The module that unpacks these blocks, by its function `unpack(offset, length, to)`. */
export async function unpackerWith(packed: Uint8Array): Promise<WasmModule> {
  const source = await readFile(join(import.meta.dirname, 'unpack.wat'), 'utf8')
  const toolkit = await wabt()
  // The toolkit's types do not know `multi_memory` yet.
  const features = { bulk_memory: true, multi_memory: true, simd: true }
  const parsed = toolkit.parseWat('unpack.wat', source, features)
  const module = readModule(new Uint8Array(parsed.toBinary({}).buffer))
  const [, ...rest] = module.data
  module.data = [{ mode: { kind: 'passive' }, bytes: packed }, ...rest]
  return module
}
