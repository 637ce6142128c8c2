import { byteString, textOf } from '../byte-string.ts'
import { maxCallBytes } from '../costs.ts'
import { Errno, errno } from '../errno.ts'
import { positiveErrno, type Machine } from './calls.ts'

/** The program ended itself by `exit`, past all Python: `os._exit`, or a fatal error in C. */
export class ProgramExit extends Error {
  readonly status: number

  constructor(status: number) {
    super(`exit status ${status}`)
    this.status = status
  }
}

/** The program aborted: `abort()`, a failed C assertion, or a call that cannot be answered. */
export class ProgramAbort extends Error {}

const memoryPageBytes = 65_536

/** No program has a use for more at once, and to make it takes some ten milliseconds. */
const maxRandomBytes = maxCallBytes / 2

/** Fuel for a page that the memory grows by. */
const fuelPerPage = 100

/** The most of a text that is told of an assertion. */
const maxTold = 200

/** What a program knows of its process: environment, identity, randomness, and its end. */
export function processCalls(
  machine: Machine,
  process: {
    environment: Record<string, string>
    random: (into: Uint8Array<ArrayBuffer>) => void
    memory: () => WebAssembly.Memory
    maxMemoryBytes: number
    /** Is told of a memory that has grown. */
    grown: () => void
  },
) {
  const { memory } = machine
  const variables = Object.entries(process.environment).map(([name, value]) =>
    byteString(`${name}=${value}`),
  )

  function exit(status: number): never {
    throw new ProgramExit(status)
  }

  const wasi = positiveErrno({
    environ_sizes_get(count: number, size: number) {
      memory.writeU32(count, variables.length)
      memory.writeU32(
        size,
        variables.reduce((sum, variable) => sum + variable.length + 1, 0),
      )
      return 0
    },
    environ_get(pointers: number, buffer: number) {
      let address = buffer
      for (const [index, variable] of variables.entries()) {
        memory.writeU32(pointers + index * 4, address)
        memory.writeString(address, variable)
        address += variable.length + 1
      }
      return 0
    },
    random_get(buffer: number, length: number) {
      const bytes = memory.bytes(buffer, length)
      if (bytes.length > maxRandomBytes) throw errno('EINVAL')
      process.random(bytes)
      return 0
    },
  })

  const emscripten = {
    exit,
    _abort_js(): never {
      throw new ProgramAbort('abort')
    },
    __assert_fail(condition: number, file: number, line: number): never {
      const told = textOf(memory.readString(condition, maxTold))
      const place = `${textOf(memory.readString(file, maxTold))}:${line}`
      throw new ProgramAbort(`assertion failed: ${told} (${place})`)
    },
    /** 1 when the heap has grown to the wanted size; the C library makes of 0 a failed `malloc`. */
    emscripten_resize_heap(wanted: number) {
      const size = wanted >>> 0
      const heap = process.memory()
      if (size > process.maxMemoryBytes) return 0
      const growth = Math.ceil((size - heap.buffer.byteLength) / memoryPageBytes)
      if (growth <= 0) return 1
      machine.program.spend(growth * fuelPerPage)
      try {
        heap.grow(growth)
        process.grown()
        return 1
      } catch {
        return 0
      }
    },
    emscripten_get_heap_max: () => process.maxMemoryBytes,
    _emscripten_get_progname: (address: number, capacity: number) =>
      memory.writeString(address, 'python', capacity),
    _emscripten_runtime_keepalive_clear() {},
    __syscall_getuid32_js: () => 0,
    __syscall_umask_js(mask: number) {
      const before = machine.umask
      machine.umask = mask & 0o777
      return before
    },
    __call_sighandler: (handler: number, signal: number) =>
      machine.program.callTable(handler, signal),
    // A constructor of Pyodide's unused bridge asks for its table.
    __hiwire_deduplicate_new: () => null,
    /** There is no timer that could interrupt the program. */
    _setitimer_js: () => 0,
    /** There is no shell: null asks whether there is one. */
    _emscripten_system: (command: number) => (command === 0 ? 0 : -Errno.ENOSYS),
    _Py_CheckEmscriptenSignals_Helper: () => 0,
    /** `sys._emscripten_info.runtime`: unknown. */
    _Py_emscripten_runtime: () => 0,
  }

  return { wasi: { ...wasi, proc_exit: exit }, emscripten }
}
