import { ApiError } from '../errors.ts'
import type { FileStore, Intake } from './store.ts'

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

/** Does what asks the storage, whose failure is told to `report`, and to everybody else as no more than that. */
export async function guarded<Value>(
  attempt: () => Promise<Value>,
  report: (error: unknown) => void,
): Promise<Value> {
  try {
    return await attempt()
  } catch (error) {
    if (error instanceof ApiError) throw error
    report(error)
    throw new StorageFailed(error)
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
