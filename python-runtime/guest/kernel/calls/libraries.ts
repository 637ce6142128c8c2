import { textOf } from '../byte-string.ts'
import { fuelPerCharacter } from '../costs.ts'
import { maxPathLength } from '../paths.ts'
import type { Machine } from './calls.ts'

/** An extension module that was linked into the program when the image was built. */
export interface Library {
  /** Path of the file that stands for it. */
  path: string
  /** Table slots of the functions that may be looked up, by name. */
  symbols: Record<string, number>
}

/** Where a path is in the C library's record of an open library (`struct dso`, `dynlink.c` of emscripten). */
const dsoNameOffset = 36

const maxSymbolLength = 1024

/** `dlopen` and `dlsym` over libraries that are in the program already: both are look-ups in a table. */
export function libraryCalls({ memory, program }: Machine, libraries: Library[]) {
  const symbols = new Map(
    libraries.map((library) => [library.path, new Map(Object.entries(library.symbols))]),
  )

  function readText(address: number, limit: number): string {
    const bytes = memory.readString(address, limit)
    program.spend(bytes.length * fuelPerCharacter)
    return textOf(bytes)
  }

  const pathOf = (handle: number) => readText(handle + dsoNameOffset, maxPathLength)

  return {
    _dlopen_js(handle: number) {
      const path = pathOf(handle)
      if (symbols.has(path)) return 1
      program.setDlError(`${path} is not a library of this image`)
      return 0
    },
    _dlsym_js(handle: number, name: number) {
      const symbol = readText(name, maxSymbolLength)
      const slot = symbols.get(pathOf(handle))?.get(symbol)
      if (slot === undefined) program.setDlError(`undefined symbol: ${symbol}`)
      return slot ?? 0
    },
  }
}
