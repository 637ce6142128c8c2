import { expect, it } from 'vitest'
import { meter } from '../../../python-runtime/build/meter.ts'
import { assemble, bareAndMetered, limited } from './run-metered.ts'

const refuse = (fuel: WebAssembly.Global) => {
  fuel.value = 0
  throw new Error('no more')
}

const counting = `(module
  (func (export "count") (param $turns i32) (result i32)
    (local $sum i32)
    (loop $turn
      (local.set $sum (i32.add (local.get $sum) (local.get $turns)))
      (br_if $turn (local.tee $turns (i32.sub (local.get $turns) (i32.const 1)))))
    (local.get $sum)))`

it('gives what the program gave before', async () => {
  const { bare, metered } = await bareAndMetered(counting)

  expect(metered.run('count', 100_000)).toBe(bare.run('count', 100_000))
})

it('makes the same of the same', async () => {
  const wasm = await assemble(counting)

  expect(meter(wasm)).toEqual(meter(wasm))
})

it('charges a loop by its turns and the length of its body', async () => {
  const { metered } = await bareAndMetered(counting)
  const length = 10

  const cost = metered.cost('count', 1_000_000)

  expect(cost / (1_000_000 * length)).toBeCloseTo(1, 1)
})

it('goes on where the fuel is filled up', async () => {
  const program = await limited(counting, (fuel) => (fuel.value = 100_000))

  expect(program.run('count', 1_000_000)).toBe(1_784_293_664)
  expect(program.asked()).toBeGreaterThan(50)
})

it('ends a loop that has no end', async () => {
  const program = await limited('(module (func (export "run") (loop (br 0))))', refuse)

  expect(() => program.run('run')).toThrow('no more')
})

it('ends a loop around a loop that is left at once', async () => {
  const program = await limited(
    '(module (func (export "run") (loop $outer (block (loop (br 1))) (br $outer))))',
    refuse,
  )

  expect(() => program.run('run')).toThrow('no more')
})

it('ends a loop of calls', async () => {
  const program = await limited(
    '(module (func $nothing) (func (export "run") (loop (call $nothing) (br 0))))',
    refuse,
  )

  expect(() => program.run('run')).toThrow('no more')
})

/** A loop with a call that is as long as an interpreter's. */
const interpreting = `(module
  (func $step (param i32) (result i32) (i32.add (local.get 0) (i32.const 3)))
  (func (export "count") (param $turns i32) (result i32)
    (local $sum i32)
    (block $done
      (loop $turn
        ${'(nop)'.repeat(7000)}
        (br_if $done (i32.eqz (local.get $turns)))
        (local.set $sum (call $step (local.get $sum)))
        (local.set $turns (i32.sub (local.get $turns) (i32.const 1)))
        (br $turn)))
    (local.get $sum))
  (func (export "run") (loop $turn ${'(nop)'.repeat(7000)} (drop (call $step (i32.const 1))) (br $turn))))`

it('goes on in a loop as long as an interpreter, and charges each turn', async () => {
  const program = await limited(interpreting, (fuel) => (fuel.value = 100_000))

  expect(program.run('count', 100_000)).toBe(300_000)
  expect(program.asked()).toBe(33)
})

it('ends a loop as long as an interpreter that has no end', async () => {
  const program = await limited(interpreting, refuse)

  expect(() => program.run('run')).toThrow('no more')
})

it('keeps where branches go, out of loops and into them', async () => {
  const source = `(module
    (func (export "walk") (param $x i32) (result i32)
      (local $turns i32)
      (block $done (result i32)
        (loop $outer
          (block $three (block $two (block $one
            (loop $inner
              (local.set $turns (i32.add (local.get $turns) (i32.const 1)))
              (local.set $x (i32.rem_u
                (i32.add (i32.mul (local.get $x) (i32.const 75)) (i32.const 74))
                (i32.const 65537)))
              (drop (br_if $done (local.get $turns)
                (i32.gt_u (local.get $turns) (i32.const 20000))))
              (if (i32.and (local.get $x) (i32.const 64))
                (then (br_table $inner $outer $one $two $three
                  (i32.and (local.get $x) (i32.const 7)))))
              (br_if $inner (i32.and (local.get $x) (i32.const 8))))
            (local.set $x (i32.xor (local.get $x) (i32.const 5))))
            (local.set $x (i32.xor (local.get $x) (i32.const 3))))
            (if (i32.eq (local.get $x) (i32.const 777)) (then (return (i32.const -1)))))
          (br $outer))
        (unreachable))
      (i32.add (local.get $x) (i32.const 0))
      (i32.add)))`
  const { bare, metered } = await bareAndMetered(source)
  const starts = Array.from({ length: 50 }, (_, start) => start)

  expect(starts.map((start) => metered.run('walk', start))).toEqual(
    starts.map((start) => bare.run('walk', start)),
  )
})

it('keeps the values that loops take and give', async () => {
  const source = `(module
    (func (export "power") (param $base i32) (param $exponent i32) (result i32)
      (i32.const 1)
      (loop $turn (param i32) (result i32)
        (i32.mul (local.get $base))
        (br_if $turn (local.tee $exponent (i32.sub (local.get $exponent) (i32.const 1))))))
    (func (export "first") (param $x i32) (result f64)
      (loop $turn (result f64)
        (local.set $x (i32.sub (local.get $x) (i32.const 3)))
        (br_if $turn (i32.gt_s (local.get $x) (i32.const 0)))
        (f64.convert_i32_s (local.get $x)))))`
  const { metered } = await bareAndMetered(source)

  expect(metered.run('power', 3, 10)).toBe(59_049)
  expect(metered.run('first', 10_000)).toBe(-2)
})

