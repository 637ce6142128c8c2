import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { py } from '../../support/py.ts'
import { runPython } from '../../support/run-python.ts'

/**
 * What native CPython prints for the same program, with pytz's files for `zoneinfo` too:
 * `PYTHONTZPATH=…/pytz/zoneinfo python3.14 native/time_zones.py`.
 */
const native = '597 54924 ab3cc109e2ce6349f61c567804d1dfc0f6f58dc358058138a0c0acb964182ad8\n'

it('gives every zone its offsets and names from 1900 to 2037, by pytz and by zoneinfo', async () => {
  const program = await readFile(join(import.meta.dirname, 'native/time_zones.py'), 'utf8')
  expect((await runPython(program)).stdout).toBe(native)
})

it('knows the zones of a country, daylight saving after 2037, and zones by dateutil', async () => {
  const { stdout, error } = await runPython(py`
    from datetime import datetime
    from zoneinfo import ZoneInfo, available_timezones
    import dateutil.tz, pytz
    print(pytz.timezone('US/Pacific').localize(datetime(2024, 7, 1)))
    print(pytz.country_timezones['NZ'], len(available_timezones()) > 590)
    print(datetime(2060, 7, 1, tzinfo=ZoneInfo('Europe/Berlin')))
    print(datetime(2024, 7, 1, tzinfo=dateutil.tz.gettz('America/New_York')))
  `)
  expect(error).toBeNull()
  expect(stdout).toBe(
    "2024-07-01 00:00:00-07:00\n['Pacific/Auckland', 'Pacific/Chatham'] True\n" +
      '2060-07-01 00:00:00+02:00\n2024-07-01 00:00:00-04:00\n',
  )
})
