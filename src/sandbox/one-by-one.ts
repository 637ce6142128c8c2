/** Resolves when those who came before have left; what it gives leaves, and may be called more than once. */
export type OneByOne = () => Promise<() => void>

/** How long anyone waits. A request that the platform drops while it is in says nothing any more. */
const patienceMs = 10_000

/**
 * For work that holds the thread, such as the start of a sandbox, which takes longer than a program's turn. Before
 * each the event loop looks at its sockets and timers, which it would not do as long as there is always more to go on
 * with: many short programs at once would leave nobody else an answer.
 */
export function oneByOne(): OneByOne {
  const line: object[] = []
  return async () => {
    const own = {}
    const began = Date.now()
    line.push(own)
    // By timers of its own: one of another request would end with that request.
    while (line[0] !== own && Date.now() - began < patienceMs) await othersTurn()
    line.splice(0, line.indexOf(own))
    // Timers that are due together run without a look at anything else, and the one before may have left in one.
    await othersTurn()
    return () => {
      const at = line.indexOf(own)
      if (at >= 0) line.splice(at, 1)
    }
  }
}

function othersTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0)
  })
}