it('moves functions wherever they are named', async () => {
  const source = `(module
    (import "env" "__out_of_fuel" (func $imported))
    (type $gives (func (result i32)))
    (table $first 4 funcref)
    (table $second 4 funcref)
    (global $reference funcref (ref.func $two))
    (global $started (mut i32) (i32.const 0))
    (func $one (type $gives) (i32.const 1))
    (func $two (type $gives) (i32.const 2))
    (func $begin (global.set $started (i32.add (call $one) (call $two))))
    (start $begin)
    (elem (table $first) (i32.const 1) func $one $two)
    (elem (table $second) (i32.const 1) funcref (ref.func $two) (ref.null func) (ref.func $one))
    (func (export "started") (result i32) (global.get $started))
    (func (export "first") (param i32) (result i32)
      (call_indirect $first (type $gives) (local.get 0)))
    (func (export "second") (param i32) (result i32)
      (call_indirect $second (type $gives) (local.get 0)))
    (func (export "third") (result i32)
      (table.set $first (i32.const 0) (global.get $reference))
      (table.set $first (i32.const 3) (ref.func $one))
      (i32.add
        (i32.mul (i32.const 10) (call_indirect $first (type $gives) (i32.const 0)))
        (call_indirect $first (type $gives) (i32.const 3)))))`
  const { metered } = await bareAndMetered(source)

  expect(metered.run('started')).toBe(3)
  expect([1, 2].map((slot) => metered.run('first', slot))).toEqual([1, 2])
  expect([1, 3].map((slot) => metered.run('second', slot))).toEqual([2, 1])
  expect(metered.run('third')).toBe(21)
})

it('charges work on a whole range by its size, before it is done', async () => {
  const source = `(module
    (memory 1600)
    (data $passive "0123456789")
    (table $table 10 funcref)
    (func (export "fill") (param i32)
      (memory.fill (i32.const 0) (i32.const 7) (local.get 0)))
    (func (export "copy") (param i32)
      (memory.copy (i32.const 1) (i32.const 0) (local.get 0)))
    (func (export "init") (param i32)
      (memory.init $passive (i32.const 0) (i32.const 0) (local.get 0)))
    (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
    (func (export "grow_table") (param i32) (result i32)
      (table.grow $table (ref.null func) (local.get 0)))
    (func (export "fill_table") (param i32)
      (table.fill $table (i32.const 0) (ref.null func) (local.get 0)))
    (func (export "at") (param i32) (result i32) (i32.load8_u (local.get 0)))
    (func (export "constant") (memory.fill (i32.const 0) (i32.const 7) (i32.const 64))))`
  const { metered } = await bareAndMetered(source)

  expect(metered.cost('fill', 100_000_000)).toBe(25_000_000)
  expect(metered.run('at', 99_999_999)).toBe(7)
  expect(metered.cost('copy', 100_000_000)).toBe(25_000_000)
  expect(metered.cost('init', 8)).toBe(2)
  expect(metered.run('at', 5)).toBe('5'.charCodeAt(0))
  expect(metered.cost('grow', 100)).toBe(50)
  expect(metered.cost('grow_table', 10_000)).toBe(5000)
  expect(metered.cost('fill_table', 10_000)).toBe(5000)
  expect(metered.run('grow_table', 1)).toBe(10_010)
  expect(metered.cost('constant')).toBe(0)
})

it('never gives fuel for a size that is impossible', async () => {
  const source = `(module
    (table $table 1 funcref)
    (memory 1)
    (func (export "grow") (param i32) (result i32)
      (table.grow $table (ref.null func) (local.get 0)))
    (func (export "grow_memory") (param i32) (result i32) (memory.grow (local.get 0))))`
  const { metered } = await bareAndMetered(source)

  expect(metered.run('grow', -1)).toBe(-1)
  expect(metered.cost('grow', -0x80000000)).toBeGreaterThan(0)
  expect(metered.cost('grow_memory', -0x80000000)).toBeGreaterThan(0)
})

it('ends work on ranges that is repeated by hand', async () => {
  const fills = '(memory.fill (i32.const 0) (i32.const 7) (local.get 0))'.repeat(20)
  const program = await limited(
    `(module (memory 160) (func (export "run") (param i32) ${fills}))`,
    refuse,
  )

  expect(() => program.run('run', 10_000_000)).toThrow('no more')
})

it('ends recursion that would take forever without a loop', async () => {
  const program = await limited(
    `(module
      (func $tree (param $depth i32)
        (if (local.get $depth) (then
          (call $tree (i32.sub (local.get $depth) (i32.const 1)))
          (call $tree (i32.sub (local.get $depth) (i32.const 1))))))
      (func (export "run") (call $tree (i32.const 100))))`,
    refuse,
  )

  expect(() => program.run('run')).toThrow('no more')
})

it('ends calls in place of each other that would go on forever', async () => {
  const program = await limited(
    `(module
      (func $ping (return_call $pong))
      (func $pong (return_call $ping))
      (func (export "run") (call $ping)))`,
    refuse,
  )

  expect(() => program.run('run')).toThrow('no more')
})

it('asks again in a handler that cleans up', async () => {
  const program = await limited(
    `(module
      (func (export "run")
        (try
          (do (loop (br 0)))
          (catch_all (loop (br 0)) (rethrow 0)))))`,
    refuse,
  )

  expect(() => program.run('run')).toThrow('no more')
  expect(program.asked()).toBe(2)
})

it('ends a loop that catches all and goes on', async () => {
  const program = await limited(
    `(module
      (func $work (loop (br 0)))
      (func (export "run")
        (loop $again
          (try (do (call $work)) (catch_all))
          (br $again))))`,
    refuse,
  )

  expect(() => program.run('run')).toThrow('no more')
})
