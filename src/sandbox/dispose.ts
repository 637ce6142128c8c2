/**
 * Lets go of what a call of another Worker has given. Cloudflare counts a dynamic Worker as in use for as long as
 * anything of it is held, and does not wait for the garbage collector. Not everything has a way to be disposed of in
 * each version of the platform; whatever has one is.
 */
export function dispose(...held: unknown[]): void {
  for (const value of held) if (isDisposable(value)) value[Symbol.dispose]()
}

function isDisposable(value: unknown): value is Disposable {
  const isHolder = (typeof value === 'object' && value !== null) || typeof value === 'function'
  return isHolder && typeof Reflect.get(value, Symbol.dispose) === 'function'
}
