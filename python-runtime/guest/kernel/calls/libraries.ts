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

/** `dlopen` and `dlsym` over libraries that are in the program already: both are look-ups in a table. */
export function libraryCalls(machine: Machine, libraries: Library[]) {
  const { memory } = machine
  const byPath = new Map(libraries.map((library) => [library.path, library]))
  const byHandle = new Map<number, Library>()

  return {
    _dlopen_js(handle: number) {
      const path = memory.readString(handle + dsoNameOffset)
      const library = byPath.get(path)
      if (!library) {
        machine.program.setDlError(`${path} is not a library of this image`)
        return 0
      }
      byHandle.set(handle, library)
      return 1
    },
    _dlsym_js(handle: number, name: number) {
      const symbol = memory.readString(name)
      const slot = byHandle.get(handle)?.symbols[symbol]
      if (slot === undefined) machine.program.setDlError(`undefined symbol: ${symbol}`)
      return slot ?? 0
    },
  }
}
