import { errno } from './errno.ts'

/**
 * The memory that a sandbox's own files may take, in bytes: contents, and what it costs to have a file, a
 * directory, a link or a pipe at all. What comes with the image is not counted.
 */
export interface Budget {
  /**
   * Takes bytes; a negative number gives them back.
   * @throws ErrnoError ENOSPC when so much is not left; then nothing is taken.
   */
  take(bytes: number): void
  readonly capacity: number
  readonly used: number
}

export function budget(capacity: number): Budget {
  let used = 0
  return {
    take(bytes) {
      if (bytes > capacity - used) throw errno('ENOSPC')
      used += bytes
    },
    capacity,
    get used() {
      return used
    },
  }
}
