import { expect, it } from 'vitest'
import { extendStack } from '../../../python-runtime/build/stack.ts'
import { compile } from '../../../python-runtime/build/wasm/compile.ts'
import { loadedProgram } from '../../../python-runtime/guest/kernel/program.ts'
import { assemble } from './run-metered.ts'

const stackTop = 1 << 30
const stackSize = 1 << 27

/** A core with functions that recurse, and ask whether they may. */
const core = `(module
  (import "env" "__on_new_stack"
    (func $extend (param i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
  (import "env" "told" (func $told (param i32)))
  (export "__on_new_stack" (func $extend))
  (memory (export "memory") 1)
  (table (export "__indirect_function_table") 1 funcref)
  (elem (i32.const 0) $reached)
  (tag $failure)
  (type $asks (func (result i32)))
  (global $stack (export "__stack_pointer") (mut i32) (i32.const ${stackTop}))
  (global (export "__fuel") (mut i32) (i32.const 1000000))

  (func $check (export "_Py_CheckRecursiveCall") (result i32) (call $told (i32.const 0)) (i32.const 0))
  (func $reached (export "_Py_ReachedRecursionLimitWithMargin") (result i32) (i32.const 0))
  (func $asks_for_others (result i32) (call $check))

  (func $sum (export "_PyEval_EvalFrameDefault") (param $n i32) (param $more i32) (result i32)
    (if (i32.eqz (local.get $n)) (then (return (local.get $more))))
    (block (loop
      (if (local.get $n) (then
        (return (i32.add (i32.const 1)
          (call $sum (i32.sub (local.get $n) (i32.const 1)) (local.get $more))))))))
    (unreachable))

  (func $free (export "_Py_Dealloc") (param $object i32)
    (call $told (global.get $stack))
    (if (local.get $object) (then (call $free (i32.sub (local.get $object) (i32.const 1))))))

  (func $fail (export "fail") (param $n i32) (result i32)
    (drop (call $asks_for_others))
    (if (i32.eqz (local.get $n)) (then (throw $failure)))
    (call $fail (i32.sub (local.get $n) (i32.const 1))))
  (func (export "survive") (param $n i32) (result i32)
    (local $before i32)
    (local.set $before (global.get $stack))
    (try (result i32)
      (do (call $fail (local.get $n)))
      (catch $failure (global.set $stack (local.get $before)) (i32.const 42))))

  (func $typed (param $n i32) (param $x f64) (result i32)
    (drop (call $check))
    (if (result i32) (i32.eqz (local.get $n))
      (then (i32.trunc_f64_s (local.get $x)))
      (else (call $via (i32.sub (local.get $n) (i32.const 1))))))
  (func $via (export "via") (param $n i32) (result i32)
    (call $typed (local.get $n) (f64.const 7)))

  (func (export "emscripten_stack_get_end") (result i32) (i32.const ${stackTop - stackSize}))

  (func $repeat (export "repeat") (param $n i32) (result i32)
    (if (result i32) (local.get $n)
      (then (i32.add (i32.const 1) (call $repeat (i32.sub (local.get $n) (i32.const 1)))))
      (else (i32.const 0))))

  (func $unasked (export "unasked") (param $n i32) (result i32)
    (drop (call_indirect (type $asks) (i32.const 0)))
    (if (result i32) (i32.eqz (local.get $n))
      (then (i32.const 1))
      (else (call $not_itself (i32.sub (local.get $n) (i32.const 1))))))
  (func $not_itself (param $n i32) (result i32) (call $unasked (local.get $n))))`

async function start() {
  const program = loadedProgram()
  const told: number[] = []
  let extended = 0
  const extend = (slot: number, ...args: number[]) => {
    extended++
    return program.extendStack(slot, ...args)
  }
  program.load(compile(extendStack(await assemble(core))), {
    env: {
      __on_new_stack: new WebAssembly.Suspending(extend),
      told: (value: number) => void told.push(value),
    },
  })
  return { program, told, extended: () => extended }
}

const deeperThanTheEngine = 200_000

it('recurses deeper than a stack of the engine', async () => {
  const { program, extended } = await start()

  const sum = await program.enter('_PyEval_EvalFrameDefault', deeperThanTheEngine, 5)

  expect(sum).toBe(deeperThanTheEngine + 5)
  expect(extended()).toBeGreaterThan(10)
  expect(program.symbol('__stack_pointer')).toBe(stackTop)
  await expect(program.enter('unasked', deeperThanTheEngine)).rejects.toThrow(RangeError)
})

it('needs no new stack for what is not deep', async () => {
  const { program, extended } = await start()

  expect(await program.enter('_PyEval_EvalFrameDefault', 500, 0)).toBe(500)
  expect(extended()).toBe(0)
})

it('takes of the C stack for each call within another, and gives it back', async () => {
  const { program, told } = await start()

  await program.enter('_Py_Dealloc', 3)

  const [first = 0] = told
  expect(stackTop - first).toBeGreaterThan(100)
  expect(told).toEqual([1, 2, 3, 4].map((depth) => stackTop - depth * (stackTop - first)))
  expect(program.symbol('__stack_pointer')).toBe(stackTop)
})

it('calls functions without a result', async () => {
  const { program, told, extended } = await start()

  await program.enter('_Py_Dealloc', deeperThanTheEngine)

  expect(told).toHaveLength(deeperThanTheEngine + 1)
  expect(extended()).toBeGreaterThan(10)
})

it('lets an exception pass from stack to stack', async () => {
  const { program, extended } = await start()

  expect(await program.enter('survive', deeperThanTheEngine)).toBe(42)
  expect(extended()).toBeGreaterThan(10)
  expect(program.symbol('__stack_pointer')).toBe(stackTop)
})

it('extends the stack for the caller of what it cannot call itself', async () => {
  const { program, extended } = await start()

  expect(await program.enter('via', deeperThanTheEngine)).toBe(7)
  expect(extended()).toBeGreaterThan(10)
})

it('goes on after what threw on another stack', async () => {
  const { program } = await start()

  const thrown = await program.enter('fail', deeperThanTheEngine).catch((error: unknown) => error)

  expect(String(thrown)).toBe('[object WebAssembly.Exception]')
  const limit = program.symbol('__stack_limit')
  expect(await program.enter('survive', deeperThanTheEngine)).toBe(42)
  expect(program.symbol('__stack_limit')).toBeLessThan(limit)
})

it('leaves the stack as it is in a call that the kernel makes, which cannot be put aside', async () => {
  const { program, extended } = await start()
  await program.enter('_PyEval_EvalFrameDefault', 1, 0)

  expect(() => program.call('_PyEval_EvalFrameDefault', deeperThanTheEngine, 0)).toThrow(RangeError)
  expect(extended()).toBe(0)
})

it('recurses deeper through a function that calls itself and does not ask', async () => {
  const { program, extended } = await start()

  expect(await program.enter('repeat', deeperThanTheEngine)).toBe(deeperThanTheEngine)
  expect(extended()).toBeGreaterThan(10)
})

it('ends with the C stack what does not ask', async () => {
  const { program } = await start()

  await expect(program.enter('repeat', 1e9)).rejects.toThrow('The C stack is used up.')
  expect(program.symbol('__stack_pointer')).toBeGreaterThan(stackTop - stackSize)
})

it('refuses a core that does not say what asks', async () => {
  await expect(assemble('(module)').then(extendStack)).rejects.toThrow('does not export')
})
