import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { trampolineModule } from '../../../python-runtime/build/link/trampoline.ts'
import { readModule } from '../../../python-runtime/build/wasm/read-module.ts'
import { linkTiny, pyodideFile, run } from './run-linked.ts'

it('calls a function of fewer arguments than its caller gives through the trampoline', () => {
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
  // What lies above the stack is as it was.
  expect(program.callLibrary('PyInit_first_byte', 'second.so')).toBe(77)
})

it('writes the trampoline as Pyodide has it', () => {
  const glue = readFileSync(pyodideFile('pyodide.asm.mjs'), 'utf8')
  const hex = /hexStringToUTF8Array\("([0-9a-f]+)"\)/.exec(glue)?.[1] ?? ''
  const theirs = readModule(Buffer.from(hex, 'hex'))
  const ours = trampolineModule()

  expect(Buffer.from(ours.code[0] ?? [])).toEqual(theirs.code[0])
  expect(ours.types.slice(0, theirs.types.length)).toEqual(theirs.types)
})
