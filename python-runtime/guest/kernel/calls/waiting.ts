import { Errno } from '../errno.ts'
import type { Calls, Machine } from './calls.ts'

const TIMER_ABSTIME = 1

export interface Waiting {
  /** The program has used up its fuel: refills it, after a while if it likes, or throws to end the program. */
  outOfFuel: () => void | Promise<void>
  /** Tells whether the wait was interrupted by a signal; throws to end the program. */
  sleep: (milliseconds: number) => Promise<boolean>
  now: () => number
  monotonic: () => number
}

/**
 * The calls during which others may run: a promise from one of these puts the program aside until it settles.
 * The program must have been entered by `WebAssembly.promising`, with no JavaScript on its stack.
 */
export function waitCalls(
  machine: Machine,
  waiting: Waiting,
  poll: (entries: number, count: number) => number,
) {
  const { memory } = machine
  const interruptible = async (milliseconds: number, errno: number) =>
    (await waiting.sleep(milliseconds)) ? errno : 0

  const calls: Calls = {
    __out_of_fuel: waiting.outOfFuel,

    clock_nanosleep(clock: number, flags: number, request: number) {
      const wanted = memory.readI64(request) * 1000 + memory.readI32(request + 8) / 1e6
      const now = clock === 0 ? waiting.now() : waiting.monotonic()
      const duration = flags & TIMER_ABSTIME ? wanted - now : wanted
      return duration > 0 ? interruptible(duration, Errno.EINTR) : 0
    },
    emscripten_thread_sleep: (milliseconds: number) =>
      waiting.sleep(milliseconds).then(() => undefined),

    /** Nothing becomes ready while the program waits, as nothing else writes to its files. */
    __syscall_poll(entries: number, count: number, timeout: number) {
      const ready = poll(entries, count)
      if (ready !== 0 || timeout === 0) return ready
      return interruptible(timeout < 0 ? Infinity : timeout, -Errno.EINTR)
    },
  }
  return Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [name, new WebAssembly.Suspending(call)]),
  )
}
