import type { WasmModule } from '../wasm/module.ts'
import { writeModule } from '../wasm/write-module.ts'

/** Where a program's heap begins, and where its C library keeps the end of it (the "program break" of sbrk). */
export interface Heap {
  start: number
  breakAddress: number
}

/**
 * Asks the core, without starting it.
 *
 * As emscripten's loader does for libraries that are loaded before the program starts, the linker puts static
 * data where the heap would begin and moves the break behind it. It must be known where that variable is, and
 * only the C library knows.
 */
export function findHeap(core: WasmModule): Heap {
  const instance = new WebAssembly.Instance(
    new WebAssembly.Module(writeModule(core)),
    importsThatThrow(core),
  )
  const { memory, __heap_base: base, emscripten_get_sbrk_ptr: breakPointer } = instance.exports

  if (
    !(memory instanceof WebAssembly.Memory) ||
    !(base instanceof WebAssembly.Global) ||
    typeof breakPointer !== 'function'
  ) {
    throw new Error('The core does not export its memory, __heap_base and emscripten_get_sbrk_ptr.')
  }
  const breakAddress: unknown = breakPointer()
  const start: unknown = base.value

  if (typeof breakAddress !== 'number' || typeof start !== 'number') {
    throw new Error('The core does not say where its heap begins.')
  }
  if (new DataView(memory.buffer).getUint32(breakAddress, true) !== start) {
    throw new Error("The core's heap does not begin at __heap_base.")
  }

  return { start, breakAddress }
}

function importsThatThrow(module: WasmModule): WebAssembly.Imports {
  const imports: Record<string, Record<string, WebAssembly.ImportValue>> = {}

  for (const entry of module.imports) {
    const named = (imports[entry.module] ??= {})

    switch (entry.kind) {
      case 'function':
        named[entry.name] = () => {
          throw new Error(`The core called ${entry.name} before it was started.`)
        }
        break
      case 'global':
        named[entry.name] = new WebAssembly.Global({ value: 'i32', mutable: entry.type.mutable }, 0)
        break
      case 'memory':
      case 'table':
      case 'tag':
        throw new Error(`The core imports a ${entry.kind}, ${entry.name}.`)
    }
  }

  return imports
}
