import { ProgramAbort } from './calls/process.ts'

/** The WebAssembly program once it is loaded: its memory, functions, variables and table. */
export type LoadedProgram = ReturnType<typeof loadedProgram>

/** More fuel than any short function uses: it consumes in some two milliseconds. */
const briefFuel = 5_000_000
/** Half of the least: what the program is charged then still fits, and does not come out as fuel. */
const leastFuel = -0x40000000

/**
 * How much of the C stack goes with one stack of the engine, which has 1 MiB less some: about half of it, as a
 * function that asks for no room, however deep its calls go, has to find some too.
 */
const stackBytes = 400 * 1024
/** What a new stack costs, by the time that it takes. */
const fuelPerStack = 30_000
/** What has to be left of the C stack for a new one. */
const leastStackBytes = stackBytes + 16 * 1024

type Exported = (...args: number[]) => unknown

export function loadedProgram() {
  let exports: WebAssembly.Exports = {}

  function lookup(name: string): Exported {
    const target = exports[name]
    if (!isFunction(target)) throw new Error(`The program has no function ${name}.`)
    return target
  }

  /**
   * A short function of the program, called by the kernel. It has fuel of its own, and pays for it afterwards: with the
   * kernel's JavaScript on the stack the program cannot be put aside, nor even ask. Only a program that has changed its
   * own functions makes one that is not short, and is ended.
   */
  function brief(target: Exported, args: number[]): number {
    const fuel = global('__fuel')
    const stackLimit = global('__stack_limit')
    const left = Number(fuel.value)
    const limit: unknown = stackLimit.value
    fuel.value = briefFuel
    stackLimit.value = 0
    try {
      const result = target(...args)
      return typeof result === 'number' ? result : 0
    } catch (error) {
      if (Number(fuel.value) >= 0) throw error
      throw new ProgramAbort('a function that must be short was not', { cause: error })
    } finally {
      const used = briefFuel - Number(fuel.value)
      fuel.value = left
      stackLimit.value = limit
      spend(used)
    }
  }

  function inTable(slot: number): Exported | undefined {
    const table = exports['__indirect_function_table']
    if (!(table instanceof WebAssembly.Table)) throw new Error('The program has no table.')
    const target: unknown = slot >>> 0 < table.length ? table.get(slot >>> 0) : null
    return isFunction(target) ? target : undefined
  }

  /** Calls a function on a stack of the engine of its own, on which it can be put aside. */
  function onNewStack(target: Exported, args: number[]): Promise<unknown> {
    global('__stack_limit').value = Number(global('__stack_pointer').value) - stackBytes
    return WebAssembly.promising(target)(...args)
  }

  return {
    /** @throws WebAssembly.LinkError when the program wants what is not a function. */
    load(module: WebAssembly.Module, provided: WebAssembly.Imports): void {
      const imports: WebAssembly.Imports = {}
      for (const { module: from, name } of WebAssembly.Module.imports(module)) {
        const values = (imports[from] ??= {})
        values[name] = provided[from]?.[name] ?? missing(name)
      }
      exports = new WebAssembly.Instance(module, imports).exports
    },

    memory: (): WebAssembly.Memory => {
      const { memory } = exports
      if (!(memory instanceof WebAssembly.Memory)) throw new Error('The program has no memory.')
      return memory
    },

    /** Calls a function that is short and does not wait. */
    call: (name: string, ...args: number[]): number => brief(lookup(name), args),

    callTable: (slot: number, ...args: number[]): void => {
      const target = inTable(slot)
      if (!target) throw new ProgramAbort('call of a null function')
      brief(target, args)
    },

    /** The program's call of a function of its own, for which the engine's stack is too small by now. */
    async extendStack(slot: number, ...args: number[]): Promise<unknown> {
      const limit = global('__stack_limit')
      const before: unknown = limit.value
      const target = inTable(slot)
      if (!target) throw new ProgramAbort('call of a null function')
      const end = brief(lookup('emscripten_stack_get_end'), [])
      if (Number(global('__stack_pointer').value) < end + leastStackBytes) {
        throw new RangeError('The C stack is used up.')
      }
      spend(fuelPerStack)
      try {
        return await onNewStack(target, args)
      } finally {
        limit.value = before
      }
    },

    /** Enters the program so that it can be put aside: the promise settles when the function returns. */
    enter(name: string, ...args: number[]): Promise<unknown> {
      return onNewStack(lookup(name), args)
    },

    spend,

    /** The address of a variable or constant of C. */
    symbol: (name: string): number => Number(global(name).value),
    global,
  }

  function spend(units: number): void {
    const fuel = exports['__fuel']
    if (fuel instanceof WebAssembly.Global) fuel.value = Math.max(fuel.value - units, leastFuel)
  }

  function global(name: string): WebAssembly.Global {
    const value = exports[name]
    if (!(value instanceof WebAssembly.Global))
      throw new Error(`The program has no global ${name}.`)
    return value
  }
}

/** Exports of WebAssembly take and give numbers; there is no way to ask for more. */
function isFunction(value: unknown): value is Exported {
  return typeof value === 'function'
}

/** A call of something that the sandbox does not have: the end of the program. */
function missing(name: string) {
  return () => {
    throw new ProgramAbort(`the program called ${name}, which the sandbox does not have`)
  }
}
