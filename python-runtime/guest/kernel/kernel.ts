import { budget } from './budget.ts'
import { byteString } from './byte-string.ts'
import { charged, enter, type Machine } from './calls/calls.ts'
import { clockCalls, toNanoseconds } from './calls/clock.ts'
import { descriptorCalls } from './calls/descriptors.ts'
import { fileCalls } from './calls/files.ts'
import { foreignFunctionCalls } from './calls/foreign-functions.ts'
import { libraryCalls, type Library } from './calls/libraries.ts'
import { memoryMapCalls } from './calls/memory-maps.ts'
import { networkCalls } from './calls/network.ts'
import { processCalls } from './calls/process.ts'
import { waitCalls, type Waiting } from './calls/waiting.ts'
import { fileContents } from './content.ts'
import { descriptors } from './descriptors.ts'
import { makeDevices } from './devices.ts'
import { environment, workingDirectory } from './environment.ts'
import { errno } from './errno.ts'
import { fileSystem } from './file-system.ts'
import { linearMemory } from './linear-memory.ts'
import { OpenFlag } from './open-file.ts'
import { asDirectory } from './paths.ts'
import { loadedProgram } from './program.ts'
import { randomFiller } from './random.ts'

export interface KernelOptions extends Waiting {
  libraries: Library[]
  random: (into: Uint8Array<ArrayBuffer>) => void
  stdout: (bytes: Uint8Array) => void
  stderr: (bytes: Uint8Array) => void
  maxMemoryBytes: number
  maxFileBytes: number
  /** Variables beside those that every program has. */
  environment?: Record<string, string>
}

/** A program that has all but this of its memory is short of it: as much as a cache of the image's files takes. */
const shortOfBytes = 9 * 1024 * 1024

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
  const now = () => toNanoseconds(options.now())
  const { spend } = program
  const random = randomFiller(options.random, spend)
  const room = budget(options.maxFileBytes)
  const contents = fileContents(room, spend)
  const fs = fileSystem({ now, contents, budget: room, spend })
  const fds = descriptors(fs, contents, spend)
  const machine: Machine = { memory, fs, fds, cwd: fs.root, umask: 0o022, program: lend() }
  fs.hold(fs.root)
  const caches: (() => void)[] = []

  function isMemoryShort(): boolean {
    return program.memory().buffer.byteLength > options.maxMemoryBytes - shortOfBytes
  }

  /** A text in the program's memory, which is the caller's to free. */
  function newString(text: string): number {
    const bytes = new TextEncoder().encode(`${text}\0`)
    const address = program.call('malloc', bytes.length)
    if (address === 0) throw errno('ENOMEM')
    memory.bytes(address, bytes.length).set(bytes)
    return address
  }

  /** Lends a text to the program for one call. */
  function withString(text: string, use: (address: number) => void): void {
    const address = newString(text)
    use(address)
    program.call('free', address)
  }

  function lend(): Machine['program'] {
    return {
      allocate: (size, alignment) =>
        alignment
          ? program.call('emscripten_builtin_memalign', alignment, size)
          : program.call('malloc', size),
      free: (address) => void program.call('free', address),
      setDlError: (message) => withString(message, (text) => program.call('__dl_seterr', text, 0)),
      raise(exception, message) {
        const type = memory.readU32(program.symbol(exception))
        withString(message, (text) => program.call('PyErr_SetString', type, text))
      },
      callTable: program.callTable,
      extendStack: (slot, ...args) => program.extendStack(slot, ...args),
      spend,
    }
  }

  function imports(): Record<string, Record<string, WebAssembly.ImportValue>> {
    const clock = clockCalls(machine, options)
    const openFiles = descriptorCalls(machine)
    const process = processCalls(machine, {
      ...options,
      random,
      environment: { ...environment, ...options.environment },
      memory: program.memory,
      grown: () => {
        if (isMemoryShort()) for (const forget of caches) forget()
      },
    })
    const env = charged(machine, {
      ...fileCalls(machine, { now, contents, budget: room }),
      ...openFiles.emscripten,
      ...memoryMapCalls(machine, contents),
      ...clock.emscripten,
      ...process.emscripten,
      ...networkCalls(),
      ...libraryCalls(machine, options.libraries),
      ...foreignFunctionCalls(machine),
    })
    const wasi = charged(machine, { ...openFiles.wasi, ...clock.wasi, ...process.wasi })
    return { env: { ...env, ...waitCalls(machine, options) }, wasi_snapshot_preview1: wasi }
  }

  /** Makes a directory with those that lead to it. */
  function makePath(path: string): void {
    const names = path.split('/')
    for (let depth = 2; depth <= names.length; depth++) {
      const part = names.slice(0, depth).join('/')
      if (!fs.locate(fs.root, part).node) fs.makeDirectory(fs.root, part, 0o755)
    }
  }

  for (const path of ['/dev', workingDirectory, environment.HOME, environment.MPLCONFIGDIR]) {
    makePath(path)
  }
  makeDevices(fs, { ...options, random })
  fds.open(fs.root, '/dev/stdin', 0, 0)
  fds.open(fs.root, '/dev/stdout', OpenFlag.WRONLY, 0)
  fds.open(fs.root, '/dev/stderr', OpenFlag.WRONLY, 0)

  return {
    fs,
    contents,
    memory,
    program,
    newString,

    /** Whether the program has taken nearly all of the memory that it may have: then nothing is kept beside it that need not be. */
    isMemoryShort,
    /** Has what `forget` forgets let go of when the memory becomes short. */
    onShortMemory(forget: () => void): void {
      caches.push(forget)
    },

    /** Puts a file at an absolute path, with the folders that lead to it. */
    writeFile(path: string, bytes: Uint8Array): void {
      const name = byteString(path)
      makePath(name.slice(0, name.lastIndexOf('/')))
      const fd = fds.open(fs.root, name, OpenFlag.WRONLY | OpenFlag.CREAT | OpenFlag.TRUNC, 0o644)
      fds.write(fds.get(fd), bytes)
      fds.close(fd)
    },

    /** Leaves a file out of the listings of its folder, one in each. */
    unlist(path: string): void {
      const { parent, name } = fs.locate(fs.root, byteString(path))
      parent.unlisted = name
    },

    /** The content of a file; undefined when there is none. */
    readFile(path: string): Uint8Array | undefined {
      const { node } = fs.locate(fs.root, byteString(path))
      if (node?.kind !== 'file') return undefined
      const bytes = new Uint8Array(node.size)
      contents.read(node, 0, bytes)
      return bytes
    },

    chdir(path: string): void {
      enter(machine, asDirectory(fs.lookup(fs.root, byteString(path))))
    },

    load(module: WebAssembly.Module): void {
      program.load(module, imports())
    },
  }
}
