/**
 * The instructions of WebAssembly and what follows each opcode.
 *
 * Numbers from the WebAssembly specification 3.0, "Binary Format", "Instructions" (with SIMD, tail calls, garbage
 * collection and exception handling), the threads proposal (prefix 0xfe), and the legacy form of exception
 * handling (try, catch, rethrow, delegate, catch_all), which emscripten still writes and engines still run.
 */

/** The spaces that an instruction's index can count in. */
export const Space = {
  function: 0,
  type: 1,
  /** A type index that is written as a signed number: in block types and heap types. */
  signedType: 2,
  table: 3,
  memory: 4,
  global: 5,
  tag: 6,
  element: 7,
  data: 8,
  local: 9,
  label: 10,
} as const
export type Space = (typeof Space)[keyof typeof Space]

/** What can follow an opcode besides an index. */
export const Operand = {
  blockType: 16,
  heapType: 17,
  valueTypes: 18,
  labels: 19,
  catches: 20,
  memoryArgument: 21,
  number: 22,
  oneByte: 23,
  fourBytes: 24,
  eightBytes: 25,
  sixteenBytes: 26,
} as const
export type Immediate = Space | (typeof Operand)[keyof typeof Operand]

/** An opcode of two parts as one number: `0xfc` and 10, which is memory.copy, is `0xfc00a`. */
export function prefixed(prefix: number, opcode: number): number {
  return (prefix << 12) | opcode
}

/** The opcodes that code here or its readers ask for by name. */
export const Opcode = {
  unreachable: 0x00,
  nop: 0x01,
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  try: 0x06,
  catch: 0x07,
  throw: 0x08,
  rethrow: 0x09,
  throwRef: 0x0a,
  end: 0x0b,
  br: 0x0c,
  brIf: 0x0d,
  brTable: 0x0e,
  return: 0x0f,
  call: 0x10,
  callIndirect: 0x11,
  returnCall: 0x12,
  returnCallIndirect: 0x13,
  callRef: 0x14,
  returnCallRef: 0x15,
  delegate: 0x18,
  catchAll: 0x19,
  drop: 0x1a,
  select: 0x1b,
  selectTyped: 0x1c,
  tryTable: 0x1f,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  globalGet: 0x23,
  globalSet: 0x24,
  tableGet: 0x25,
  tableSet: 0x26,
  i32Load: 0x28,
  i32Store: 0x36,
  memorySize: 0x3f,
  memoryGrow: 0x40,
  i32Const: 0x41,
  i64Const: 0x42,
  f32Const: 0x43,
  f64Const: 0x44,
  i32Eqz: 0x45,
  i32LtS: 0x48,
  i32LtU: 0x49,
  i32GtU: 0x4b,
  i32Add: 0x6a,
  i32Sub: 0x6b,
  i32Mul: 0x6c,
  i32ShrU: 0x76,
  i64Add: 0x7c,
  i64Sub: 0x7d,
  refNull: 0xd0,
  refFunc: 0xd2,
  memoryInit: prefixed(0xfc, 8),
  dataDrop: prefixed(0xfc, 9),
  memoryCopy: prefixed(0xfc, 10),
  memoryFill: prefixed(0xfc, 11),
  tableInit: prefixed(0xfc, 12),
  elementDrop: prefixed(0xfc, 13),
  tableCopy: prefixed(0xfc, 14),
  tableGrow: prefixed(0xfc, 15),
  tableSize: prefixed(0xfc, 16),
  tableFill: prefixed(0xfc, 17),
} as const

/** First opcode, last opcode, and what follows each of them, in order. */
type Rows = readonly (readonly [first: number, last: number, ...immediates: Immediate[]])[]

