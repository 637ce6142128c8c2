import { ApiError } from '../errors.ts'
import type { FileStore, Intake } from './store.ts'

/** How long one step may take: five megabytes that are written. A disk that is full may not answer at all. */
const STORAGE_MS = 20_000

/** The place where files are kept does not do what it is asked for: a disk is full, a bucket does not answer. */
export class StorageFailed extends ApiError {
  constructor(cause: unknown) {
    super('The file storage of this server fails at the moment.', {
      status: 503,
      code: 'storage_unavailable',
      headers: { 'retry-after': '30' },
      cause,
    })
  }
}

/**
 * Does what asks the storage, whose failure is told to `report`, and to everybody else as no more than that. It is one
 * too when there is no answer in time.
 */
export async function guarded<Value>(
  attempt: () => Promise<Value>,
  report: (error: unknown) => void,
): Promise<Value> {
  const overdue = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    overdue.reject(new Error(`The storage gave no answer in ${STORAGE_MS} ms.`))
  }, STORAGE_MS)
  try {
    return await Promise.race([attempt(), overdue.promise])
  } catch (error) {
    if (error instanceof ApiError) throw error
    report(error)
    throw new StorageFailed(error)
  } finally {
    clearTimeout(timer)
  }
}

/** A store whose failures are told to `report`, and to everybody else as one that the storage is to blame for. */
export function guardedStore(store: FileStore, report: (error: unknown) => void): FileStore {
  const asked = <Value>(attempt: () => Promise<Value>) => guarded(attempt, report)
  return {
    put: (file) => asked(() => store.put(file)),
    receive() {
      const intake: Intake = store.receive()
      return {
        write: (bytes) => asked(() => intake.write(bytes)),
        keep: (details) => asked(() => intake.keep(details)),
        drop: () => asked(() => intake.drop()),
      }
    },
    find: (id) => asked(() => store.find(id)),
    open: (id, range) => asked(() => store.open(id, range)),
    list: () => asked(() => store.list()),
    delete: (id) => asked(() => store.delete(id)),
  }
}
