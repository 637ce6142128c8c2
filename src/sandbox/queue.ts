import { ApiError } from '../errors.ts'
import type { Sandbox, SandboxEvent } from './sandbox.ts'
import { WaitingRoom, type RoomLimits } from './waiting-room.ts'

/** Clients come back after about the time that a short program takes. */
const retryAfterSeconds = 2

/**
 * A sandbox that runs so many programs at once and lets the others wait for their turn. It refuses with 429 when too
 * many wait, so that none waits for long; one whose client goes away gives up its place.
 */
export function queued(sandbox: Sandbox, limits: RoomLimits): Sandbox {
  const room = new WaitingRoom(limits)
  return {
    async *execute(execution, run) {
      const entry = await room.enter(run.caller, run.signal)
      if (entry === 'refused') throw tooMany()
      if (entry === 'aborted') return yield cancelled
      try {
        yield* sandbox.execute(execution, run)
      } finally {
        entry.leave()
      }
    },
  }
}

const cancelled: SandboxEvent = {
  type: 'finished',
  error: {
    type: 'cancelled',
    name: 'SandboxError',
    message: 'the request was cancelled before the program began',
    traceback: '',
  },
  usage: { wall_ms: 0, cpu_ms: 0, start_ms: 0, peak_memory_bytes: 0 },
}

function tooMany(): ApiError {
  return new ApiError('Too many programs are running. Try again in a moment.', {
    status: 429,
    code: 'too_many_executions',
    headers: { 'retry-after': String(retryAfterSeconds) },
  })
}
