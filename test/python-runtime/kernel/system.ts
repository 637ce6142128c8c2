import wabt from 'wabt'
import { compile } from '../../../python-runtime/build/wasm/compile.ts'
import { Errno } from '../../../python-runtime/guest/kernel/errno.ts'
import { kernel, type KernelOptions } from '../../../python-runtime/guest/kernel/kernel.ts'

/**
 * The system calls that the tests make: result and parameters, i for i32, j for i64, v for none. The program gives
 * and takes numbers for i64, which are exact up to 2^53.
 */
const calls = {
  env: {
    __syscall_chdir: 'ii',
    __syscall_chmod: 'iii',
    __syscall_dup: 'ii',
    __syscall_dup3: 'iiii',
    __syscall_faccessat: 'iiiii',
    __syscall_fallocate: 'iiijj',
    __syscall_fchmodat2: 'iiiii',
    __syscall_fcntl64: 'iiii',
    __syscall_ftruncate64: 'iij',
    __syscall_getcwd: 'iii',
    __syscall_fchdir: 'ii',
    __syscall_getdents64: 'iiii',
    __syscall_ioctl: 'iiii',
    __syscall_lstat64: 'iii',
    __syscall_mkdirat: 'iiii',
    __syscall_openat: 'iiiii',
    __syscall_pipe: 'ii',
    __syscall_poll: 'iiii',
    __syscall_readlinkat: 'iiiii',
    __syscall_renameat: 'iiiii',
    __syscall_stat64: 'iii',
    __syscall_statfs64: 'iiii',
    __syscall_symlinkat: 'iiii',
    __syscall_umask_js: 'ii',
    __syscall_unlinkat: 'iiii',
    __syscall_utimensat: 'iiiii',
    _dlopen_js: 'ii',
    _dlsym_js: 'iiii',
    _emscripten_system: 'ii',
    _gmtime_js: 'vji',
    _mktime_js: 'ji',
    _mmap_js: 'iiiiijii',
    _munmap_js: 'iiiiiij',
    __assert_fail: 'viiii',
    __call_sighandler: 'vii',
    __out_of_fuel: 'v',
    clock_nanosleep: 'iiiii',
    emscripten_resize_heap: 'ii',
    not_there: 'v',
  },
  wasi_snapshot_preview1: {
    clock_res_get: 'iii',
    clock_time_get: 'iiji',
    environ_get: 'iii',
    environ_sizes_get: 'iii',
    fd_close: 'ii',
    fd_fdstat_get: 'iii',
    fd_pread: 'iiiiji',
    fd_pwrite: 'iiiiji',
    fd_read: 'iiiii',
    fd_seek: 'iijii',
    fd_write: 'iiiii',
    random_get: 'iii',
  },
} as const

type CallName = keyof typeof calls.env | keyof typeof calls.wasi_snapshot_preview1
type Argument = number | string | Uint8Array

export const AT_FDCWD = -100
export const O = {
  RDONLY: 0,
  WRONLY: 1,
  RDWR: 2,
  CREAT: 0o100,
  EXCL: 0o200,
  TRUNC: 0o1000,
  APPEND: 0o2000,
  DIRECTORY: 0o200000,
  NOFOLLOW: 0o400000,
} as const

/** Beyond the memory of the program. */
export const nowhere = 0xfff0_0000

/** Slots of the program's table: a function that returns soon, and one that never does. */
export const shortFunction = 2
export const endlessFunction = 3

/** Where the tests put arguments, and where results are written. */
const argumentStart = 64 * 1024
export const result = 32 * 1024
/** What is read and written. */
export const buffer = 128 * 1024

const program = compileProgram()

/** The kernel under a program that does nothing but make system calls. */
export type System = Awaited<ReturnType<typeof system>>

export async function system(options: Partial<KernelOptions> = {}) {
  const printed: Uint8Array[] = []
  const machine = kernel({
    libraries: [],
    now: () => 1_000,
    monotonic: () => 5,
    cpuTime: () => 3,
    random: (into) => void crypto.getRandomValues(into),
    stdout: (bytes) => void printed.push(bytes.slice()),
    stderr: () => {},
    outOfFuel: () => {},
    sleep: async () => false,
    maxMemoryBytes: 64 * 1024 * 1024,
    maxFileBytes: 1024 * 1024,
    ...options,
  })
  machine.load(await program)
  machine.chdir('/mnt/data')
  let argumentEnd = argumentStart

  /** Puts bytes into the program's memory for the next call. */
  function put(bytes: Uint8Array): number {
    const address = argumentEnd
    machine.memory.bytes(address, bytes.length).set(bytes)
    argumentEnd = Math.ceil((address + bytes.length) / 8) * 8
    return address
  }

  function numbers(values: Argument[]): number[] {
    argumentEnd = argumentStart
    return values.map((value) => {
      if (typeof value === 'string') return put(new TextEncoder().encode(`${value}\0`))
      return typeof value === 'number' ? value : put(value)
    })
  }

  /** The call's answer; its failure by name. */
  function call(name: CallName, ...values: Argument[]): number | string {
    return answerOf(name, machine.program.call(name, ...numbers(values)))
  }

  function open(path: string | Uint8Array, flags: number, mode = 0o666): number | string {
    return call('__syscall_openat', AT_FDCWD, path, flags, ints(mode))
  }

  function fd(path: string, flags: number): number {
    const opened = open(path, flags)
    if (typeof opened !== 'number') throw new Error(`open ${path}: ${opened}`)
    return opened
  }

  /** Gives how much was written. */
  function write(descriptor: number, bytes: Uint8Array | string): number | string {
    const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
    machine.memory.bytes(buffer, content.length).set(content)
    const answer = call('fd_write', descriptor, ints(buffer, content.length), 1, result)
    return answer === 0 ? machine.memory.readU32(result) : answer
  }

  /** Gives the text that was read. */
  function read(descriptor: number, length: number): number | string {
    const answer = call('fd_read', descriptor, ints(buffer, length), 1, result)
    if (answer !== 0) return answer
    const count = machine.memory.readU32(result)
    return new TextDecoder().decode(machine.memory.bytes(buffer, count))
  }

  return {
    kernel: machine,
    memory: machine.memory,
    call,
    open,
    fd,
    read,
    write,

    /** A call during which the program may wait, and pays with fuel for what the kernel does. */
    async enter(name: CallName, ...values: Argument[]): Promise<number | string> {
      return answerOf(name, Number(await machine.program.enter(name, ...numbers(values))))
    },

    get fuel() {
      return machine.program.symbol('__fuel')
    },

    /** What `dlerror` would tell. */
    get libraryError() {
      return machine.memory.readString(machine.program.symbol('error'), 1000)
    },

    /** The address that was freed last. */
    get freed() {
      return machine.program.symbol('freed')
    },

    /** Makes a file of this content. */
    make(path: string, content = ''): void {
      const descriptor = fd(path, O.WRONLY | O.CREAT | O.TRUNC)
      write(descriptor, content)
      call('fd_close', descriptor)
    },

    get printed() {
      return new TextDecoder().decode(Buffer.concat(printed))
    },
  }
}

