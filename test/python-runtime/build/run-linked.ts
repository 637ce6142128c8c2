import { createRequire } from 'node:module'
import { link, type Linked, type LinkOptions } from '../../../python-runtime/build/link.ts'
import { compile } from '../../../python-runtime/build/wasm/compile.ts'
import { tinyCore } from './tiny-core.ts'
import { addressing, catching } from './tiny-libraries.ts'

/** The tiny core and two libraries, linked. */
export function linkTiny(options: Partial<LinkOptions> = {}): Linked {
  return link({
    core: { name: 'core', bytes: tinyCore() },
    libraries: [
      { name: 'first.so', bytes: addressing() },
      { name: 'second.so', bytes: catching() },
    ],
    roots: [
      'memory',
      '__indirect_function_table',
      'clock',
      'call_clock',
      'double',
      'call_trampoline',
      'gl_address',
      'not_in_the_table',
    ],
    ...options,
  })
}

/** The linked program in this process, with handles on its exports and its table. */
export function run(linked: Linked, given: Record<string, () => unknown> = {}) {
  const missing = Object.fromEntries(linked.imports.map(({ name }) => [name, () => 0]))
  const { exports } = new WebAssembly.Instance(compile(linked.wasm), {
    env: { ...missing, ...given },
    wasi_snapshot_preview1: missing,
  })
  const { memory, __indirect_function_table: table } = exports

  if (!(memory instanceof WebAssembly.Memory) || !(table instanceof WebAssembly.Table)) {
    throw new Error('The program does not export its memory and its table.')
  }
  const callSlot = (slot: number, ...values: number[]): unknown => apply(table.get(slot), values)
  const librarySlot = (name: string, library = 'first.so'): number =>
    linked.libraries.find((entry) => entry.name === library)?.exports[name] ?? -1

  return {
    callSlot,
    librarySlot,
    call: (name: string, ...values: number[]): unknown => apply(exports[name], values),
    callLibrary: (name: string, library?: string, ...values: number[]): unknown =>
      callSlot(librarySlot(name, library), ...values),
    slotOf: (name: string): number =>
      Array.from({ length: table.length }, (_, slot) => slot).findIndex(
        (slot) => table.get(slot) !== null && table.get(slot) === exports[name],
      ),
    readWord: (address: number): number => new DataView(memory.buffer).getInt32(address, true),
  }
}

function apply(target: unknown, values: number[]): unknown {
  if (typeof target !== 'function') {
    throw new Error('This is not a function.')
  }

  const result: unknown = Reflect.apply(target, undefined, values)

  return result
}

/** The path of a file of the pyodide package. */
export function pyodideFile(file: string): string {
  return createRequire(import.meta.url).resolve(`pyodide/${file}`)
}
