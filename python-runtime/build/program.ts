import { readFile } from 'node:fs/promises'
import type { Library } from '../guest/kernel/calls/libraries.ts'
import { link } from './link.ts'
import { meter } from './meter.ts'
import { optimize } from './optimize.ts'
import { exportState } from './snapshot/state.ts'
import { extendStack, newStack } from './stack.ts'

/** What the guest calls in CPython, by its C name; everything that these do not reach is left out. */
const roots = [
  'memory',
  '__indirect_function_table',
  '__wasm_call_ctors',
  '__dl_seterr',
  'emscripten_builtin_memalign',
  'emscripten_stack_get_base',
  'emscripten_stack_get_end',
  'free',
  'malloc',
  'Py_InitializeEx',
  'PyErr_SetInterruptEx',
  'PyErr_SetString',
  'PyObject_CallNoArgs',
  'PyExc_NotImplementedError',
  'PyRun_SimpleString',
  'PyThreadState_GetUnchecked',
  'PyUnstable_ThreadState_SetStackProtection',
  '__stack_pointer',
  '_Py_CheckRecursiveCall',
  '_Py_Dealloc',
  '_Py_ReachedRecursionLimitWithMargin',
  '_PyEval_EvalFrameDefault',
  '_PyRuntime',
  '_PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET',
]

/** Functions of the C library that wait in a loop; the kernel's let others run meanwhile. */
const replaced = ['clock_nanosleep', 'emscripten_thread_sleep']

export interface PythonProgram {
  wasm: Uint8Array<ArrayBuffer>
  libraries: Library[]
  trampolineSlot: number
  /** The first address of the heap. */
  heapStart: number
}

/** Pyodide's core and all extension modules in one module, with a fuel check in every loop unless told otherwise. */
export async function linkProgram(
  corePath: string,
  extensions: { name: string; bytes: Uint8Array }[],
  instrument = meter,
): Promise<PythonProgram> {
  const core = { name: 'pyodide.asm.wasm', bytes: new Uint8Array(await readFile(corePath)) }
  const linked = link({ core, libraries: extensions, roots, replaced, given: [newStack] })
  const libraries = linked.libraries.map(({ name, exports }) => ({
    path: `/${name}`,
    symbols: exports,
  }))
  const { trampolineSlot, staticData } = linked
  const heapStart = staticData.address + staticData.bytes
  const wasm = exportState(instrument(extendStack(await optimize(linked.wasm))))
  return { wasm, libraries, trampolineSlot, heapStart }
}
