import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { link } from '../../../python-runtime/build/link.ts'
import type { Export } from '../../../python-runtime/build/wasm/module.ts'
import { readModule } from '../../../python-runtime/build/wasm/read-module.ts'
import { ValueType } from '../../../python-runtime/build/wasm/types.ts'
import { writeModule } from '../../../python-runtime/build/wasm/write-module.ts'
import { linkTiny, pyodideFile, run } from './run-linked.ts'
import { BREAK_ADDRESS, CORE_HEAP, tinyCore } from './tiny-core.ts'
import { addressing, importing, passive, wide } from './tiny-libraries.ts'
import { GIVES, MAPS, mutable } from './tiny-modules.ts'

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

it('exports functions that the program is given beside those that it asks for', () => {
  const type = { parameters: [ValueType.i32], results: [ValueType.i32] }
  const linked = linkTiny({ given: [{ name: 'given', type }] })

  expect(linked.imports).toContainEqual({ module: 'env', name: 'given', ...type })
  expect(run(linked, { given: () => 6 }).call('given', 5)).toBe(6)
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

it('makes room in memory for the data of the libraries', () => {
  const linked = linkTiny({ libraries: [{ name: 'wide.so', bytes: wide(100_000) }] })

  expect(readModule(linked.wasm).memories).toEqual([{ minimum: 3, maximum: undefined }])
})

it('refuses a core that does not say where the end of its heap is kept', () => {
  const core = { name: 'core', bytes: tinyCore([0x23, 2]) }

  expect(() => linkTiny({ core })).toThrow('not a constant')
})

it('runs the start function of a library when it is initialized', () => {
  const program = run(linkTiny())

  program.call('__link_init')

  expect(program.readWord(CORE_HEAP)).toBe(3)
})

it('relocates the data of a library before it runs its constructors', () => {
  const program = run(linkTiny())

  program.call('__link_init')

  const slot = program.slotOf('double')
  expect(program.readWord(CORE_HEAP + 8)).toBe(slot)
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

it('lets a library copy data and functions from segments that are not placed', () => {
  const libraries = [
    { name: 'first.so', bytes: addressing() },
    { name: 'passive.so', bytes: passive() },
  ]
  const program = run(linkTiny({ libraries }))

  expect(program.callLibrary('PyInit_data', 'passive.so')).toBe(6)
  expect(program.callLibrary('PyInit_function', 'passive.so')).toBe(5)
})

it('prefers the function of the core to one of the same name in the library', () => {
  const bytes = importing(
    { module: 'env', name: 'double', kind: 'function', type: MAPS },
    { code: [0x20, 0, 0x10, 0], type: MAPS, exports: [exportedFunction('double', 1)] },
  )
  const program = run(linkTiny({ libraries: [{ name: 'x.so', bytes }] }))

  expect(program.callLibrary('PyInit_x', 'x.so', 21)).toBe(42)
})

it('does not take a function as defined by a library that only passes it on', () => {
  const bytes = importing(
    { module: 'env', name: 'passed_on', kind: 'function', type: GIVES },
    { exports: [exportedFunction('passed_on', 0)] },
  )
  const linked = linkTiny({ libraries: [{ name: 'x.so', bytes }] })

  expect(linked.undefinedFunctions).toEqual([{ name: 'passed_on', neededBy: ['x.so'] }])
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

it('refuses a library with references to types, whose numbers change', () => {
  const module = readModule(addressing())
  const inType = { parameters: [{ nullable: false, heap: 0 }], results: [] }
  // One local, null or a function of type 0.
  const [, ...code] = module.code
  const inLocals = [Uint8Array.of(1, 1, 0x63, 0, ...(module.code[0]?.subarray(1) ?? [])), ...code]

  for (const change of [{ types: [...module.types, inType] }, { code: inLocals }]) {
    const bytes = writeModule({ ...module, ...change })
    expect(() => linkTiny({ libraries: [{ name: 'x.so', bytes }] })).toThrow('x.so has a reference')
  }
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
    core: { name: 'python', bytes: readFileSync(pyodideFile('pyodide.asm.wasm')) },
    libraries: [{ name: 'wide.so', bytes: wide(1_000_000) }],
    roots: ['memory', '__indirect_function_table', 'malloc'],
  })

  const address = run(linked).call('malloc', 5_000_000)

  expect(linked.staticData.bytes).toBe(1_000_000)
  expect(address).toBeGreaterThanOrEqual(linked.staticData.address + 1_000_000)
  expect(address).toBeLessThan(linked.staticData.address + 1_001_000)
}, 60_000)

/** A function that gives the first global that its library imports besides its place. */
const getsGlobal = { code: [0x23, 2], type: GIVES }

function exportedFunction(name: string, index: number): Export {
  return { name, kind: 'function', index }
}
