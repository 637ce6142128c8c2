/** One way to do a job, and the milliseconds that its runs took. */
export interface Contestant {
  run: () => Promise<unknown>
  /** Takes part in every so-many-th round. */
  every: number
  times: number[]
}

export function contestant(run: () => Promise<unknown>, every = 1): Contestant {
  return { run, every, times: [] }
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
  for (const { run } of contestants) await run()
  say('start: warmed up')
  for (let round = 0; round < rounds; round++) {
    for (const { run, every, times } of contestants) {
      if (round % every !== 0) continue
      const began = performance.now()
      await run()
      times.push(performance.now() - began)
    }
    say(`start: round ${round + 1} of ${rounds}`)
  }
}
