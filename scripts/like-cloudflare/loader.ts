import type { Slots } from './slots.ts'

/** A module that stands before the guest's own: its name and its text. */
export interface FirstModule {
  name: string
  text: string
}

/**
 * A loader that counts what is in flight, and has each Worker begin with another module. A Worker is in flight from
 * its call until the stream that it gave is disposed of, whether or not all of that has been read.
 */
export function likeCloudflare(
  loader: WorkerLoader,
  slots: () => Slots,
  first: FirstModule,
): WorkerLoader {
  const withFirst = (code: WorkerLoaderWorkerCode): WorkerLoaderWorkerCode => ({
    ...code,
    mainModule: first.name,
    modules: {
      ...code.modules,
      [first.name]: first.text,
      'cpu-ms.txt': { text: String(code.limits?.cpuMs ?? Number.POSITIVE_INFINITY) },
    },
  })
  return {
    load: (code) => counted(loader.load(withFirst(code)), slots),
    get: (name, code) =>
      counted(
        loader.get(name, async () => withFirst(await code())),
        slots,
      ),
  }
}

function counted(worker: WorkerStub, slots: () => Slots): WorkerStub {
  return replacing(worker, 'getEntrypoint', (getEntrypoint) => (...named: unknown[]) => {
    const entrypoint = getEntrypoint(...named)
    return isObject(entrypoint) ? replacing(entrypoint, 'execute', inSlot(slots)) : entrypoint
  })
}

type Method = (...args: unknown[]) => unknown

function inSlot(slots: () => Slots): (execute: Method) => Method {
  return (execute) =>
    async (...args) => {
      const free = slots().take()
      try {
        const stream: unknown = await execute(...args)
        if (!isObject(stream)) throw new TypeError('The guest gave no stream.')
        return replacing(stream, Symbol.dispose, (dispose) => () => {
          dispose()
          free()
        })
      } catch (error) {
        free()
        throw error
      }
    }
}

/** The same object but for one method, which is made of its own. */
function replacing<T extends object>(
  object: T,
  name: string | symbol,
  make: (method: Method) => Method,
): T {
  return new Proxy(object, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property)
      if (!isMethod(value)) return value
      const method: Method = (...args) => Reflect.apply(value, target, args)
      return property === name ? make(method) : method
    },
  })
}

function isMethod(value: unknown): value is Method {
  return typeof value === 'function'
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}
