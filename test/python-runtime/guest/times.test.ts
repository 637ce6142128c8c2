import { describe, expect, it } from 'vitest'
import { py } from '../../support/py.ts'
import { runPython } from '../../support/run-python.ts'

// What is expected here is what CPython 3.14 answered on Linux.

/** What a program printed that ends without an error. */
async function printed(code: string): Promise<string> {
  const { stdout, error } = await runPython(code)
  if (error) throw new Error(error.traceback)
  return stdout
}

describe('the clocks', () => {
  it('never tell the same time twice', async () => {
    const stdout = await printed(py`
      import time, timeit
      for clock in (time.perf_counter, time.monotonic, time.time, time.perf_counter_ns):
          times = [clock() for _ in range(20_000)]
          print(all(later > earlier for earlier, later in zip(times, times[1:])), end=' ')
      print(timeit.timeit('1 + 1', number=1) > 0, time.get_clock_info('perf_counter').resolution)
    `)

    expect(stdout).toBe('True True True True True 1e-09\n')
  })

  it('agree about a sleep, which takes no CPU time', async () => {
    const stdout = await printed(py`
      import time
      clocks = (time.time, time.monotonic, time.perf_counter, time.process_time, time.thread_time)
      before = [clock() for clock in clocks]
      time.sleep(0.3)
      for clock, start in zip(clocks, before):
          print(0.29 < clock() - start < 1, clock() - start < 0.1)
    `)

    expect(stdout).toBe(`${'True False\n'.repeat(3)}${'False True\n'.repeat(2)}`)
  })

  it('count work as CPU time', async () => {
    const stdout = await printed(py`
      import time
      wall, cpu = time.perf_counter(), time.process_time()
      total = 0
      while time.perf_counter() - wall < 0.3:
          total += 1
      print(0.05 < time.process_time() - cpu < 0.4)
    `)

    expect(stdout).toBe('True\n')
  })
})

describe('strftime', () => {
  it('knows what glibc knows', async () => {
    const formats = {
      '%k|%l|%P|%p|%I': [' 0|12|am|AM|12', '17| 5|pm|PM|05'],
      '%-k|%-l|%-d|%-m|%-I|%_d|%_k|%0k|%0l': [
        '0|12|5|3|12| 5| 0|00|12',
        '17|5|25|11|5|25|17|17|05',
      ],
      '%^a %^B %#p %#Z': ['TUE MARCH am ', 'MON NOVEMBER pm '],
      '%10d|%5Y|%i|%E|%+|%Od|x%': [
        '0000000005|02024|%i|%E|%+|05|x%',
        '0000000025|02024|%i|%E|%+|25|x%',
      ],
      '%F %T.%f %P': ['2024-03-05 00:08:09.000000 am', '2024-11-25 17:08:09.000000 pm'],
      'noon %% %P': ['noon % am', 'noon % pm'],
    }
    const stdout = await printed(py`
      import json
      from datetime import datetime
      moments = datetime(2024, 3, 5, 0, 8, 9), datetime(2024, 11, 25, 17, 8, 9)
      formats = json.loads(${JSON.stringify(JSON.stringify(Object.keys(formats)))})
      print(json.dumps({format: [moment.strftime(format) for moment in moments] for format in formats}))
    `)

    expect(JSON.parse(stdout)).toEqual(formats)
  })

  it('refuses what is no time', async () => {
    const { error } = await runPython("import time\ntime.strftime('%P', (1, 2))")

    expect(error).toMatchObject({ name: 'TypeError' })
  })
})
