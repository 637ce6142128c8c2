import { fuelClock, type FuelCounter } from './fuel-clock.ts'

/** The program was ended in a way that no Python can catch. */
export class TimeLimit extends Error {}

/** How long Python may unwind after the soft interrupt: `finally` blocks, open figures, files. */
export const gracePeriodMs = 250

/** How long the program may hold the thread before others get a turn. */
const turnMs = 50

/** One unit of fuel is about one WebAssembly instruction (`build/meter.ts`): a millisecond's worth. */
export const fuelPerCheck = 2_000_000

/**
 * Checks after which the turn is over whatever the clock says, which may stand still until then. What consumes little
 * fuel in much time, such as copies of large memory, is not looked after for longer.
 */
const checksPerTurn = 32

/**
 * Ends a program on time. At every loop the program sees whether it has fuel left; when it has not, the guard
 * looks at the clock. At the deadline it interrupts Python softly, once; after a grace period it throws what nobody
 * can catch, again and again until the program is gone.
 */
export interface Guard {
  start(timeoutMs: number): void
  /** The program's out-of-fuel call. A promise means that others get their turn first. */
  check(): void | Promise<void>
  /** Waits for the given time or until the deadline, whichever is first, and tells whether it was the deadline. */
  sleep(milliseconds: number): Promise<boolean>
  /** At its next check the program waits until then, or until the deadline. */
  holdUntil(settled: Promise<void>): void
  /** Gives a program that was ended one more grace period, to say where it was. */
  beginGracePeriod(): void
  /** The time in milliseconds, by the clock that ends the program. It goes on while the platform's stands still. */
  now(): number
  /** How long the program has run, and how much of it it did not sleep and gave no others a turn. */
  readonly elapsed: { wallMs: number; cpuMs: number }
  /** Whether the deadline has passed. */
  readonly isOver: boolean
}

export interface GuardHooks {
  counter: FuelCounter
  /** Raises the time-out in Python at its next bytecode. */
  interrupt: () => void
  beforeYield: () => void
  /** Whether nobody waits for the outcome any more. */
  isAbandoned: () => boolean
  /** Whether the platform says that it will end the sandbox soon, whatever the clock here says. */
  isWarned: () => boolean
  monotonic: () => number
}

export function guard(hooks: GuardHooks): Guard {
  const clock = fuelClock(hooks.monotonic, hooks.counter)
  let started = clock.now()
  let deadline = Infinity
  let isOver = false
  let turnStarted = started
  let checksInTurn = 0
  let waitedMs = 0
  let held: Promise<void> | undefined

  function enforce(now: number): void {
    if (hooks.isAbandoned()) throw new TimeLimit('abandoned')
    if (!isOver && hooks.isWarned()) deadline = Math.min(deadline, now)
    if (now < deadline) return
    if (now >= deadline + gracePeriodMs) throw new TimeLimit('time limit')
    if (!isOver) {
      isOver = true
      hooks.interrupt()
    }
  }

  function beginTurn(now: number): void {
    turnStarted = now
    checksInTurn = 0
  }

  /** Waits for so long, or until `settled`. */
  async function wait(milliseconds: number, settled?: Promise<void>): Promise<void> {
    hooks.beforeYield()
    const began = clock.now()
    const { promise: isOverdue, resolve } = Promise.withResolvers<boolean>()
    const timer = setTimeout(() => resolve(true), milliseconds)
    void settled?.then(() => resolve(false))
    if (await isOverdue) clock.hasCome(began + milliseconds)
    clearTimeout(timer)
    const now = clock.now()
    waitedMs += now - began
    beginTurn(now)
    enforce(now)
  }

  /** How long the program may wait: until its deadline, or when that is over, until the end of the grace period. */
  function remainingMs(): number {
    return Math.max(0, (isOver ? deadline + gracePeriodMs : deadline) - clock.now())
  }

  return {
    start(timeoutMs) {
      clock.refill(fuelPerCheck)
      started = clock.now()
      beginTurn(started)
      deadline = started + timeoutMs
    },
    check() {
      clock.refill(fuelPerCheck)
      checksInTurn++
      const now = clock.now()
      enforce(now)
      if (held) {
        const settled = held
        held = undefined
        return wait(remainingMs(), settled)
      }
      return now - turnStarted >= turnMs || checksInTurn >= checksPerTurn ? wait(0) : undefined
    },
    holdUntil(settled) {
      held = settled
    },
    async sleep(milliseconds) {
      const wasOver = isOver
      await wait(Math.min(milliseconds, remainingMs()))
      return isOver && !wasOver
    },
    beginGracePeriod() {
      deadline = clock.now()
      isOver = true
    },
    now: () => clock.now(),
    get elapsed() {
      const wallMs = clock.now() - started
      return { wallMs, cpuMs: wallMs - waitedMs }
    },
    get isOver() {
      return isOver
    },
  }
}
