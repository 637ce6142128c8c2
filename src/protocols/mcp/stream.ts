import { notificationMessage } from './json-rpc.ts'
import type { Call } from './request.ts'

/** Tells a client how a call is going on. */
export interface Progress {
  /** A notification: with what a program has printed, or only that it still runs. */
  tell: (message?: string) => object
}

/** Null for a call that does not ask for it. */
export function progressOf({ params }: Call): Progress | null {
  const { _meta: meta } = params
  const progressToken = meta?.progressToken
  if (progressToken === undefined) return null
  let progress = 0
  return {
    tell: (message) => {
      progress += 1
      return notificationMessage('notifications/progress', {
        progressToken,
        progress,
        ...(message !== undefined && { message }),
      })
    },
  }
}
