import { guarded } from '../files/guarded.ts'
import type { Records } from './records.ts'

/** Records whose failures are told to `report`, and to everybody else as ones that the storage is to blame for. */
export function guardedRecords(records: Records, report: (error: unknown) => void): Records {
  const asked = <Value>(attempt: () => Promise<Value>) => guarded(attempt, report)
  return {
    read: (folder, name) => asked(() => records.read(folder, name)),
    write: (folder, name, text) => asked(() => records.write(folder, name, text)),
    remove: (folder, names) => asked(() => records.remove(folder, names)),
    names: (folder, prefix) => asked(() => records.names(folder, prefix)),
    measure: (folder) => asked(() => records.measure(folder)),
  }
}
