/**
 * How much fuel CPython burns in a millisecond, on a machine of today: the median of the benchmark's programs, which
 * burn from 1.3 to 8 million. Big integers burn 20, and copies of large memory 0.1.
 */
export const fuelPerMs = 2_500_000

/** What the program may burn before it asks again. */
export interface Tank {
  left: () => number
  fill: (fuel: number) => void
}

/**
 * The time, as far as it can be known while a program computes. The platform's clock may stand still meanwhile: on
 * Cloudflare it moves only when the program gives others a turn. Then the fuel that was burned goes on for it, until
 * the clock moves and is right again. The time never goes back.
 */
export interface FuelClock {
  now(): number
  /** The only way to fill the tank, so that what was burned is known. */
  refill(fuel: number): void
  /** Tells of a time that has come for certain: a timer of the platform has run down. */
  hasCome(time: number): void
}

export function fuelClock(read: () => number, tank: Tank): FuelClock {
  let filled = tank.left()
  let burnedBefore = 0
  let reading = read()
  let known = { time: reading, burned: 0 }
  let told = reading

  function burned(): number {
    return burnedBefore + filled - tank.left()
  }

  function now(): number {
    const time = read()
    if (time > reading) {
      reading = time
      known = { time, burned: burned() }
    }
    told = Math.max(told, known.time + (burned() - known.burned) / fuelPerMs)
    return told
  }

  return {
    now,
    refill(fuel) {
      burnedBefore = burned()
      filled = fuel
      tank.fill(fuel)
    },
    hasCome(time) {
      if (time > now()) known = { time, burned: burned() }
    },
  }
}
