import { WorkerEntrypoint, exports } from 'cloudflare:workers'
import type { Execution, GuestLimits } from '../python-runtime/protocol.ts'
import { loadedGuests, type StartGuest } from './sandbox/guests.ts'

interface LoaderEnv {
  LOADER: WorkerLoader
}

/**
 * Where this Worker calls itself for each program, so that each has a request of its own: Cloudflare lets one request
 * have four dynamic Workers, and counts one for some time after it has ended.
 */
export class Programs extends WorkerEntrypoint<LoaderEnv> {
  /** As `StartGuest` says. */
  start(
    execution: Execution,
    limits: GuestLimits,
    cpuMs: number,
  ): Promise<ReadableStream<Uint8Array>> {
    return loadedGuests(this.env.LOADER)(execution, limits, cpuMs)
  }
}

/** Starts a guest in a request of its own. */
export const inOwnRequest: StartGuest = (...execution) => exports.Programs.start(...execution)
