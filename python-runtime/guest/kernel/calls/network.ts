import { errno } from '../errno.ts'
import { negativeErrno } from './calls.ts'

/** `EAI_FAIL` of `netdb.h`: the name could not be resolved and never will. */
const EAI_FAIL = -4

/** There is no network: no socket can be made, no name resolved, and both fail at once. */
export function networkCalls() {
  const refuse = (): number => {
    throw errno('EPERM')
  }
  const notASocket = (): number => {
    throw errno('EBADF')
  }
  return {
    ...negativeErrno({
      __syscall_socket: refuse,
      __syscall_accept4: notASocket,
      __syscall_bind: notASocket,
      __syscall_connect: notASocket,
      __syscall_getpeername: notASocket,
      __syscall_getsockname: notASocket,
      __syscall_getsockopt: notASocket,
      __syscall_listen: notASocket,
      __syscall_recvfrom: notASocket,
      __syscall_recvmsg: notASocket,
      __syscall_sendmsg: notASocket,
      __syscall_sendto: notASocket,
    }),
    getaddrinfo: () => EAI_FAIL,
    getnameinfo: () => EAI_FAIL,
    getprotobyname: () => 0,
    _emscripten_lookup_name: () => 0,
    // Pyodide's core asks these first whether a socket is its own; null and 0 mean that it is not.
    _maybe_connect_async: () => null,
    _maybe_recvfrom_async: () => null,
    _maybe_sendto_async: () => null,
    _maybe_poll_async: () => null,
    _try_fcntl64: () => 0,
    _try_shutdown: () => 0,
  }
}
