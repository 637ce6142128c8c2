import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { link, type Linked, type LinkOptions } from '../../../python-runtime/build/link.ts'
import { trampolineModule } from '../../../python-runtime/build/link/trampoline.ts'
import { compile } from '../../../python-runtime/build/wasm/compile.ts'
import { readModule } from '../../../python-runtime/build/wasm/read-module.ts'
import { BREAK_ADDRESS, CORE_HEAP, tinyCore } from './tiny-core.ts'
import { addressing, catching, importing, wide } from './tiny-libraries.ts'
import { GIVES, mutable } from './tiny-modules.ts'

it('gives the address of a core function that is in the table already', () => {
  const program = run(linkTiny())

  expect(program.callLibrary('PyInit_double_pointer')).toBe(program.slotOf('double'))
})

it('gives one address to a function of a library, by whichever way it is asked for', () => {
  const program = run(linkTiny())

  expect(program.callLibrary('PyInit_own_pointer')).toBe(
    program.callLibrary('PyInit_own_pointer_by_base'),
  )
})

it('gives one address in all libraries to a function that was not in the table', () => {
  const program = run(linkTiny())

  const slot = program.callLibrary('PyInit_added_pointer')

  expect(program.callLibrary('PyInit_added_pointer', 'second.so')).toBe(slot)
  expect(program.slotOf('not_in_the_table')).toBe(slot)
})

it('gives 0 as the address of a function that is nowhere, and says so', () => {
  const linked = linkTiny()

  expect(run(linked).callLibrary('PyInit_undefined_pointer')).toBe(0)
  expect(linked.undefinedAddresses).toEqual([{ name: 'nowhere_either', neededBy: ['first.so'] }])
})

it('gives 0 for the addresses that the core asks of its loader', () => {
  expect(run(linkTiny()).call('gl_address')).toBe(0)
})

it('finds data of the core and of the library itself', () => {
  const program = run(linkTiny())

  expect(program.callLibrary('PyInit_answer')).toBe(42)
  expect(program.callLibrary('PyInit_own_data')).toBe(99)
})

it('puts the data of the libraries at the start of the heap, one after the other', () => {
  const { libraries, staticData } = linkTiny()

  expect(libraries.map(({ memoryBase }) => memoryBase)).toEqual([CORE_HEAP, CORE_HEAP + 16])
  expect(staticData).toEqual({ address: CORE_HEAP, bytes: 32 })
  expect(run(linkTiny()).callLibrary('PyInit_first_byte', 'second.so')).toBe(77)
})

it('moves the end of the heap behind the data of the libraries', () => {
  expect(run(linkTiny()).readWord(BREAK_ADDRESS)).toBe(CORE_HEAP + 32)
})

it('relocates the data of a library before it runs its constructors', () => {
  const program = run(linkTiny())

  program.call('__link_init')

  const slot = program.slotOf('double')
  expect(program.callLibrary('PyInit_relocated')).toBe(slot)
  expect(program.callLibrary('PyInit_constructed')).toBe(slot + 7)
})

it('makes constants of the globals that a start function sets', () => {
  const module = readModule(linkTiny().wasm)

  // The stack pointer is the only variable left.
  expect(module.globals.filter(({ type }) => type.mutable)).toHaveLength(1)
})

it('lets one library catch what another throws through the core', () => {
  const program = run(linkTiny())

  const thrown = program.librarySlot('PyInit_throw', 'first.so')

  expect(program.callLibrary('PyInit_catch', 'second.so', thrown)).toBe(55)
})

it('asks for a function that a library calls and nobody defines', () => {
  const linked = linkTiny()

  expect(linked.undefinedFunctions).toEqual([{ name: 'nowhere', neededBy: ['first.so'] }])
  expect(run(linked, { nowhere: () => 8 }).callLibrary('PyInit_undefined')).toBe(8)
})

it('calls the given function in place of a replaced one, in code and through the table', () => {
  const program = run(linkTiny({ replaced: ['clock'] }), { clock: () => 1234 })

  expect(program.call('call_clock')).toBe(1234)
  expect(program.callSlot(1)).toBe(1234)
  expect(program.call('clock')).toBe(1234)
})

it('refuses to replace a function that the core does not export', () => {
  expect(() => linkTiny({ replaced: ['clocks'] })).toThrow('no function clocks')
})

it('leaves out code that nothing reaches, and the imports that only it needs', () => {
  const reached = linkTiny({ roots: ['memory', 'not_reached'] })
  const left = linkTiny({ roots: ['memory'] })

  expect(reached.imports.map(({ name }) => name)).toContain('unused')
  expect(left.imports.map(({ name }) => name)).not.toContain('unused')
  expect(left.wasm.length).toBeLessThan(reached.wasm.length)
})

it('calls a function of any number of arguments through the trampoline', () => {
  const linked = linkTiny()
  const program = run(linked)
  const success = 512

  const result = program.callSlot(
    linked.trampolineSlot,
    success,
    program.slotOf('double'),
    21,
    0,
    0,
  )

  expect(result).toBe(42)
  expect(program.readWord(success)).toBe(1)
})

