/** The program was ended in a way that no Python can catch. */
export class TimeLimit extends Error {}

/** How long Python may unwind after the soft interrupt: `finally` blocks, open figures, files. */
export const graceMs = 250

/** How long the program may hold the thread before others get a turn. */
const turnMs = 50

/** One unit of fuel is about one WebAssembly instruction (`build/meter.ts`): a few milliseconds' worth. */
export const fuelPerCheck = 2_000_000

/**
 * Checks after which the turn is over whatever the clock says. On Cloudflare the clock stands still while a
 * program computes, and goes on with every turn: that it is given one now and then is what moves the time.
 */
const checksPerTurn = 32

/**
 * Ends a program on time. At every loop the program sees whether it has fuel left; when it has not, the guard
 * looks at the clock. At the deadline it interrupts Python softly, once; after a short grace it throws what nobody
 * can catch, again and again until the program is gone.
 */
export interface Guard {
  start(timeoutMs: number): void
  /** The program's out-of-fuel call. A promise means that others get their turn first. */
  check(): void | Promise<void>
  /** Waits for the given time or until the deadline, whichever is first, and tells whether it was the deadline. */
  sleep(milliseconds: number): Promise<boolean>
  /** Gives a program that was ended a moment to say where it was. */
  reprieve(): void
  /** How long the program slept or gave others a turn. */
  readonly waitedMs: number
  readonly fuelSpent: number
  /** Whether the deadline has passed. */
  readonly isOver: boolean
}

export interface GuardHooks {
  refill: (fuel: number) => void
  /** Raises the time-out in Python at its next bytecode. */
  interrupt: () => void
  beforeYield: () => void
  /** Whether nobody waits for the outcome any more. */
  isAbandoned: () => boolean
  monotonic: () => number
}

export function guard(hooks: GuardHooks): Guard {
  let deadline = Infinity
  let isOver = false
  let turnStarted = 0
  let checksInTurn = 0
  let checks = 0
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

  function beginTurn(now: number): void {
    turnStarted = now
    checksInTurn = 0
  }

  async function wait(milliseconds: number): Promise<void> {
    hooks.beforeYield()
    const began = hooks.monotonic()
    await new Promise((resolve) => {
      setTimeout(resolve, milliseconds)
    })
    const now = hooks.monotonic()
    waitedMs += now - began
    beginTurn(now)
    enforce(now)
  }

  return {
    start(timeoutMs) {
      hooks.refill(fuelPerCheck)
      beginTurn(hooks.monotonic())
      deadline = turnStarted + timeoutMs
    },
    check() {
      hooks.refill(fuelPerCheck)
      checks++
      checksInTurn++
      const now = hooks.monotonic()
      enforce(now)
      return now - turnStarted >= turnMs || checksInTurn >= checksPerTurn ? wait(0) : undefined
    },
    async sleep(milliseconds) {
      const wasOver = isOver
      const end = isOver ? deadline + graceMs : deadline
      await wait(Math.max(0, Math.min(milliseconds, end - hooks.monotonic())))
      return isOver && !wasOver
    },
    reprieve() {
      deadline = hooks.monotonic()
      isOver = true
    },
    get waitedMs() {
      return waitedMs
    },
    get isOver() {
      return isOver
    },
    get fuelSpent() {
      return checks * fuelPerCheck
    },
  }
}