const plain: Rows = [
  [0x00, 0x01],
  [Opcode.block, Opcode.if, Operand.blockType],
  [Opcode.else, Opcode.else],
  [Opcode.try, Opcode.try, Operand.blockType],
  [Opcode.catch, Opcode.throw, Space.tag],
  [Opcode.rethrow, Opcode.rethrow, Space.label],
  [Opcode.throwRef, Opcode.end],
  [Opcode.br, Opcode.brIf, Space.label],
  [Opcode.brTable, Opcode.brTable, Operand.labels, Space.label],
  [Opcode.return, Opcode.return],
  [Opcode.call, Opcode.call, Space.function],
  [Opcode.callIndirect, Opcode.callIndirect, Space.type, Space.table],
  [Opcode.returnCall, Opcode.returnCall, Space.function],
  [Opcode.returnCallIndirect, Opcode.returnCallIndirect, Space.type, Space.table],
  [Opcode.callRef, Opcode.returnCallRef, Space.type],
  [Opcode.delegate, Opcode.delegate, Space.label],
  [Opcode.catchAll, Opcode.select],
  [Opcode.selectTyped, Opcode.selectTyped, Operand.valueTypes],
  [Opcode.tryTable, Opcode.tryTable, Operand.blockType, Operand.catches],
  [Opcode.localGet, Opcode.localTee, Space.local],
  [Opcode.globalGet, Opcode.globalSet, Space.global],
  [Opcode.tableGet, Opcode.tableSet, Space.table],
  [0x28, 0x3e, Operand.memoryArgument],
  [Opcode.memorySize, Opcode.memoryGrow, Space.memory],
  [Opcode.i32Const, Opcode.i64Const, Operand.number],
  [Opcode.f32Const, Opcode.f32Const, Operand.fourBytes],
  [Opcode.f64Const, Opcode.f64Const, Operand.eightBytes],
  [0x45, 0xc4],
  [Opcode.refNull, Opcode.refNull, Operand.heapType],
  [0xd1, 0xd1],
  [Opcode.refFunc, Opcode.refFunc, Space.function],
  [0xd3, 0xd4],
  [0xd5, 0xd6, Space.label],
]

const garbageCollection: Rows = [
  [0, 1, Space.type],
  [2, 5, Space.type, Operand.number],
  [6, 7, Space.type],
  [8, 8, Space.type, Operand.number],
  [9, 9, Space.type, Space.data],
  [10, 10, Space.type, Space.element],
  [11, 14, Space.type],
  [15, 15],
  [16, 16, Space.type],
  [17, 17, Space.type, Space.type],
  [18, 18, Space.type, Space.data],
  [19, 19, Space.type, Space.element],
  [20, 23, Operand.heapType],
  [24, 25, Operand.oneByte, Space.label, Operand.heapType, Operand.heapType],
  [26, 30],
]

const bulk: Rows = [
  [0, 7],
  [8, 8, Space.data, Space.memory],
  [9, 9, Space.data],
  [10, 10, Space.memory, Space.memory],
  [11, 11, Space.memory],
  [12, 12, Space.element, Space.table],
  [13, 13, Space.element],
  [14, 14, Space.table, Space.table],
  [15, 17, Space.table],
]

const simd: Rows = [
  [0, 11, Operand.memoryArgument],
  [12, 13, Operand.sixteenBytes],
  [14, 20],
  [21, 34, Operand.oneByte],
  [35, 83],
  [84, 91, Operand.memoryArgument, Operand.oneByte],
  [92, 93, Operand.memoryArgument],
  [94, 275],
]

const threads: Rows = [
  [0x00, 0x02, Operand.memoryArgument],
  [0x03, 0x03, Operand.oneByte],
  [0x10, 0x4e, Operand.memoryArgument],
]

/** What follows each opcode, by its number; nothing stands where there is no such opcode. */
type ImmediatesTable = readonly (readonly Immediate[] | undefined)[]

export const plainImmediates: ImmediatesTable = spread(plain)

/** The tables of the opcodes of two parts, by their first. */
export const prefixedImmediates: ImmediatesTable[] = []
prefixedImmediates[0xfb] = spread(garbageCollection)
prefixedImmediates[0xfc] = spread(bulk)
prefixedImmediates[0xfd] = spread(simd)
prefixedImmediates[0xfe] = spread(threads)

function spread(rows: Rows): ImmediatesTable {
  const table: (readonly Immediate[] | undefined)[] = []

  for (const [first, last, ...immediates] of rows) {
    for (let opcode = first; opcode <= last; opcode += 1) {
      table[opcode] = immediates
    }
  }

  // A table without holes keeps the look-up fast.
  return Array.from(table)
}
