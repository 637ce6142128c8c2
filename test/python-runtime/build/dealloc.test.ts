import { expect, it } from 'vitest'
import { countDeallocations } from '../../../python-runtime/build/dealloc.ts'
import { compile } from '../../../python-runtime/build/wasm/compile.ts'
import { assemble } from './run-metered.ts'

const stackTop = 65_536

/** Objects in a chain, each of which frees the next, down to 0; each that is freed says how much stack is left. */
const core = `(module
  (import "env" "freed" (func $freed (param i32 i32)))
  (global $stack (export "__stack_pointer") (mut i32) (i32.const ${stackTop}))
  (table funcref (elem $dealloc))
  (type $destructor (func (param i32)))
  (func $dealloc (export "_Py_Dealloc") (param $object i32)
    (call $freed (local.get $object) (global.get $stack))
    (if (local.get $object)
      (then (call $dealloc (i32.sub (local.get $object) (i32.const 1))))))
  (func (export "release") (param $object i32)
    (call_indirect (type $destructor) (local.get $object) (i32.const 0))))`

/** What is freed in which order, and the C stack that is left each time and at the end. */
async function free(wasm: Uint8Array<ArrayBuffer>, by: '_Py_Dealloc' | 'release') {
  const objects: number[] = []
  const left: number[] = []
  const freed = (object: number, stack: number) => {
    objects.push(object)
    left.push(stack)
  }
  const { exports } = new WebAssembly.Instance(compile(wasm), { env: { freed } })
  const release: unknown = exports[by]
  if (typeof release !== 'function') throw new Error(`There is no ${by}.`)
  Reflect.apply(release, undefined, [3])
  return { objects, left, atEnd: Object(exports['__stack_pointer']).value }
}

it.each(['_Py_Dealloc', 'release'] as const)(
  'takes of the C stack for each object that is freed within another, called by %s',
  async (by) => {
    const { objects, left, atEnd } = await free(countDeallocations(await assemble(core)), by)

    expect(objects).toEqual([3, 2, 1, 0])
    expect(left).toEqual([1, 2, 3, 4].map((depth) => stackTop - depth * 256))
    expect(atEnd).toBe(stackTop)
  },
)

it('has nothing to see of the depth in a core as it comes', async () => {
  const { left } = await free(await assemble(core), '_Py_Dealloc')

  expect(left).toEqual([stackTop, stackTop, stackTop, stackTop])
})

it('refuses a core whose objects are freed elsewhere', async () => {
  const elsewhere = await assemble(`(module
    (import "env" "_Py_Dealloc" (func $dealloc (param i32)))
    (global (export "__stack_pointer") (mut i32) (i32.const 0))
    (export "_Py_Dealloc" (func $dealloc)))`)

  expect(() => countDeallocations(elsewhere)).toThrow('_Py_Dealloc has no body.')
})
