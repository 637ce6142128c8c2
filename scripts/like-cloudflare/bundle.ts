import { join } from 'node:path'
import { bundleGuest } from '../../python-runtime/build/bundle.ts'

/** The guest with the limits of an isolate, as one module. */
export function bundleLimitedGuest(): Promise<string> {
  return bundleGuest(join(import.meta.dirname, 'guest.ts'), ['cpu-ms.txt'])
}
