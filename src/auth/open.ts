import { ApiError } from '../errors.ts'
import type { Door } from './door.ts'
import { isLoopback } from './loopback.ts'

/** Lets everyone in who is on this machine, and nobody else. */
export function openDoor(): Door {
  return {
    async admit(request) {
      if (!isLoopback(request.url)) {
        throw new ApiError(
          'This server does not say who may use it: set AUTH to `keys` or `passthrough`. Without it, only its own machine is served.',
          { status: 403, code: 'access_not_configured' },
        )
      }
      // A page from elsewhere, open in a browser on this machine, can reach a loopback address too.
      const origin = request.headers.get('Origin')
      if (origin !== null && !isLoopback(origin)) {
        throw new ApiError('An open server does not answer to web pages from other hosts.', {
          status: 403,
          code: 'origin_not_allowed',
        })
      }
      return { owner: 'local', key: null }
    },
  }
}
