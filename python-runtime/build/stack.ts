import { constantExpression } from './link/constants.ts'
import { byteWriter, type ByteWriter } from './wasm/byte-writer.ts'
import { cursorOver, readU32, type Cursor } from './wasm/cursor.ts'
import { eachInstruction, nesting } from './wasm/instructions.ts'
import { exportedIndex, importedCount, type WasmModule } from './wasm/module.ts'
import { Opcode } from './wasm/opcodes.ts'
import { readModule, skipLocals } from './wasm/read-module.ts'
import { readValueType, ValueType, type FunctionType } from './wasm/types.ts'
import { writeModule } from './wasm/write-module.ts'
import { EMPTY_BLOCK, writeConstant, writeIndexed } from './wasm/writing.ts'

/** The function that runs another, by its table slot, on a new stack, with as many arguments as it is given. */
export const newStack = {
  name: '__on_new_stack',
  type: { parameters: Array<ValueType>(9).fill(ValueType.i32), results: [ValueType.i32] },
}

/** Where a program asks for a new stack: the C stack's pointer has come below this. */
const STACK_LIMIT = '__stack_limit'

/** The functions of CPython that tell whether the C stack is used up, and those that look themselves. */
const askers = ['_Py_CheckRecursiveCall', '_Py_ReachedRecursionLimitWithMargin']
const asking = ['_PyEval_EvalFrameDefault', '_Py_Dealloc']

/**
 * What the engine's stack takes at most for a call and for each of the function's variables: of a function that asks,
 * with all that it calls until the next one asks; of one that calls itself, alone.
 */
const costs = {
  asking: { frame: 192, variable: 8 },
  repeating: { frame: 64, variable: 4 },
}
const alignment = 16

/**
 * Lets CPython recurse through C as deep as its C stack is, and raise `RecursionError` at the end of that.
 *
 * The engine has a stack of its own, of about 1 MiB, which the program cannot see. So every function through which
 * deep recursions lead takes as much of the C stack as the engine takes for it: how deep the C stack is tells how
 * deep both are. And where that has come below `__stack_limit`, the function has itself called again on a new stack
 * of the engine, by `env.__on_new_stack`.
 */
export function extendStack(wasm: Uint8Array): Uint8Array<ArrayBuffer> {
  const module = readModule(wasm)
  const firstBody = importedCount(module, 'function')
  const stack: Stack = {
    pointer: exportedIndex(module, 'global', '__stack_pointer'),
    limit: importedCount(module, 'global') + module.globals.length,
    extend: exportedIndex(module, 'function', newStack.name),
  }
  module.globals.push({
    type: { value: ValueType.i32, mutable: true },
    value: constantExpression(0),
  })
  module.exports.push({ name: STACK_LIMIT, kind: 'global', index: stack.limit })

  const functions = recursiveFunctions(module)
  const slots = addToTable(module, [...functions.keys()])
  for (const [index, kind] of functions) {
    const type = module.types[module.functions[index - firstBody] ?? -1]
    const body = module.code[index - firstBody]
    const slot = slots.get(index)
    if (!type || !body || slot === undefined) throw new Error(`The function ${index} has no body.`)
    const bytes = stackBytes(costs[kind], type.parameters.length + countLocals(body))
    module.code[index - firstBody] = extended(body, type, { slot, bytes, stack })
  }
  return writeModule(module)
}

interface Stack {
  /** The global that points to the end of the C stack in use. */
  pointer: number
  limit: number
  /** The function that calls another on a new stack. */
  extend: number
}

/** The functions through which deep recursions lead: those that ask whether they may, and those that just do. */
function recursiveFunctions(module: WasmModule): Map<number, keyof typeof costs> {
  const firstBody = importedCount(module, 'function')
  const indexOf = (name: string) => exportedIndex(module, 'function', name)
  const calls = module.code.map((body) => callsOf(body))
  const asked = closure(askers.map(indexOf), (_, called, known) => called.isSubsetOf(known))
  const found = new Map<number, keyof typeof costs>()
  for (const name of asking) found.set(indexOf(name), 'asking')
  // What cannot be called from outside leaves it to its callers.
  const left = closure([...asked], (index) => !found.has(index) && !fits(typeOf(module, index)))
  for (const [place, called] of calls.entries()) {
    const index = firstBody + place
    if (left.has(index) || found.has(index)) continue
    if (!called.isDisjointFrom(left)) found.set(index, 'asking')
    else if (called.has(index) && fits(typeOf(module, index))) found.set(index, 'repeating')
  }
  return found

  /** Some functions, and all that call one of them and are told to belong to them. */
  function closure(
    start: number[],
    belongs: (index: number, called: Set<number>, known: Set<number>) => boolean,
  ): Set<number> {
    const known = new Set(start)
    for (let size = 0; size < known.size;) {
      size = known.size
      for (const [place, called] of calls.entries()) {
        const index = firstBody + place
        if (!called.isDisjointFrom(known) && belongs(index, called, known)) known.add(index)
      }
    }
    return known
  }
}

