import { mountArchive } from '../guest/archive.ts'
import type { Kernel } from '../guest/kernel/kernel.ts'
import type { Image } from './node-python.ts'

/** What is left of the C stack where Python raises `RecursionError`: for functions that ask for no room. */
const spareBytes = 512 * 1024

/** Starts CPython from nothing, step by step. */
export async function boot(kernel: Kernel, image: Image): Promise<void> {
  mountArchive(kernel, image.archive, image.files)
  kernel.load(image.program)
  await kernel.program.enter('__wasm_call_ctors')
  installTrampoline(kernel, image.trampolineSlot)
  await kernel.program.enter('Py_InitializeEx', 0)
  protectStack(kernel)
  // Constructors of C++ extensions use the interpreter, as they would when they are imported.
  await kernel.program.enter('__link_init')
}

/** As Pyodide's own start does (`_PyEM_TrampolineCall` in CPython's `Python/emscripten_trampoline.c`). */
function installTrampoline({ program, memory }: Kernel, slot: number): void {
  const runtime = program.symbol('_PyRuntime')
  const offset = memory.readU32(program.symbol('_PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET'))
  memory.writeU32(runtime + offset, slot)
}

function protectStack({ program }: Kernel): void {
  const thread = program.call('PyThreadState_GetUnchecked')
  const start = program.call('emscripten_stack_get_end') + spareBytes
  const size = program.call('emscripten_stack_get_base') - start
  program.call('PyUnstable_ThreadState_SetStackProtection', thread, start, size)
}
