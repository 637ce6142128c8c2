import { expect, it } from 'vitest'
import { meter } from '../../../python-runtime/build/meter.ts'
import { optimize } from '../../../python-runtime/build/optimize.ts'
import { readModule } from '../../../python-runtime/build/wasm/read-module.ts'
import { assemble, startMetered } from './run-metered.ts'

/** A function that calls `callee` again and again, as a compiler writes it for one template with many types. */
function template(name: string, callee: string): string {
  const step = `
    (local.set $sum (i32.rotl (i32.xor (local.get $sum) (call $${callee} (local.get $turns))) (i32.const 7)))`
  return `(func (export "${name}") (param $turns i32) (result i32)
    (local $sum i32)
    (loop $turn ${step.repeat(20)}
      (br_if $turn (local.tee $turns (i32.sub (local.get $turns) (i32.const 1)))))
    (local.get $sum))`
}

const callees = ['double', 'square', 'negate']
const program = `(module
  (func $double (param i32) (result i32) (i32.shl (local.get 0) (i32.const 1)))
  (func $square (param i32) (result i32) (i32.mul (local.get 0) (local.get 0)))
  (func $negate (param i32) (result i32) (i32.sub (i32.const 0) (local.get 0)))
  ${callees.map((callee) => template(`sum_${callee}`, callee)).join('\n')})`

const codeBytes = (wasm: Uint8Array) =>
  readModule(wasm).code.reduce((sum, body) => sum + body.length, 0)

it('makes one of functions that differ in what they call, and they do what they did', async () => {
  const wasm = await assemble(program)

  const optimized = await optimize(wasm)

  expect(codeBytes(optimized)).toBeLessThan(codeBytes(wasm) / 2)
  const [before, after] = [startMetered(meter(wasm)), startMetered(meter(optimized))]
  for (const name of callees.map((callee) => `sum_${callee}`)) {
    expect(after.run(name, 1000)).toBe(before.run(name, 1000))
  }
})

it('leaves to the meter all that has to be charged', async () => {
  const refuse = (fuel: WebAssembly.Global) => {
    fuel.value = 0
    throw new Error('no more')
  }
  const limited = startMetered(meter(await optimize(await assemble(program))), refuse)

  for (const callee of callees) {
    // From 0 down through all numbers that there are.
    expect(() => limited.run(`sum_${callee}`, 0)).toThrow('no more')
  }
})

it('makes the same of the same', async () => {
  const wasm = await assemble(program)

  expect(await optimize(wasm)).toEqual(await optimize(wasm))
})

it('refuses what is no program', async () => {
  await expect(optimize(new TextEncoder().encode('no program'))).rejects.toThrow('wasm-opt')
})
