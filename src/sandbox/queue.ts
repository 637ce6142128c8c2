import { ApiError } from '../errors.ts'
import type { Sandbox, SandboxEvent } from './sandbox.ts'

export interface QueueLimits {
  /** Programs that run at once. */
  maxRunning: number
  /** Programs that wait for their turn; one more is refused. */
  maxWaiting: number
}

/** Clients come back after about the time that a short program takes. */
const retryAfterSeconds = 2

/**
 * A sandbox that runs so many programs at once and lets the others wait, first come first served. It refuses with
 * 429 when too many wait, so that none waits for long; one whose client goes away gives up its place.
 */
export function queued(sandbox: Sandbox, { maxRunning, maxWaiting }: QueueLimits): Sandbox {
  const waiting = new Set<() => void>()
  let running = 0

  /** Tells whether there was a place before the signal was aborted. */
  async function enter(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false
    if (running < maxRunning) {
      running++
      return true
    }
    if (waiting.size >= maxWaiting) throw tooMany()
    return new Promise((resolve) => {
      const admit = () => {
        signal.removeEventListener('abort', giveUp)
        resolve(true)
      }
      const giveUp = () => {
        waiting.delete(admit)
        resolve(false)
      }
      waiting.add(admit)
      signal.addEventListener('abort', giveUp, { once: true })
    })
  }

  /** The place goes to the one that has waited longest. */
  function leave(): void {
    const [next] = waiting
    if (!next) {
      running--
      return
    }
    waiting.delete(next)
    next()
  }

  return {
    async *execute(execution, signal) {
      if (!(await enter(signal))) return yield cancelled
      try {
        yield* sandbox.execute(execution, signal)
      } finally {
        leave()
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
