import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fuelPerMs } from '../../../python-runtime/guest/fuel-clock.ts'
import { gracePeriodMs, guard, TimeLimit } from '../../../python-runtime/guest/guard.ts'

const timeoutMs = 400
/** Of which a whole number is exact. */
const stepMs = 0.125

// A time of the test's own: a timer's wait takes no longer than to say so.
beforeEach(() => void vi.useFakeTimers({ now: 0 }).setTimerTickMode('nextTimerAsync'))
afterEach(() => void vi.useRealTimers())

/** How the platform's clock goes: always, only while others have their turn, or not at all. */
type Clock = 'moves' | 'moves between turns' | 'stands still'

/** A program under a guard; of each millisecond's fuel it consumes so many times as much as others. */
function guarded(clock: Clock, consumption = 1) {
  let workedMs = 0
  let fuel = 0
  let turnBegan = 0
  let isInTurn = true
  let isWarned = false
  const interrupts: number[] = []
  const turns: number[] = []
  const passed = () => workedMs + Date.now()
  const readings: Record<Clock, () => number> = {
    moves: passed,
    'moves between turns': () => (isInTurn ? turnBegan : passed()),
    'stands still': () => 0,
  }

  const time = guard({
    counter: { read: () => fuel, set: (units) => void (fuel = units) },
    interrupt: () => void interrupts.push(Math.floor(passed())),
    beforeYield() {
      turns.push(passed())
      queueMicrotask(() => (isInTurn = false))
    },
    isAbandoned: () => false,
    isWarned: () => isWarned,
    monotonic: readings[clock],
  })
  time.start(timeoutMs)

  async function wait(until: Promise<unknown>): Promise<void> {
    await until
    turnBegan = passed()
    isInTurn = true
  }

  return {
    time,
    interrupts,
    turns,
    passed,
    warn: () => void (isWarned = true),
    sleep: (milliseconds: number) => wait(time.sleep(milliseconds)),
    compute: async (milliseconds: number): Promise<void> => {
      const end = workedMs + milliseconds
      while (workedMs < end) {
        workedMs += stepMs
        fuel -= stepMs * fuelPerMs * consumption
        const turn = fuel < 0 ? time.check() : undefined
        if (turn) await wait(turn)
      }
    },
  }
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}

describe.each<Clock>(['moves', 'moves between turns', 'stands still'])(
  'where the clock %s',
  (clock) => {
    it('interrupts a program at its deadline, once, and ends it after the grace', async () => {
      const { compute, interrupts, passed } = guarded(clock)

      await expect(compute(10_000)).rejects.toThrow(TimeLimit)

      expect(interrupts).toEqual([timeoutMs])
      expect(Math.floor(passed())).toBe(timeoutMs + gracePeriodMs)
    })

    it('interrupts a program that the platform is about to end, once, and ends it after the grace', async () => {
      const { compute, interrupts, passed, warn } = guarded(clock)
      await compute(100)
      warn()

      await expect(compute(10_000)).rejects.toThrow(TimeLimit)

      const [interrupted = 0] = interrupts
      expect(interrupts).toHaveLength(1)
      expect(interrupted).toBeLessThan(102)
      expect(passed() - interrupted).toBeLessThan(gracePeriodMs + 2)
    })

    it('lets a program go on that is done in time', async () => {
      const { compute, interrupts, time } = guarded(clock)

      await compute(timeoutMs - 1)

      expect(interrupts).toEqual([])
      expect(time.isOver).toBe(false)
    })

    it('gives others a turn every few dozen milliseconds', async () => {
      const { compute, turns } = guarded(clock)

      await compute(300)

      const lengths = turns.map((end, index) => end - (turns[index - 1] ?? 0))
      expect(turns.length).toBeGreaterThanOrEqual(5)
      expect(Math.max(...lengths)).toBeLessThan(55)
    })

    it('ends a sleep at the deadline', async () => {
      const { time, interrupts } = guarded(clock)

      expect(await time.sleep(60_000)).toBe(true)
      expect(interrupts).toEqual([timeoutMs])
    })

    it('tells of the work as CPU time, and not of sleep', async () => {
      const { compute, sleep, time } = guarded(clock)

      await compute(100)
      await sleep(50)
      await compute(60)

      expect(time.elapsed.cpuMs).toBeCloseTo(160)
      expect(time.elapsed.wallMs).toBeCloseTo(210)
    })
  },
)

describe('where the clock moves between turns', () => {
  it.each([
    ['ten times as much', 10],
    ['a tenth', 0.1],
  ])(
    'is at most a turn wrong about a program that consumes %s of the fuel',
    async (_, consumption) => {
      const { compute, interrupts } = guarded('moves between turns', consumption)

      await expect(compute(10_000)).rejects.toThrow(TimeLimit)

      expect(interrupts[0]).toBeGreaterThan(timeoutMs - 50)
      expect(interrupts[0]).toBeLessThan(timeoutMs + 300)
    },
  )
})

describe('a program that is held', () => {
  it('waits at its next check, as long as it has time', async () => {
    const { compute, passed, time, interrupts } = guarded('moves')
    time.holdUntil(after(100))

    await compute(1)

    expect(passed()).toBeGreaterThanOrEqual(101)
    expect(interrupts).toEqual([])
    expect(time.elapsed.cpuMs).toBeLessThan(20)
    await compute(1)
    expect(passed()).toBeLessThan(105)
  })

  it('is interrupted at its deadline, and waits on for no longer than the grace', async () => {
    const { compute, passed, time, interrupts } = guarded('moves')
    const hold = async () => {
      time.holdUntil(after(60_000))
      await compute(1)
    }

    await hold()
    expect(interrupts).toHaveLength(1)
    expect(passed()).toBeGreaterThan(timeoutMs - 1)
    await expect(hold()).rejects.toThrow(TimeLimit)

    expect(passed()).toBeLessThan(timeoutMs + gracePeriodMs + 5)
  })
})

it('ends a program that nobody waits for', async () => {
  const time = guard({
    counter: { read: () => 0, set: () => {} },
    interrupt: () => {},
    beforeYield: () => {},
    isAbandoned: () => true,
    isWarned: () => false,
    monotonic: () => 0,
  })
  time.start(timeoutMs)

  expect(() => time.check()).toThrow(TimeLimit)
})
