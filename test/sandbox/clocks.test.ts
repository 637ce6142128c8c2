import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gracePeriodMs } from '../../python-runtime/guest/guard.ts'
import { py } from '../support/py.ts'
import { startClockWorker, type Clock, type ClockWorker } from './clocks/worker.ts'

const timeoutMs = 1_000

let worker: ClockWorker
beforeAll(async () => {
  worker = await startClockWorker()
})
afterAll(() => worker[Symbol.asyncDispose]())

const timeout = expect.objectContaining({ type: 'timeout', name: 'ExecutionTimeout' })

describe.each<Clock>(['moves-between-turns', 'stands-still'])(
  'where the clock %s while a program computes',
  (clock) => {
    it('an endless loop is interrupted at its time, and may clean up', async () => {
      const code = py`
        try:
            while True: pass
        finally:
            print('cleaned up')
      `

      const events = await worker.run(clock, { code, timeoutMs })

      expect(events).toEqual([
        { type: 'stdout', text: 'cleaned up\n' },
        { type: 'stderr', text: 'TimeoutError: execution exceeded 1000 ms\n' },
        { type: 'finished', error: timeout, usage: expect.anything() },
      ])
    })

    it('one that does not let itself be interrupted is ended, and told of by its fuel', async () => {
      const code = py`
        while True:
            try:
                while True: pass
            except BaseException: pass
      `

      const events = await worker.run(clock, { code, timeoutMs })

      const end = events.at(-1)
      expect(end).toMatchObject({ type: 'finished', error: timeout })
      const { cpu_ms: cpuMs } = Object(end).usage
      // Others may have most of the machine meanwhile.
      expect(cpuMs).toBeGreaterThan(10)
      expect(cpuMs).toBeLessThan(timeoutMs + 3 * gracePeriodMs)
    })

    it('a sleep ends on time', async () => {
      const began = performance.now()

      const events = await worker.run(clock, { code: 'import time; time.sleep(60)', timeoutMs })

      expect(events.at(-1)).toMatchObject({ type: 'finished', error: timeout })
      expect(performance.now() - began).toBeLessThan(10_000)
    })

    it('a program that is done in time is told how long it computed', async () => {
      const events = await worker.run(clock, {
        code: 'total = sum(range(3_000_000))',
        timeoutMs: 10_000,
      })

      const end = events.at(-1)
      expect(end).toMatchObject({ type: 'finished', error: null })
      expect(Object(end).usage.cpu_ms).toBeGreaterThan(10)
    })
  },
)
