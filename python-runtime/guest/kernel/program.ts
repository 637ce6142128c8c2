/** The WebAssembly program once it is loaded: its memory, functions, variables and table. */
export type LoadedProgram = ReturnType<typeof loadedProgram>

/** More fuel than any short function uses. */
const plenty = 0x7fffffff

type Exported = (...args: number[]) => unknown

export function loadedProgram() {
  let instance: WebAssembly.Instance | undefined

  function lookup(name: string): Exported {
    const target = instance?.exports[name]
    if (!isFunction(target)) throw new Error(`The program has no function ${name}.`)
    return target
  }

  /** A short function of the program, called by the kernel. It must not run out of fuel: with the kernel's
   * JavaScript on the stack the program cannot be put aside, nor even ask. */
  function brief(target: Exported, args: number[]): number {
    const fuel = global('__fuel')
    const left: unknown = fuel.value
    fuel.value = plenty
    const result = target(...args)
    fuel.value = left
    return typeof result === 'number' ? result : 0
  }

  return {
    /** @throws WebAssembly.LinkError when the program wants what is not a function. */
    load(module: WebAssembly.Module, provided: WebAssembly.Imports): void {
      const imports: WebAssembly.Imports = {}
      for (const { module: from, name } of WebAssembly.Module.imports(module)) {
        const values = (imports[from] ??= {})
        values[name] = provided[from]?.[name] ?? missing(name)
      }
      instance = new WebAssembly.Instance(module, imports)
    },

    memory: (): WebAssembly.Memory => {
      const memory = instance?.exports['memory']
      if (!(memory instanceof WebAssembly.Memory)) throw new Error('The program has no memory.')
      return memory
    },

    /** Calls a function that is short and does not wait. */
    call: (name: string, ...args: number[]): number => brief(lookup(name), args),

    callTable: (slot: number, ...args: number[]): void => {
      const table = instance?.exports['__indirect_function_table']
      if (!(table instanceof WebAssembly.Table)) throw new Error('The program has no table.')
      brief((...values) => table.get(slot)(...values), args)
    },

    /** Enters the program so that it can be put aside: the promise settles when the function returns. */
    enter(name: string, ...args: number[]): Promise<unknown> {
      return WebAssembly.promising(lookup(name))(...args)
    },

    /** The address of a variable or constant of C. */
    symbol: (name: string): number => Number(global(name).value),
    global,
  }

  function global(name: string): WebAssembly.Global {
    const value = instance?.exports[name]
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
    throw new Error(`The program called ${name}, which the sandbox does not have.`)
  }
}
