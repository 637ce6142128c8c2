import { sitePackages, type Files } from './python-files.ts'

/** Where `zoneinfo` and `dateutil` look first, and where `PYTZ_TZDATADIR` sends `pytz`. */
const timeZones = 'usr/share/zoneinfo'

/**
 * Keeps one database of time zones, where a Linux has it. It is pytz's: its files say every change of an offset one by
 * one, as `pytz` and `dateutil` have to read it, while those of `tzdata` leave to a rule what one can calculate.
 */
export function shareTimeZones(files: Files): Files {
  const shared: Files = new Map()
  for (const [path, bytes] of files) {
    if (path.startsWith(`${sitePackages}/pytz/zoneinfo/`)) {
      shared.set(path.replace(`${sitePackages}/pytz/zoneinfo`, timeZones), bytes)
    } else if (!path.startsWith(`${sitePackages}/tzdata/zoneinfo/`) || path.endsWith('.py')) {
      shared.set(path, bytes)
    }
  }
  return shared
}
