import wabt from 'wabt'
import { meter } from '../../../python-runtime/build/meter.ts'
import { compile } from '../../../python-runtime/build/wasm/compile.ts'

/** The binary of a module that is given in the text format. */
export async function assemble(source: string): Promise<Uint8Array<ArrayBuffer>> {
  const toolkit = await wabt()
  const features = { exceptions: true, tail_call: true, function_references: true }
  const parsed = toolkit.parseWat('module.wat', source, features)
  return new Uint8Array(parsed.toBinary({}).buffer)
}

/** A module in this process, once as it is and once metered; each run gives the function's result. */
export async function bareAndMetered(source: string) {
  const bare = await assemble(source)
  return { bare: startMetered(bare), metered: startMetered(meter(bare)) }
}

/** A metered module with the given fuel. `outOfFuel` may fill it up, or throw. */
export async function limited(source: string, outOfFuel: (fuel: WebAssembly.Global) => void) {
  return startMetered(meter(await assemble(source)), outOfFuel)
}

/** A module in this process, whose fuel is filled up when it asks unless it is told otherwise. */
export function startMetered(wasm: Uint8Array<ArrayBuffer>, outOfFuel = fillUp) {
  let asked = 0
  let exports: WebAssembly.Exports | undefined
  const program = new WebAssembly.Instance(compile(wasm), {
    env: {
      __out_of_fuel() {
        asked++
        // A start function runs before its fuel can be reached.
        if (exports) outOfFuel(fuel())
      },
    },
  })
  exports = program.exports

  function fuel(): WebAssembly.Global {
    const global = exports?.['__fuel']
    if (!(global instanceof WebAssembly.Global)) throw new Error('There is no fuel.')
    return global
  }

  function run(name: string, ...args: number[]): unknown {
    const target = exports?.[name]
    if (typeof target !== 'function') throw new Error(`There is no function ${name}.`)
    return Reflect.apply(target, undefined, args)
  }

  return {
    run,
    /** How many units a call costs. */
    cost(name: string, ...args: number[]): number {
      fillUp(fuel())
      run(name, ...args)
      return plenty - Number(fuel().value)
    },
    asked: () => asked,
  }
}

const plenty = 0x7fffffff

function fillUp(fuel: WebAssembly.Global): void {
  fuel.value = plenty
}
