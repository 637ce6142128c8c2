import { mountArchive } from './archive.ts'
import type { Image } from './image.ts'
import type { Kernel } from './kernel/kernel.ts'

/** Where programs run and their files are. */
export const workingDirectory = '/mnt/data'

/** The variables of CPython and of the libraries in the image. */
export const environment = {
  HOME: '/home/sandbox',
  LANG: 'C.UTF-8',
  MPLBACKEND: 'module://_sandbox.backend',
  MPLCONFIGDIR: '/tmp/matplotlib',
  PATH: '/usr/bin',
  PYTHONDONTWRITEBYTECODE: '1',
  // A snapshot freezes the seed anyway; a fixed one makes two builds the same.
  PYTHONHASHSEED: '0',
  PYTHONHOME: '/',
  TZ: 'UTC',
  USER: 'sandbox',
}

/** Starts CPython from nothing, step by step. */
export function boot(kernel: Kernel, image: Image): void {
  makeDirectories(kernel)
  mountArchive(kernel, image.archive, image.files)
  kernel.load(image.program)
  kernel.program.call('__wasm_call_ctors')
  reserveStaticData(kernel, image)
  installTrampoline(kernel, image)
  kernel.program.call('__link_init')
  kernel.program.call('Py_InitializeEx', 0)
  kernel.chdir(workingDirectory)
}

export function makeDirectories({ fs }: Kernel): void {
  for (const path of [workingDirectory, environment.HOME, environment.MPLCONFIGDIR]) {
    fs.makePath(path)
  }
}

/** The linker put the libraries' data where the first allocation falls; the allocator must know that it is taken. */
function reserveStaticData(kernel: Kernel, { staticData }: Image): void {
  const address = kernel.program.call('malloc', staticData.bytes)
  if (address !== staticData.address) {
    throw new Error(`Static data were linked at ${staticData.address}, not at ${address}.`)
  }
}

/** As Pyodide's own start does (`_PyEM_TrampolineCall` in CPython's `Python/emscripten_trampoline.c`). */
function installTrampoline(kernel: Kernel, { trampolineSlot }: Image): void {
  const runtime = kernel.program.symbol('_PyRuntime')
  const offset = kernel.memory.readU32(kernel.program.symbol('_PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET'))
  kernel.memory.writeU32(runtime + offset, trampolineSlot)
}

/** @throws when the Python code raises; what it printed is on the program's stderr. */
export function runPython(kernel: Kernel, code: string): void {
  const status = kernel.withString(code, (text) => kernel.program.call('PyRun_SimpleString', text))
  if (status !== 0) throw new Error('Python code of the image failed.')
}
