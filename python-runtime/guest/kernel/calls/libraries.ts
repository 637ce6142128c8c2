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
  const opened = (handle: number) => memory.readString(handle + dsoNameOffset)

  return {
    _dlopen_js(handle: number) {
      const path = opened(handle)
      if (byPath.has(path)) return 1
      machine.program.setDlError(`${path} is not a library of this image`)
      return 0
    },
    _dlsym_js(handle: number, name: number) {
      const symbol = memory.readString(name)
      const slot = byPath.get(opened(handle))?.symbols[symbol]
      if (slot === undefined) machine.program.setDlError(`undefined symbol: ${symbol}`)
      return slot ?? 0
    },
  }
}
