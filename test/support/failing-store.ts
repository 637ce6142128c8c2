import type { FileStore } from '../../src/files/store.ts'

const fails = () => Promise.reject(new Error('No space left on /dev/sda1.'))

/** The store of a disk that is full, or broken. */
export const failingStore: FileStore = {
  put: fails,
  receive: () => ({ write: fails, keep: fails, drop: fails }),
  find: fails,
  open: fails,
  list: fails,
  delete: fails,
}
