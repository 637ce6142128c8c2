import { mountArchive } from './archive.ts'
import type { Image } from './image.ts'
import { environment, workingDirectory } from './kernel/environment.ts'
import type { Kernel } from './kernel/kernel.ts'

/** Starts CPython from nothing, step by step. */
export async function boot(kernel: Kernel, image: Image): Promise<void> {
  makeDirectories(kernel)
  mountArchive(kernel, image.archive, image.files)
  kernel.load(image.program)
  await kernel.program.enter('__wasm_call_ctors')
  installTrampoline(kernel, image)
  await kernel.program.enter('Py_InitializeEx', 0)
  // Constructors of C++ extensions use the interpreter, as they would when they are imported.
  await kernel.program.enter('__link_init')
  kernel.chdir(workingDirectory)
}

export function makeDirectories({ fs }: Kernel): void {
  for (const path of [workingDirectory, environment.HOME, environment.MPLCONFIGDIR]) {
    fs.makePath(path)
  }
}

/** As Pyodide's own start does (`_PyEM_TrampolineCall` in CPython's `Python/emscripten_trampoline.c`). */
function installTrampoline(kernel: Kernel, { trampolineSlot }: Image): void {
  const runtime = kernel.program.symbol('_PyRuntime')
  const offset = kernel.memory.readU32(kernel.program.symbol('_PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET'))
  kernel.memory.writeU32(runtime + offset, trampolineSlot)
}

/** Runs code as `__main__`. Rejects when it raises; what it printed is on the program's stderr. */
export async function runPython(kernel: Kernel, code: string): Promise<void> {
  const status = await kernel.program.enter('PyRun_SimpleString', kernel.newString(code))
  if (status !== 0) throw new Error('Python code of the image failed.')
}
