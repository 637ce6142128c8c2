/** JavaScript Promise Integration (https://github.com/WebAssembly/js-promise-integration), which TypeScript lacks. */
declare namespace WebAssembly {
  const Suspending: new (call: (...args: never[]) => unknown) => ImportValue
  function promising(
    exported: (...args: number[]) => unknown,
  ): (...args: number[]) => Promise<unknown>
}
