import { WorkerEntrypoint, exports } from 'cloudflare:workers'
import type { ImageName } from '../python-runtime/images.ts'
import type { Execution, GuestLimits } from '../python-runtime/protocol.ts'
import { loadedGuests, type StartGuest } from './sandbox/guests.ts'
import type { Image } from './sandbox/image.ts'
import { standard } from './sandbox/standard.ts'

interface LoaderEnv {
  LOADER: WorkerLoader
}

/**
 * Where this Worker calls itself for each program, so that each has a request of its own: Cloudflare lets one request
 * have four dynamic Workers, and counts one for some time after it has ended.
 */
export class Programs extends WorkerEntrypoint<LoaderEnv> {
  /** As `StartGuest` says, from an image that this Worker has. */
  async start(
    name: ImageName,
    execution: Execution,
    limits: GuestLimits,
    cpuMs: number,
  ): Promise<ReadableStream<Uint8Array>> {
    return loadedGuests(this.env.LOADER, await this.image(name))(execution, limits, cpuMs)
  }

  protected async image(name: ImageName): Promise<Image> {
    if (name !== 'standard') throw new Error(`This Worker has no image ${name}.`)
    return standard
  }
}

/** Starts a guest in a request of its own. */
export function inOwnRequest(image: ImageName): StartGuest {
  return (...execution) => exports.Programs.start(image, ...execution)
}
