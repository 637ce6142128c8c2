/** One way to do a job, and the milliseconds that its runs took. */
export interface Contestant {
  /** Runs once and gives the milliseconds that count. */
  measure: () => Promise<number>
  /** Takes part in every so-many-th round. */
  every: number
  times: number[]
}

/** One whose whole run counts. */
export function contestant(run: () => Promise<unknown>, every = 1): Contestant {
  return measuring(async () => {
    const began = performance.now()
    await run()
    return performance.now() - began
  }, every)
}

/** One that tells itself how long the part took that counts. */
export function measuring(measure: () => Promise<number>, every = 1): Contestant {
  return { measure, every, times: [] }
}

/**
 * Lets the contestants take turns, so that whatever else the machine does meets all of them. One run before
 * that warms disk caches and is not counted.
 */
export async function race(
  contestants: readonly Contestant[],
  rounds: number,
  say: (line: string) => void,
): Promise<void> {
  for (const { measure } of contestants) await measure()
  say('start: warmed up')
  for (let round = 0; round < rounds; round++) {
    for (const { measure, every, times } of contestants) {
      if (round % every === 0) times.push(await measure())
    }
    say(`start: round ${round + 1} of ${rounds}`)
  }
}
