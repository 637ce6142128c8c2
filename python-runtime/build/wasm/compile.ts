/** Compiles a binary. The types here are those of a Worker, which may not do this; Node may. */
export function compile(bytes: BufferSource): WebAssembly.Module {
  const module: unknown = Reflect.construct(WebAssembly.Module, [bytes])

  if (!(module instanceof WebAssembly.Module)) {
    throw new TypeError('Compiling gave no module.')
  }

  return module
}
