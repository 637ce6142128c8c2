/** Error numbers as emscripten's C library knows them (WASI's numbering, `wasi/api.h`). */
export const Errno = {
  E2BIG: 1,
  EACCES: 2,
  EAFNOSUPPORT: 5,
  EAGAIN: 6,
  EBADF: 8,
  EEXIST: 20,
  EINTR: 27,
  EINVAL: 28,
  EIO: 29,
  EISDIR: 31,
  ELOOP: 32,
  EMFILE: 33,
  ENAMETOOLONG: 37,
  ENOENT: 44,
  ENOMEM: 48,
  ENOSPC: 51,
  ENOSYS: 52,
  ENOTDIR: 54,
  ENOTEMPTY: 55,
  ENOTSUP: 58,
  ENOTTY: 59,
  EPERM: 63,
  EPIPE: 64,
  ERANGE: 68,
  ESPIPE: 70,
} as const

export type ErrnoName = keyof typeof Errno

/** A system call's failure, on its way to the C library as a number. */
export class ErrnoError extends Error {
  readonly errno: number

  constructor(name: ErrnoName) {
    super(name)
    this.errno = Errno[name]
  }
}
