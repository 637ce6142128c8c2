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
  /** Waits for the given time or until the deadline, whichever is first. */
  sleep(milliseconds: number): Promise<void>
  /** Whether the soft interrupt was sent. */
  readonly isOver: boolean
}

export function guard(hooks: {
  refill: (fuel: number) => void
  /** Raises the time-out in Python at its next bytecode. */
  interrupt: () => void
  /** Whether the program's stack may be left and come back to now. */
  canYield: () => boolean
  beforeYield: () => void
  monotonic: () => number
}): Guard {
  let deadline = Infinity
  let isOver = false
  let turnStarted = 0

  function enforce(now: number): void {
    if (now < deadline) return
    if (now >= deadline + graceMs) throw new TimeLimit('time limit')
    if (!isOver) {
      isOver = true
      hooks.interrupt()
    }
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
      if (now - turnStarted < turnMs || !hooks.canYield()) return undefined
      hooks.beforeYield()
      return nextTurn(0).then(() => {
        turnStarted = hooks.monotonic()
        enforce(turnStarted)
      })
    },
    async sleep(milliseconds) {
      hooks.beforeYield()
      const end = isOver ? deadline + graceMs : deadline
      await nextTurn(Math.max(0, Math.min(milliseconds, end - hooks.monotonic())))
      turnStarted = hooks.monotonic()
      enforce(turnStarted)
    },
    get isOver() {
      return isOver
    },
  }
}

function nextTurn(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}
