import type { Records } from '../../src/state/records.ts'

const fails = () => Promise.reject(new Error('No space left on /dev/sda1.'))

/** The records of a disk that is full, or broken. */
export const failingRecords: Records = {
  read: fails,
  write: fails,
  remove: fails,
  names: fails,
  measure: fails,
}
