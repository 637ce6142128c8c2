/** The WebAssembly program once it is loaded: its memory, functions, variables and table. */
export type LoadedProgram = ReturnType<typeof loadedProgram>

type Exported = (...args: number[]) => unknown

export function loadedProgram() {
  let instance: WebAssembly.Instance | undefined
  let depth = 0

  function lookup(name: string): Exported {
    const target = instance?.exports[name]
    if (!isFunction(target)) throw new Error(`The program has no function ${name}.`)
    return target
  }

  function counted(target: Exported, args: number[]): number {
    depth++
    try {
      const result = target(...args)
      return typeof result === 'number' ? result : 0
    } finally {
      depth--
    }
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

    /** Calls a function of the program; while it runs, the program cannot be put aside. */
    call: (name: string, ...args: number[]): number => counted(lookup(name), args),

    callTable: (slot: number, ...args: number[]): void => {
      const table = instance?.exports['__indirect_function_table']
      if (!(table instanceof WebAssembly.Table)) throw new Error('The program has no table.')
      counted((...values) => table.get(slot)(...values), args)
    },

    /** Enters the program so that it can be put aside: the promise settles when the function returns. */
    enter(name: string, ...args: number[]): Promise<unknown> {
      return WebAssembly.promising(lookup(name))(...args)
    },

    /** Whether no JavaScript stands between the entry and the current call. */
    canSuspend: () => depth === 0,

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