it('tells through the trampoline that a function has another type than all it can call', () => {
  const linked = linkTiny({ roots: ['memory', '__indirect_function_table', 'call_trampoline'] })
  const program = run(linked)
  const success = 512

  const result = program.callSlot(linked.trampolineSlot, success, linked.trampolineSlot, 1, 2, 3)

  expect(result).toBe(0)
  expect(program.readWord(success)).toBe(0)
})

it('gives the core the function that Pyodide writes in JavaScript', () => {
  const program = run(linkTiny())

  expect(program.call('call_trampoline', program.slotOf('double'), 4, 0, 0)).toBe(8)
})

it('writes the trampoline as Pyodide has it', () => {
  const glue = readFileSync(resolvePyodide('pyodide.asm.mjs'), 'utf8')
  const hex = /hexStringToUTF8Array\("([0-9a-f]+)"\)/.exec(glue)?.[1] ?? ''
  const theirs = readModule(Buffer.from(hex, 'hex'))
  const ours = trampolineModule()

  expect(Buffer.from(ours.code[0] ?? [])).toEqual(theirs.code[0])
  expect(ours.types.slice(0, theirs.types.length)).toEqual(theirs.types)
})

it('refuses data that is defined nowhere', () => {
  const bytes = importing(mutable('GOT.mem', 'lost'))

  expect(() => linkTiny({ libraries: [{ name: 'x.so', bytes }] })).toThrow('GOT.mem.lost')
})

it('gives 0 for weak data that is defined nowhere', () => {
  const bytes = importing(mutable('GOT.mem', 'lost'), { ...getsGlobal, weak: ['lost'] })

  expect(
    run(linkTiny({ libraries: [{ name: 'x.so', bytes }] })).callLibrary('PyInit_x', 'x.so'),
  ).toBe(0)
})

it('finds data in a library that another says it needs', () => {
  const bytes = importing(mutable('GOT.mem', 'own_data'), { ...getsGlobal, needed: ['first.so'] })
  const libraries = [
    { name: 'folder/first.so', bytes: addressing() },
    { name: 'x.so', bytes },
  ]

  expect(run(linkTiny({ libraries })).callLibrary('PyInit_x', 'x.so')).toBe(CORE_HEAP + 4)
})

it('refuses a library that needs another which is not there', () => {
  const bytes = importing(mutable('GOT.mem', 'own_data'), { needed: ['first.so'] })

  expect(() => linkTiny({ libraries: [{ name: 'x.so', bytes }] })).toThrow('first.so is needed')
})

it('refuses a library that sets an address which was taken to be constant', () => {
  const bytes = importing(mutable('GOT.mem', 'answer'), { code: [0x41, 0, 0x24, 2] })

  expect(() => linkTiny({ libraries: [{ name: 'x.so', bytes }] })).toThrow('x.so sets global 2')
})

it('refuses a library that expects another type of a function', () => {
  const bytes = importing({ module: 'env', name: 'double', kind: 'function', type: 0 })

  expect(() => linkTiny({ libraries: [{ name: 'x.so', bytes }] })).toThrow('another type of double')
})

it('refuses a root that the core does not export', () => {
  expect(() => linkTiny({ roots: ['lost'] })).toThrow('does not export lost')
})

it('names the functions of the program when asked to', () => {
  const linked = linkTiny({ keepNames: true })
  const program = run(linked, {
    nowhere: () => {
      throw new Error('stop')
    },
  })

  expect(() => program.callLibrary('PyInit_undefined')).toThrow(
    expect.objectContaining({ stack: expect.stringContaining('first.so:PyInit_undefined') }),
  )
})

it('gives the same bytes for the same input', () => {
  expect(linkTiny().wasm).toEqual(linkTiny().wasm)
})

it('makes of the real core a program whose heap begins behind the data of a library', () => {
  const linked = link({
    core: { name: 'python', bytes: readFileSync(resolvePyodide('pyodide.asm.wasm')) },
    libraries: [{ name: 'wide.so', bytes: wide(1_000_000) }],
    roots: ['memory', '__indirect_function_table', 'malloc'],
  })

  const address = run(linked).call('malloc', 5_000_000)

  expect(linked.staticData.bytes).toBe(1_000_000)
  expect(address).toBeGreaterThanOrEqual(linked.staticData.address + 1_000_000)
  expect(address).toBeLessThan(linked.staticData.address + 1_001_000)
})

/** A function that gives the first global that its library imports besides its place. */
const getsGlobal = { code: [0x23, 2], type: GIVES }

function linkTiny(options: Partial<LinkOptions> = {}): Linked {
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
function run(linked: Linked, given: Record<string, () => unknown> = {}) {
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

function resolvePyodide(file: string): string {
  return createRequire(import.meta.url).resolve(`pyodide/${file}`)
}
