/** The program was ended because its time was up, in a way that no Python can catch. */
export class TimeLimit extends Error {}

/** Fuel between two looks at the clock: a few milliseconds of work. */
const fuelPerCheck = 2_000_000

/** How long Python may unwind after the soft interrupt: `finally` blocks, open figures, files. */
const graceMs = 250

/** How long the program may hold the thread before other work gets a turn. */
const turnMs = 50

/**
 * Ends a program on time. The program asks at every loop whether it has fuel left (`build/meter.ts`); when it has
 * not, the guard looks at the clock. At the deadline it interrupts Python softly, once; after a short grace it
 * throws what nobody can catch, again and again until the program is gone.
 */
export interface Guard {
  start(timeoutMs: number): void
  /** The program's out-of-fuel call. A promise means that other work gets its turn first. */
  check(): void | Promise<void>
  /** Waits for the given time or until the deadline, whichever is first, and tells whether it was the deadline. */
  sleep(milliseconds: number): Promise<boolean>
  /** How long the program slept or gave others a turn. */
  readonly waitedMs: number
}

export function guard(hooks: {
  refill: (fuel: number) => void
  /** Raises the time-out in Python at its next bytecode. */
  interrupt: () => void
  beforeYield: () => void
  /** Whether nobody waits for the outcome any more. */
  isAbandoned: () => boolean
  monotonic: () => number
}): Guard {
  let deadline = Infinity
  let isOver = false
  let turnStarted = 0
  let waitedMs = 0

  function enforce(now: number): void {
    if (hooks.isAbandoned()) throw new TimeLimit('abandoned')
    if (now < deadline) return
    if (now >= deadline + graceMs) throw new TimeLimit('time limit')
    if (!isOver) {
      isOver = true
      hooks.interrupt()
    }
  }

  async function wait(milliseconds: number): Promise<void> {
    hooks.beforeYield()
    const began = hooks.monotonic()
    await new Promise((resolve) => {
      setTimeout(resolve, milliseconds)
    })
    turnStarted = hooks.monotonic()
    waitedMs += turnStarted - began
    enforce(turnStarted)
  }

  return {
    start(timeoutMs) {
      turnStarted = hooks.monotonic()
      deadline = turnStarted + timeoutMs
    },
    check() {
      hooks.refill(fuelPerCheck)
      const now = hooks.monotonic()
      enforce(now)
      if (now - turnStarted < turnMs) return undefined
      return wait(0)
    },
    async sleep(milliseconds) {
      const wasOver = isOver
      const end = isOver ? deadline + graceMs : deadline
      await wait(Math.max(0, Math.min(milliseconds, end - hooks.monotonic())))
      return isOver && !wasOver
    },
    get waitedMs() {
      return waitedMs
    },
  }
}
