/** Resolves when it is a caller's turn; what it gives leaves, and may be called more than once. */
export type OneByOne = (caller: string) => Promise<() => void>

/** How long anyone waits. A request that the platform drops while it is in says nothing any more. */
const patienceMs = 10_000

/** For how long nothing begins after another: what a socket said goes several times through the event loop. */
const pauseMs = 10

interface Entry {
  caller: string
}

/**
 * For work that holds the thread, such as the start of a sandbox, which takes longer than a program's turn: one at a
 * time, the callers in turns, each one's own in the order of their arrival. Before each the event loop looks at its
 * sockets and timers, which it would not do as long as there is always more to go on with: many short programs at once
 * would leave nobody else an answer.
 */
export function oneByOne(): OneByOne {
  /** The first is in. */
  const line: Entry[] = []
  return async (caller) => {
    const own = { caller }
    const began = Date.now()
    const isAlone = line.length === 0
    line.splice(placeOf(caller, line), 0, own)
    // By timers of its own: one of another request would end with that request.
    while (line[0] !== own && Date.now() - began < patienceMs) await timer(0)
    line.splice(0, line.indexOf(own))
    // Timers that are due together run without a look at anything else, and the one before may have left in one.
    await timer(isAlone ? 0 : pauseMs)
    return () => {
      const at = line.indexOf(own)
      if (at >= 0) line.splice(at, 1)
    }
  }
}

/** Behind as many of each other caller as there are of this one, and behind all of its own. */
function placeOf(caller: string, line: readonly Entry[]): number {
  const own = line.filter((entry) => entry.caller === caller).length
  const counts = new Map<string, number>()
  for (const [place, entry] of line.entries()) {
    const count = (counts.get(entry.caller) ?? 0) + 1
    counts.set(entry.caller, count)
    if (place > 0 && entry.caller !== caller && count > own + 1) return place
  }
  return line.length
}

function timer(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
