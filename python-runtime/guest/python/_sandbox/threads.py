"""Threads, in a world that has one: what a thread is to do is done when somebody waits for it.

`start()` takes note. `join()`, a lock that is held, an empty queue, a condition: whoever would wait
has the threads that were started run first, in their order and each to its end, which is one of
the orders in which real threads may run. If nothing is left to run, nobody can end the wait; that
is an error, where without this it would be a program that hangs.
"""

import _threading_local
import contextvars
import itertools
import queue
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from _sandbox.deadline import ExecutionTimeout
from _sandbox.isolation import warn
from _sandbox.tracebacks import describe

_FOREVER = -1
_DEADLOCK = (
    'deadlock: there are no threads in this sandbox. What they are to do is done one after the '
    'other, when somebody waits for it, and nothing is left that could end this wait. '
    'Call the functions in the order in which they need each other.'
)


class _Abandoned(BaseException):
    """Ends a daemon that would wait for ever."""


class _Schedule:
    def __init__(self) -> None:
        self.waiting: deque[threading.Thread] = deque()
        self.current = [threading.main_thread()]
        self.identities = itertools.count((threading.main_thread().ident or 0) + 1)
        self.is_told = False


_schedule = _Schedule()


class Lock:
    """A lock, for which waiting means to let other threads run."""

    __slots__ = ('__weakref__', '_is_held')

    def __init__(self) -> None:
        self._is_held = False

    def acquire(self, blocking: bool = True, timeout: float = _FOREVER) -> bool:
        """Takes the lock, and tells whether it could."""
        if not blocking and timeout != _FOREVER:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0 and timeout != _FOREVER:
            raise ValueError('timeout value must be a non-negative number')
        if self._is_held and (not blocking or not _wait(self._is_free, timeout)):
            return False
        self._is_held = True
        return True

    def release(self) -> None:
        """Gives it back."""
        if not self._is_held:
            raise RuntimeError('release unlocked lock')
        self._is_held = False

    def locked(self) -> bool:
        """Whether somebody has it."""
        return self._is_held

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *_error: object) -> None:
        self.release()

    def __repr__(self) -> str:
        state = 'locked' if self._is_held else 'unlocked'
        return f'<{state} _thread.lock object at {id(self):#x}>'

    def _at_fork_reinit(self) -> None:
        self._is_held = False

    def _is_free(self) -> bool:
        return not self._is_held


def install() -> None:
    """Gives the program these threads and locks; whatever it makes of them, it has one thread."""
    _schedule.current[:] = [threading.main_thread()]
    patched: Any = threading
    patched.Lock = patched._allocate_lock = Lock
    patched._CRLock = None
    patched.get_ident = _identity
    patched.local = _threading_local.local
    patched.Thread.start = _start
    patched.Thread.join = _join
    patched.Thread.is_alive = _is_alive
    queue.SimpleQueue = queue._PySimpleQueue
    queue.Queue.put = _put


def finish() -> None:
    """Runs what a program has started and not waited for, as Python does before it exits."""
    for thread in [each for each in _schedule.waiting if not each.daemon]:
        if thread in _schedule.waiting:
            _run(thread)
    if _schedule.waiting:
        names = ', '.join(thread.name for thread in _schedule.waiting)
        warn(f'Not run, as nothing waited for it: {names}. Call join() on a thread.')


def _identity() -> int:
    return _schedule.current[-1].ident or 0


def _start(self: threading.Thread) -> None:
    thread: Any = self
    if not thread._initialized:
        raise RuntimeError('thread.__init__() not called')
    if thread._started.is_set():
        raise RuntimeError('threads can only be started once')
    if not _schedule.is_told:
        _schedule.is_told = True
        warn('There are no threads here: each runs to its end when something waits for it.')
    thread._context = thread._context or contextvars.Context()
    thread._ident = next(_schedule.identities)
    thread._started.set()
    threading._active[thread._ident] = thread
    _schedule.waiting.append(thread)


def _join(self: threading.Thread, timeout: float | None = None) -> None:
    if not self._started.is_set():
        raise RuntimeError('cannot join thread before it is started')
    if self is _schedule.current[-1]:
        raise RuntimeError('cannot join current thread')
    _wait(lambda: not _is_unfinished(self), _FOREVER if timeout is None else max(timeout, 0))


def _is_alive(self: threading.Thread) -> bool:
    if self in _schedule.waiting:
        _run(self)
    return _is_unfinished(self)


def _is_unfinished(thread: threading.Thread) -> bool:
    return thread in _schedule.waiting or thread in _schedule.current


def _wait(is_over: Callable[[], bool], timeout: float) -> bool:
    """Lets threads run until the wait is over or the time is up; whether it is over."""
    end = time.monotonic() + timeout
    while not is_over():
        if timeout != _FOREVER and time.monotonic() >= end:
            return False
        if _schedule.waiting:
            _run(_schedule.waiting[0])
        elif timeout != _FOREVER:
            time.sleep(max(0, end - time.monotonic()))
        elif _schedule.current[-1].daemon:
            raise _Abandoned
        else:
            raise RuntimeError(_DEADLOCK)
    return True


def _run(thread: Any) -> None:
    _schedule.waiting.remove(thread)
    _schedule.current.append(thread)
    try:
        thread._context.run(thread.run)
    except ExecutionTimeout:
        raise
    except _Abandoned, SystemExit:
        pass
    except BaseException as error:
        if threading.excepthook is _excepthook:
            warn(f'Exception in thread {thread.name}:\n{describe(error)["traceback"].rstrip()}')
        else:
            threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), thread)))
    finally:
        _schedule.current.pop()
        threading._active.pop(thread._ident, None)


_excepthook = threading.excepthook
_put_in_time = queue.Queue.put


def _put(
    self: queue.Queue[Any], item: Any, block: bool = True, timeout: float | None = None
) -> None:
    """Does not wait for room: who is to take something out can only run after who puts in."""
    if block and timeout is None:
        maxsize, self.maxsize = self.maxsize, 0
        try:
            _put_in_time(self, item)
        finally:
            self.maxsize = maxsize
    else:
        _put_in_time(self, item, block, timeout)