/** Numbers as the program lays them out in its memory. */
export function ints(...values: number[]): Uint8Array {
  return new Uint8Array(Int32Array.from(values).buffer)
}

function answerOf(name: CallName, answer: number): number | string {
  const isWasi = name in calls.wasi_snapshot_preview1 || name === 'clock_nanosleep'
  const errno = isWasi ? answer : -answer
  if (errno <= 0 || name === '_mktime_js') return answer
  const names = Object.entries(Errno).filter(([, number]) => number === errno)
  return names[0]?.[0] ?? `errno ${errno}`
}

function signature(answer: string | undefined, parameters: string[], long: string): string {
  const typeOf = (letter: string | undefined) => (letter === 'j' ? long : 'i32')
  const results = answer === 'v' ? '' : `(result ${typeOf(answer)})`
  return `${parameters.map((letter) => `(param ${typeOf(letter)})`).join(' ')} ${results}`
}

function argument(letter: string, index: number): string {
  const value = `(local.get ${index})`
  return letter === 'j' ? `(i64.trunc_sat_f64_s ${value})` : value
}

async function compileProgram(): Promise<WebAssembly.Module> {
  const imports = Object.entries(calls).flatMap(([module, signatures]) =>
    Object.entries(signatures).map(([name, [answer, ...parameters]]) => ({
      import: `(import "${module}" "${name}" (func $${name} ${signature(answer, parameters, 'i64')}))`,
      export: `(func (export "${name}") ${signature(answer, parameters, 'f64')}
        (call $${name} ${parameters.map(argument).join(' ')})
        ${answer === 'j' ? 'f64.convert_i64_s' : ''})`,
    })),
  )
  const toolkit = await wabt()
  const source = `(module
    ${imports.map((entry) => entry.import).join('\n')}
    (memory (export "memory") 16)
    (table (export "__indirect_function_table") 4 funcref)
    (elem (i32.const 2) $short $long)
    (global $fuel (export "__fuel") (mut i32) (i32.const 1000000))
    (global (export "__stack_pointer") (mut i32) (i32.const 0))
    (global (export "__stack_limit") (mut i32) (i32.const 0))
    (global $free (export "free_from") (mut i32) (i32.const 524288))
    (global $error (export "error") (mut i32) (i32.const 0))
    (global $freed (export "freed") (mut i32) (i32.const 0))
    (func (export "emscripten_builtin_memalign") (param $alignment i32) (param $size i32) (result i32)
      (local $address i32)
      (local.set $address (i32.and
        (i32.add (global.get $free) (i32.sub (local.get $alignment) (i32.const 1)))
        (i32.sub (i32.const 0) (local.get $alignment))))
      (global.set $free (i32.add (local.get $address) (local.get $size)))
      (if (i32.gt_u (global.get $free) (i32.shl (memory.size) (i32.const 16)))
        (then (return (i32.const 0))))
      (local.get $address))
    (func (export "malloc") (param $size i32) (result i32)
      (local $address i32)
      (local.set $address (global.get $free))
      (global.set $free (i32.add (local.get $address) (local.get $size)))
      (local.get $address))
    (func $burn (param $units i32)
      (global.set $fuel (i32.sub (global.get $fuel) (local.get $units)))
      (if (i32.lt_s (global.get $fuel) (i32.const 0)) (then (call $__out_of_fuel))))
    (func $short (param $signal i32) (call $burn (i32.const 1000)))
    (func $long (param $signal i32) (loop (call $burn (i32.const 1000)) (br 0)))
    (func (export "free") (param i32) (global.set $freed (local.get 0)))
    (func (export "__dl_seterr") (param i32 i32) (global.set $error (local.get 0)))
    ${imports.map((entry) => entry.export).join('\n')})`
  return compile(new Uint8Array(toolkit.parseWat('system.wat', source).toBinary({}).buffer))
}
