import { byteWriter, type ByteWriter } from '../wasm/byte-writer.ts'
import { emptyModule, type WasmModule } from '../wasm/module.ts'
import { Opcode, prefixed } from '../wasm/opcodes.ts'
import { ValueType, type FunctionType } from '../wasm/types.ts'

/** The function whose table slot CPython finds in its runtime's state. */
export const TRAMPOLINE = 'trampoline_call'

/** What CPython calls where it finds none; Pyodide's JavaScript provides it. */
const TRAMPOLINE_FALLBACK = '_PyEM_TrampolineCall_JS'

/** How many arguments a C function that Python calls may take, in the order in which they are tried. */
const ARITIES = [3, 2, 1, 0]

const REF_TEST = prefixed(0xfb, 0x14)
const BLOCK_WITHOUT_RESULT = 0x40
const SUCCESS = 0
const POINTER = 1
const FIRST_ARGUMENT = 2
const WORD_ALIGNMENT = 2

/**
 * The module through which CPython calls C functions of other arity than their callers think, which a native
 * processor does not mind and wasm does: it tests the type of the function first.
 *
 * It is CPython's `Python/emscripten_trampoline_inner.c`, which Pyodide's JavaScript carries as a wasm binary to
 * compile when it starts: `trampoline_call(int *success, func, self, args, kw)`. The fallback does the same for
 * callers that have no place for `success`.
 */
export function trampolineModule(): WasmModule {
  const pointer = ValueType.i32
  const types = [...ARITIES, 5, 4].map((arity): FunctionType => ({
    parameters: Array<ValueType>(arity).fill(pointer),
    results: [pointer],
  }))

  return {
    ...emptyModule(),
    types,
    imports: [
      {
        module: 'env',
        name: '__indirect_function_table',
        kind: 'table',
        type: { element: ValueType.funcref, limits: { minimum: 0, maximum: undefined } },
      },
      {
        module: 'env',
        name: '__stack_pointer',
        kind: 'global',
        type: { value: pointer, mutable: true },
      },
    ],
    functions: [ARITIES.length, ARITIES.length + 1],
    exports: [
      { name: TRAMPOLINE, kind: 'function', index: 0 },
      { name: TRAMPOLINE_FALLBACK, kind: 'function', index: 1 },
    ],
    code: [body(writeTrampoline), body(writeFallback)],
  }
}

function writeTrampoline(writer: ByteWriter): void {
  writeSuccess(writer, 1)
  for (const [type, arity] of ARITIES.entries()) {
    writer.bytes([Opcode.localGet, POINTER, Opcode.tableGet, 0])
    writer.bytes([REF_TEST >> 12, REF_TEST & 0xff, type, Opcode.if, BLOCK_WITHOUT_RESULT])
    for (let argument = 0; argument < arity; argument += 1) {
      writer.bytes([Opcode.localGet, FIRST_ARGUMENT + argument])
    }
    writer.bytes([Opcode.localGet, POINTER, Opcode.callIndirect, type, 0])
    writer.bytes([Opcode.return, Opcode.end])
  }
  writeSuccess(writer, 0)
  writer.bytes([Opcode.i32Const, 0])
}

function writeSuccess(writer: ByteWriter, value: number): void {
  writer.bytes([Opcode.localGet, SUCCESS, Opcode.i32Const, value])
  writer.bytes([Opcode.i32Store, WORD_ALIGNMENT, 0])
}

/** `success` goes below the stack, where nobody else writes until it has been written. */
function writeFallback(writer: ByteWriter): void {
  writer.bytes([Opcode.globalGet, 0, Opcode.i32Const, 16, Opcode.i32Sub])
  for (let argument = 0; argument < 4; argument += 1) {
    writer.bytes([Opcode.localGet, argument])
  }
  writer.bytes([Opcode.call, 0])
}

function body(write: (writer: ByteWriter) => void): Uint8Array {
  const writer = byteWriter()

  writer.u32(0)
  write(writer)
  writer.byte(Opcode.end)

  return writer.view()
}