/** Stands for a function that is not known by its index. */
const UNKNOWN = -1

function callsOf(body: Uint8Array): Set<number> {
  const cursor = cursorOver(body)
  const called = new Set<number>()
  skipLocals(cursor)
  eachInstruction(cursor, ({ opcode, indices }) => {
    if (opcode === Opcode.call) called.add(indices[0] ?? UNKNOWN)
    else if (opcode === Opcode.callIndirect || opcode === Opcode.callRef) called.add(UNKNOWN)
  })
  return called
}

function typeOf(module: WasmModule, index: number): FunctionType {
  const type = module.types[module.functions[index - importedCount(module, 'function')] ?? -1]
  if (!type) throw new Error(`The function ${index} has no body.`)
  return type
}

/** Whether `newStack` can pass on what a function takes and gives. */
function fits({ parameters, results }: FunctionType): boolean {
  const isNumber = (type: ValueType) => type === ValueType.i32
  const most = newStack.type.parameters.length - 1
  return parameters.length <= most && parameters.every(isNumber) && results.every(isNumber)
}

/** Gives functions slots at the end of the table. */
function addToTable(module: WasmModule, functions: number[]): Map<number, number> {
  const table = module.tables[0]
  if (!table) throw new Error('The program has no table.')
  const first = table.limits.minimum
  table.limits.minimum += functions.length
  module.elements.push({
    mode: { kind: 'active', table: 0, offset: constantExpression(first) },
    items: { kind: 'functions', functions },
  })
  return new Map(functions.map((index, place) => [index, first + place]))
}

/**
 * `stack -= n; if (stack < limit) result = extend(slot, arguments); else { body }; stack += n`
 *
 * The body becomes a block, to whose end it goes where it returned.
 */
function extended(
  body: Uint8Array,
  type: FunctionType,
  { slot, bytes, stack }: { slot: number; bytes: number; stack: Stack },
): Uint8Array {
  const writer = byteWriter(body.length + 128)
  const cursor = cursorOver(body)
  skipLocals(cursor)
  writer.copy(body, 0, cursor.position)

  moveStack(writer, stack, Opcode.i32Sub, bytes)
  writer.bytes([Opcode.block, type.results.length > 0 ? ValueType.i32 : EMPTY_BLOCK])
  writeIndexed(writer, Opcode.globalGet, stack.pointer)
  writeIndexed(writer, Opcode.globalGet, stack.limit)
  writer.bytes([Opcode.i32LtU, Opcode.if, EMPTY_BLOCK])
  writeConstant(writer, slot)
  for (let place = 0; place < newStack.type.parameters.length - 1; place++) {
    if (place < type.parameters.length) writeIndexed(writer, Opcode.localGet, place)
    else writeConstant(writer, 0)
  }
  writeIndexed(writer, Opcode.call, stack.extend)
  if (type.results.length === 0) writer.byte(Opcode.drop)
  writeIndexed(writer, Opcode.br, 1)
  writer.byte(Opcode.end)
  copyWithoutReturns(writer, body, cursor)
  moveStack(writer, stack, Opcode.i32Add, bytes)
  writer.byte(Opcode.end)
  return writer.view()
}

function moveStack(writer: ByteWriter, { pointer }: Stack, opcode: number, bytes: number): void {
  writeIndexed(writer, Opcode.globalGet, pointer)
  writeConstant(writer, bytes)
  writer.byte(opcode)
  writeIndexed(writer, Opcode.globalSet, pointer)
}

/** Copies a body, whose last `end` closes the block around it, with branches out of that block for returns. */
function copyWithoutReturns(writer: ByteWriter, body: Uint8Array, cursor: Cursor): void {
  let copied = cursor.position
  let depth = 0
  eachInstruction(cursor, ({ opcode, start, end }) => {
    depth += nesting(opcode)
    if (opcode === Opcode.returnCall || opcode === Opcode.returnCallIndirect) {
      throw new Error('A function that asks for stack must not be left by a call.')
    }
    if (opcode !== Opcode.return) return
    writer.copy(body, copied, start)
    writeIndexed(writer, Opcode.br, depth)
    copied = end
  })
  writer.copy(body, copied, body.length)
}

function countLocals(body: Uint8Array): number {
  const cursor = cursorOver(body)
  let count = 0
  for (let left = readU32(cursor); left > 0; left--) {
    count += readU32(cursor)
    readValueType(cursor)
  }
  return count
}

function stackBytes(cost: { frame: number; variable: number }, variables: number): number {
  return Math.ceil((cost.frame + cost.variable * variables) / alignment) * alignment
}
