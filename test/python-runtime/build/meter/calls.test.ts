import { expect, it } from 'vitest'
import { callCost } from '../../../../python-runtime/build/meter/costs.ts'
import { bareAndMetered } from '../run-metered.ts'

it.each([
  ['one call', '(call $f)', 0],
  ['a call on either way', '(if (local.get 0) (then (call $f)) (else (call $f)))', 0],
  ['two calls', '(call $f) (call $f)', 1],
  ['three calls, as one charge pays for the rest', '(call $f) (call $f) (call $f)', 1],
  ['indirect calls', '(call_indirect (i32.const 0)) (call_indirect (i32.const 0))', 1],
  ['a call after one on a way of two', '(if (local.get 0) (then (call $f))) (call $f)', 1],
  [
    'a call after a way that is charged',
    '(if (local.get 0) (then (call $f) (call $f))) (call $f)',
    1,
  ],
  ['a call after a way that returns', '(if (local.get 0) (then (call $f) (return))) (call $f)', 0],
  [
    'a call that not every way to the next one makes',
    '(block (br_if 0 (local.get 0)) (call $f)) (call $f)',
    1,
  ],
  ['a branch after a call', '(block (call $f) (br_if 0 (local.get 0)) (return)) (call $f)', 1],
  ['a branch by table', '(block (block (call $f) (br_table 1 0 (local.get 0)))) (call $f)', 1],
  ['a handler and its own call', '(try (do (call $raise)) (catch_all (call $f)))', 1],
  ['a call after a handler', '(try (do (call $raise)) (catch $tag)) (call $f)', 1],
])('charges %s', async (_, body, charges) => {
  const source = `(module
    (tag $tag)
    (table 1 funcref)
    (elem (i32.const 0) $f)
    (func $f)
    (func $raise (throw $tag))
    (func (export "run") (param i32) ${body}))`
  const { metered } = await bareAndMetered(source)

  expect(metered.cost('run', 1)).toBe(charges * callCost)
})
