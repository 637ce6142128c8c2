import type { Calls, Machine } from './calls/calls.ts'
import { clockCalls } from './calls/clock.ts'
import { descriptorCalls } from './calls/descriptors.ts'
import { fileCalls } from './calls/files.ts'
import { foreignFunctionCalls } from './calls/foreign-functions.ts'
import { libraryCalls, type Library } from './calls/libraries.ts'
import { memoryMapCalls } from './calls/memory-maps.ts'
import { networkCalls } from './calls/network.ts'
import { processCalls } from './calls/process.ts'
import { fileContents } from './content.ts'
import { descriptors } from './descriptors.ts'
import { fileSystem } from './file-system.ts'
import { linearMemory } from './linear-memory.ts'

export interface KernelOptions {
  environment: Record<string, string>
  libraries: Library[]
  /** Milliseconds since 1970. */
  now: () => number
  /** Milliseconds since some moment, never going back. */
  monotonic: () => number
  random: (into: Uint8Array<ArrayBuffer>) => void
  /** Called when the program has used up its fuel; returns after refilling it, or throws to end the program. */
  outOfFuel: () => void
  /** Waits; may throw to end the program. */
  sleep: (milliseconds: number) => Promise<void>
  maxMemoryBytes: number
  maxFileBytes: number
}

export type Kernel = ReturnType<typeof kernel>

/**
 * What CPython finds instead of an operating system: files in memory, a clock, randomness, and nothing else.
 *
 * The program's imports that are not answered here are Pyodide's bridge to JavaScript and sockets' relatives;
 * CPython is started without that bridge, and a call of one of them ends the program.
 */
export function kernel(options: KernelOptions) {
  let instance: WebAssembly.Instance | undefined
  const exported = (name: string) => instance?.exports[name]
  const heap = (): WebAssembly.Memory => {
    const memory = exported('memory')
    if (!(memory instanceof WebAssembly.Memory)) throw new Error('The program is not loaded yet.')
    return memory
  }

  const memory = linearMemory(heap)
  const contents = fileContents(options.maxFileBytes)
  const fs = fileSystem(options.now, contents)
  const machine: Machine = {
    memory,
    fs,
    contents,
    fds: descriptors(fs, contents),
    cwd: fs.root,
    program: {
      allocate: (size, alignment) =>
        alignment ? call('emscripten_builtin_memalign', alignment, size) : call('malloc', size),
      free: (address) => void call('free', address),
      setDlError: (message) => withString(message, (text) => call('__dl_seterr', text, 0)),
      raise: (exception, message) =>
        withString(message, (text) => call('PyErr_SetString', pointer(exception), text)),
    },
  }

  /** Lends the text to the program for one call. */
  function withString(text: string, use: (address: number) => void): void {
    const capacity = new TextEncoder().encode(text).length + 1
    const address = call('malloc', capacity)
    memory.writeString(address, text, capacity)
    use(address)
    call('free', address)
  }

  /** The value of a global variable of C. */
  function pointer(name: string): number {
    const variable = exported(name)
    if (!(variable instanceof WebAssembly.Global)) throw new Error(`The program has no ${name}.`)
    return memory.readU32(variable.value)
  }

  function call(name: string, ...args: number[]): number {
    const target = exported(name)
    if (typeof target !== 'function') throw new Error(`The program has no function ${name}.`)
    const result: unknown = target(...args)
    return typeof result === 'number' ? result : 0
  }

  const clock = clockCalls(machine, options.now, options.monotonic)
  const openFiles = descriptorCalls(machine)
  const process = processCalls(machine, { ...options, memory: heap })
  const env: Calls = {
    ...fileCalls(machine, options.now),
    ...openFiles.emscripten,
    ...memoryMapCalls(machine),
    ...clock.emscripten,
    ...process.emscripten,
    ...networkCalls(),
    ...libraryCalls(machine, options.libraries),
    ...foreignFunctionCalls(machine),
    __call_sighandler(handler: number, signal: number) {
      const table = exported('__indirect_function_table')
      if (table instanceof WebAssembly.Table) table.get(handler)(signal)
    },
    // A constructor of the unused bridge asks for its table.
    __hiwire_deduplicate_new: () => null,
    __out_of_fuel: options.outOfFuel,
  }
  const wasi: Calls = { ...openFiles.wasi, ...clock.wasi, ...process.wasi }

  return {
    fs,
    contents,
    fds: machine.fds,
    memory,
    call,

    chdir(path: string): void {
      machine.cwd = fs.directory(fs.root, path)
    },

    instantiate(module: WebAssembly.Module): WebAssembly.Instance {
      const imports: Record<string, Calls> = {}
      for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
        if (kind !== 'function') throw new Error(`The program imports the ${kind} ${name}.`)
        const calls = (imports[from] ??= {})
        calls[name] = (from === 'env' ? env : wasi)[name] ?? missing(name)
      }
      instance = new WebAssembly.Instance(module, imports)
      return instance
    },
  }
}

/** A call of something that this kernel does not have: the end of the program. */
function missing(name: string) {
  return () => {
    throw new Error(`The program called ${name}, which the sandbox does not have.`)
  }
}
