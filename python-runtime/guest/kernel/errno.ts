/** Error numbers as emscripten's C library knows them (WASI's numbering, `wasi/api.h`). */
export const Errno = {
  EACCES: 2,
  EAGAIN: 6,
  EBADF: 8,
  EBUSY: 10,
  EEXIST: 20,
  EFAULT: 21,
  EINTR: 27,
  EINVAL: 28,
  EISDIR: 31,
  ELOOP: 32,
  EMFILE: 33,
  ENAMETOOLONG: 37,
  ENODEV: 43,
  ENOENT: 44,
  ENOMEM: 48,
  ENOSPC: 51,
  ENOSYS: 52,
  ENOTDIR: 54,
  ENOTEMPTY: 55,
  ENOTTY: 59,
  EPERM: 63,
  EPIPE: 64,
  ERANGE: 68,
  ESPIPE: 70,
  ENOTSUP: 138,
} as const

type ErrnoName = keyof typeof Errno

/** A system call's failure, on its way to the C library as a number. */
export class ErrnoError extends Error {
  readonly errno: number

  constructor(name: ErrnoName) {
    super(name)
    this.errno = Errno[name]
  }
}

const failures = new Map<ErrnoName, ErrnoError>()

/** The failure of that name, to throw. Each is made once: programs look for much that is not there. */
export function errno(name: ErrnoName): ErrnoError {
  const known = failures.get(name)
  if (known) return known
  const failure = new ErrnoError(name)
  failures.set(name, failure)
  return failure
}
