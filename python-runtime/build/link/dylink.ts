import { atEnd, cursorOver, readByte, readName, readU32, readVector } from '../wasm/cursor.ts'
import type { WasmModule } from '../wasm/module.ts'

/** What a side module says of itself in its "dylink.0" section. */
export interface DynamicLinking {
  memoryBytes: number
  memoryAlignment: number
  tableSlots: number
  tableAlignment: number
  /** The libraries that it needs, by file name. */
  needed: string[]
  /** The imports that may stay undefined. */
  weak: Set<string>
}

/** Subsections, from DynamicLinking.md of WebAssembly's tool conventions. */
const MEMORY_INFO = 1
const NEEDED = 2
const IMPORT_INFO = 4

/** A symbol's flags: the two bits of its binding, where 1 is weak (Linking.md of the tool conventions). */
const BINDING_MASK = 0b11
const BINDING_WEAK = 0b01

/** @throws when the module has no "dylink.0" section, which must come first in it. */
export function readDynamicLinking(module: WasmModule, name: string): DynamicLinking {
  const section = module.custom[0]
  const linking = noDynamicLinking()

  if (section?.name !== 'dylink.0') {
    throw new Error(`${name} is not a module for dynamic linking.`)
  }
  const cursor = cursorOver(section.bytes)

  while (!atEnd(cursor)) {
    const id = readByte(cursor)
    const end = readU32(cursor) + cursor.position

    if (id === MEMORY_INFO) {
      linking.memoryBytes = readU32(cursor)
      linking.memoryAlignment = 2 ** readU32(cursor)
      linking.tableSlots = readU32(cursor)
      linking.tableAlignment = 2 ** readU32(cursor)
    } else if (id === NEEDED) {
      linking.needed = readVector(cursor, readName)
    } else if (id === IMPORT_INFO) {
      for (let left = readU32(cursor); left > 0; left -= 1) {
        readName(cursor)
        const field = readName(cursor)

        if ((readU32(cursor) & BINDING_MASK) === BINDING_WEAK) {
          linking.weak.add(field)
        }
      }
    }
    cursor.position = end
  }

  return linking
}

export function noDynamicLinking(): DynamicLinking {
  return {
    memoryBytes: 0,
    memoryAlignment: 1,
    tableSlots: 0,
    tableAlignment: 1,
    needed: [],
    weak: new Set(),
  }
}
