/** Where programs run and their files are. */
export const workingDirectory = '/mnt/data'

/** The variables of CPython and of the libraries in the image. */
export const environment = {
  HOME: '/home/sandbox',
  LANG: 'C.UTF-8',
  MPLBACKEND: 'module://_sandbox.backend',
  MPLCONFIGDIR: '/tmp/matplotlib',
  PATH: '/usr/bin',
  PYTHONDONTWRITEBYTECODE: '1',
  // A snapshot freezes the seed anyway; a fixed one makes two builds the same.
  PYTHONHASHSEED: '0',
  PYTHONHOME: '/',
  // One database of time zones serves `zoneinfo`, `dateutil` and `pytz`.
  PYTZ_TZDATADIR: '/usr/share/zoneinfo',
  TZ: 'UTC',
  USER: 'sandbox',
}
