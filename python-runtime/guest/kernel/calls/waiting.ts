import { Errno, errno } from '../errno.ts'
import { charged, negativeErrno, positiveErrno, type Calls, type Machine } from './calls.ts'
import type { Clocks } from './clock.ts'
import { poll } from './polling.ts'

const CLOCK_REALTIME = 0
const TIMER_ABSTIME = 1

export interface Waiting extends Clocks {
  /** The program has used up its fuel: refills it, after a while if it likes, or throws to end the program. */
  outOfFuel: () => void | Promise<void>
  /** Tells whether the wait was interrupted by a signal; throws to end the program. */
  sleep: (milliseconds: number) => Promise<boolean>
}

/**
 * The calls during which others may run: a promise from one of these puts the program aside until it settles.
 * The program must have been entered by `WebAssembly.promising`, with no JavaScript on its stack.
 */
export function waitCalls(machine: Machine, waiting: Waiting) {
  const { memory } = machine
  const interrupted = Errno.EINTR

  async function sleep(milliseconds: number, answer: number): Promise<number> {
    return (await waiting.sleep(milliseconds)) ? answer : 0
  }

  const calls: Calls = {
    __on_new_stack: (slot: number, ...args: number[]) => machine.program.extendStack(slot, ...args),

    ...positiveErrno({
      clock_nanosleep(clock: number, flags: number, request: number) {
        const nanoseconds = memory.readI32(request + 8)
        const wanted = Number(memory.readI64(request)) * 1000 + nanoseconds / 1e6
        if (wanted < 0 || nanoseconds < 0 || nanoseconds >= 1e9) throw errno('EINVAL')
        const now = clock === CLOCK_REALTIME ? waiting.now() : waiting.monotonic()
        const duration = flags & TIMER_ABSTIME ? wanted - now : wanted
        return duration > 0 ? sleep(duration, interrupted) : 0
      },
    }),
    emscripten_thread_sleep: (milliseconds: number) =>
      waiting.sleep(milliseconds).then(() => undefined),

    ...negativeErrno({
      /** Nothing becomes ready while the program waits, as nothing else writes to its files. */
      __syscall_poll(entries: number, count: number, timeout: number) {
        const ready = poll(machine, entries, count)
        if (ready !== 0 || timeout === 0) return ready
        return sleep(timeout < 0 ? Infinity : timeout, -interrupted)
      },
    }),
  }
  const suspending = { __out_of_fuel: waiting.outOfFuel, ...charged(machine, calls) }
  return Object.fromEntries(
    Object.entries(suspending).map(([name, call]) => [name, new WebAssembly.Suspending(call)]),
  )
}
