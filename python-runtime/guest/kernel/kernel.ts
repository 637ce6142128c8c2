import type { Calls, Machine } from './calls/calls.ts'
import { clockCalls } from './calls/clock.ts'
import { descriptorCalls } from './calls/descriptors.ts'
import { fileCalls } from './calls/files.ts'
import { foreignFunctionCalls } from './calls/foreign-functions.ts'
import { libraryCalls, type Library } from './calls/libraries.ts'
import { memoryMapCalls } from './calls/memory-maps.ts'
import { networkCalls } from './calls/network.ts'
import { processCalls } from './calls/process.ts'
import { waitCalls, type Waiting } from './calls/waiting.ts'
import { fileContents } from './content.ts'
import { descriptors, OpenFlag } from './descriptors.ts'
import { makeDevices } from './devices.ts'
import { environment, workingDirectory } from './environment.ts'
import { fileSystem } from './file-system.ts'
import { linearMemory } from './linear-memory.ts'
import { loadedProgram } from './program.ts'

export interface KernelOptions extends Waiting {
  libraries: Library[]
  random: (into: Uint8Array<ArrayBuffer>) => void
  stdout: (bytes: Uint8Array) => void
  stderr: (bytes: Uint8Array) => void
  maxMemoryBytes: number
  maxFileBytes: number
}

export type Kernel = ReturnType<typeof kernel>

/**
 * What CPython finds instead of an operating system: files in memory, a clock, randomness, and nothing else.
 *
 * The program's imports that are not answered here belong to Pyodide's bridge to JavaScript and to sockets.
 * CPython is started without that bridge, and a call of one of them ends the program.
 */
export function kernel(options: KernelOptions) {
  const program = loadedProgram()
  const memory = linearMemory(program.memory)
  const contents = fileContents(options.maxFileBytes)
  const fs = fileSystem(options.now, contents)
  const fds = descriptors(fs, contents)
  const machine: Machine = { memory, fs, contents, fds, cwd: fs.root, program: lend() }

  /** A text in the program's memory, which is the caller's to free. */
  function newString(text: string): number {
    const capacity = new TextEncoder().encode(text).length + 1
    const address = program.call('malloc', capacity)
    memory.writeString(address, text, capacity)
    return address
  }

  /** Lends a text to the program for one call. */
  function withString<T>(text: string, use: (address: number) => T): T {
    const address = newString(text)
    const result = use(address)
    program.call('free', address)
    return result
  }

  function lend(): Machine['program'] {
    return {
      allocate: (size, alignment) =>
        alignment
          ? program.call('emscripten_builtin_memalign', alignment, size)
          : program.call('malloc', size),
      free: (address) => void program.call('free', address),
      setDlError: (message) =>
        void withString(message, (text) => program.call('__dl_seterr', text, 0)),
      raise(exception, message) {
        const type = memory.readU32(program.symbol(exception))
        withString(message, (text) => program.call('PyErr_SetString', type, text))
      },
      callTable: program.callTable,
    }
  }

  function imports(): Record<string, Record<string, WebAssembly.ImportValue>> {
    const clock = clockCalls(machine, options)
    const openFiles = descriptorCalls(machine)
    const process = processCalls(machine, { ...options, environment, memory: program.memory })
    const env = {
      ...fileCalls(machine, options.now),
      ...openFiles.emscripten,
      ...memoryMapCalls(machine),
      ...clock.emscripten,
      ...process.emscripten,
      ...networkCalls(),
      ...libraryCalls(machine, options.libraries),
      ...foreignFunctionCalls(machine),
    } satisfies Calls
    const wasi = { ...openFiles.wasi, ...clock.wasi, ...process.wasi } satisfies Calls
    const waiting = waitCalls(machine, options, openFiles.poll)
    return { env: { ...env, ...waiting }, wasi_snapshot_preview1: wasi }
  }

  for (const path of [workingDirectory, environment.HOME, environment.MPLCONFIGDIR]) {
    fs.makePath(path)
  }
  makeDevices(fs, options)
  fds.open(fs.root, '/dev/stdin', 0, 0)
  fds.open(fs.root, '/dev/stdout', OpenFlag.WRONLY, 0)
  fds.open(fs.root, '/dev/stderr', OpenFlag.WRONLY, 0)

  return {
    fs,
    contents,
    fds,
    memory,
    program,
    newString,
    withString,

    /** Puts a file at an absolute path, with the folders that lead to it. */
    writeFile(path: string, bytes: Uint8Array): void {
      fs.makePath(path.slice(0, path.lastIndexOf('/')))
      const fd = fds.open(fs.root, path, OpenFlag.WRONLY | OpenFlag.CREAT | OpenFlag.TRUNC, 0o644)
      fds.write(fds.get(fd), bytes)
      fds.close(fd)
    },

    /** The content of a file; undefined when there is none. */
    readFile(path: string): Uint8Array | undefined {
      const { node } = fs.locate(fs.root, path)
      return node?.kind === 'file' ? contents.all(node).slice() : undefined
    },

    chdir(path: string): void {
      machine.cwd = fs.directory(fs.root, path)
    },

    load(module: WebAssembly.Module): void {
      program.load(module, imports())
    },
  }
}
