/**
 * How much fuel CPython consumes in a millisecond, on a machine of today: the median of the benchmark's programs, which
 * consume from 1.3 to 8 million. Big integers consume 20, and copies of large memory 0.1.
 */
export const fuelPerMs = 2_500_000

/** The program's counter of fuel, which it counts down. At less than zero it asks for more. */
export interface FuelCounter {
  read: () => number
  set: (fuel: number) => void
}

/**
 * The time, as far as it can be known while a program computes. The platform's clock may stand still meanwhile: on
 * Cloudflare it moves only when the program gives others a turn. Then the fuel that was consumed goes on for it, until
 * the clock moves and is right again. The time never goes back.
 */
export interface FuelClock {
  now(): number
  /** The only way to set the counter, so that what was consumed is known. */
  refill(fuel: number): void
  /** Tells of a time that has come for certain: a timer of the platform has run down. */
  hasCome(time: number): void
}

export function fuelClock(read: () => number, counter: FuelCounter): FuelClock {
  let filled = counter.read()
  let consumedBefore = 0
  let reading = read()
  let known = { time: reading, consumed: 0 }
  let told = reading

  function consumed(): number {
    return consumedBefore + filled - counter.read()
  }

  function now(): number {
    const time = read()
    if (time > reading) {
      reading = time
      known = { time, consumed: consumed() }
    }
    told = Math.max(told, known.time + (consumed() - known.consumed) / fuelPerMs)
    return told
  }

  return {
    now,
    refill(fuel) {
      consumedBefore = consumed()
      filled = fuel
      counter.set(fuel)
    },
    hasCome(time) {
      if (time > now()) known = { time, consumed: consumed() }
    },
  }
}
