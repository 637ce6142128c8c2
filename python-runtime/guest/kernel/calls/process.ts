import { positiveErrno, type Machine } from './calls.ts'

/** The program ended itself by `exit`, past all Python: `os._exit`, or a fatal error in C. */
export class ProgramExit extends Error {
  readonly status: number

  constructor(status: number) {
    super(`exit status ${status}`)
    this.status = status
  }
}

/** The program aborted (`abort()`, a failed C assertion). */
export class ProgramAbort extends Error {}

/** `crypto.getRandomValues` fills at most this many bytes at once. */
const randomChunkBytes = 65536

/** What a program knows of its process: environment, identity, randomness, and its end. */
export function processCalls(
  machine: Machine,
  process: {
    environment: Record<string, string>
    random: (into: Uint8Array<ArrayBuffer>) => void
    memory: () => WebAssembly.Memory
    maxMemoryBytes: number
  },
) {
  const { memory } = machine
  const variables = Object.entries(process.environment).map(([name, value]) => `${name}=${value}`)
  const encoder = new TextEncoder()

  function exit(status: number): never {
    throw new ProgramExit(status)
  }

  const wasi = positiveErrno({
    environ_sizes_get(count: number, size: number) {
      memory.writeU32(count, variables.length)
      const lengths = variables.map((variable) => encoder.encode(variable).length + 1)
      memory.writeU32(
        size,
        lengths.reduce((sum, length) => sum + length, 0),
      )
      return 0
    },
    environ_get(pointers: number, buffer: number) {
      let address = buffer
      for (const [index, variable] of variables.entries()) {
        memory.writeU32(pointers + index * 4, address)
        const length = encoder.encode(variable).length
        address += memory.writeString(address, variable, length + 1) + 1
      }
      return 0
    },
    random_get(buffer: number, length: number) {
      const target = memory.bytes(buffer, length)
      for (let at = 0; at < target.length; at += randomChunkBytes) {
        process.random(target.subarray(at, at + randomChunkBytes))
      }
      return 0
    },
  })

  const emscripten = {
    exit,
    _abort_js(): never {
      throw new ProgramAbort('abort')
    },
    __assert_fail(condition: number, file: number, line: number): never {
      const place = `${memory.readString(file)}:${line}`
      throw new ProgramAbort(`assertion failed: ${memory.readString(condition)} (${place})`)
    },
    /** 1 when the heap has grown to the wanted size; the C library makes of 0 a failed `malloc`. */
    emscripten_resize_heap(wanted: number) {
      const size = wanted >>> 0
      const heap = process.memory()
      if (size > process.maxMemoryBytes) return 0
      const growth = Math.ceil((size - heap.buffer.byteLength) / 65536)
      try {
        if (growth > 0) heap.grow(growth)
        return 1
      } catch {
        return 0
      }
    },
    emscripten_get_heap_max: () => process.maxMemoryBytes,
    _emscripten_get_progname: (address: number, capacity: number) => {
      memory.writeString(address, 'python', capacity)
    },
    _emscripten_runtime_keepalive_clear() {},
    emscripten_runtime_keepalive_push() {},
    emscripten_runtime_keepalive_pop() {},
    __syscall_getuid32_js: () => 0,
    __syscall_umask_js: () => 0o022,
    __call_sighandler: (handler: number, signal: number) =>
      machine.program.callTable(handler, signal),
    // A constructor of Pyodide's unused bridge asks for its table.
    __hiwire_deduplicate_new: () => null,
    /** There is no timer that could interrupt the program. */
    _setitimer_js: () => 0,
    /** There is no shell. */
    _emscripten_system: () => 0,
    _Py_CheckEmscriptenSignals_Helper: () => 0,
    /** `sys._emscripten_info.runtime`: unknown. */
    _Py_emscripten_runtime: () => 0,
  }

  return { wasi: { ...wasi, proc_exit: exit }, emscripten }
}
