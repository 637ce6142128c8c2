import type { WasmModule } from '../wasm/module.ts'
import { readDynamicLinking, type DynamicLinking } from './dylink.ts'
import type { Heap } from './heap.ts'

interface Placement {
  memoryBase: number
  tableBase: number
}

export interface PlacedModule extends Placement {
  name: string
  module: WasmModule
  linking: DynamicLinking
}

export interface Layout {
  libraries: PlacedModule[]
  /** The static data of all libraries: from where the core's heap began to where it begins now. */
  staticData: { address: number; bytes: number }
  /** The first table slot that no module takes for itself. */
  freeSlot: number
}

/** What emscripten's allocator and the C ABI align everything to. */
const HEAP_ALIGNMENT = 16

/** Gives each library its place in memory, one after the other from the start of the heap, and in the table. */
export function layOut(
  libraries: readonly { name: string; module: WasmModule }[],
  heap: Heap,
  coreSlots: number,
): Layout {
  let memory = heap.start
  let slot = coreSlots
  const placed: PlacedModule[] = []

  for (const { name, module } of libraries) {
    const linking = readDynamicLinking(module, name)
    const memoryBase = align(memory, Math.max(linking.memoryAlignment, HEAP_ALIGNMENT))
    const tableBase = align(slot, linking.tableAlignment)

    placed.push({ name, module, linking, memoryBase, tableBase })
    memory = memoryBase + linking.memoryBytes
    slot = tableBase + linking.tableSlots
  }

  return {
    libraries: placed,
    staticData: { address: heap.start, bytes: align(memory, HEAP_ALIGNMENT) - heap.start },
    freeSlot: slot,
  }
}

function align(address: number, alignment: number): number {
  return Math.ceil(address / alignment) * alignment
}
